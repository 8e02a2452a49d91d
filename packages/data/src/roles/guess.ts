// What a column may be for a model, and the first guess of it: by its name where the name tells, else by its values.
import type { Column } from '../cells/column.ts';
import { type KpiKind, kindByName } from './kpi-kind.ts';
import { shapeOf } from './shape.ts';
import { matched, tokensOf } from './tokens.ts';
import * as words from './words.ts';

export type Role =
  | 'date'
  | 'target'
  | 'revenue_per_kpi'
  | 'spend'
  | 'exposure'
  | 'organic'
  | 'control'
  | 'treatment'
  | 'event'
  | 'geo'
  | 'population'
  | 'reach'
  | 'frequency'
  /** Moved by media: left out. */
  | 'outcome'
  | 'ignore';

export interface ColumnGuess {
  readonly column: string;
  readonly role: Role;
  /** One plain sentence. */
  readonly reason: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** What people call the channel. */
  readonly label?: string;
  /** The spend column an exposure belongs to. */
  readonly spend?: string;
  /** What a target counts. */
  readonly kind?: KpiKind;
  /** Nothing says that `kind`. */
  readonly kindAssumed?: true;
}

export interface FirstGuess extends ColumnGuess {
  /** How strongly a target's name speaks: `OUTRIGHT`, 2 money, 1 units. */
  readonly standing?: number;
}

/** The standing of a column called KPI or target: it wins over others that could be one. */
export const OUTRIGHT = 3;

type Told = Omit<FirstGuess, 'column'>;
type Rule = (header: string, tokens: readonly string[]) => Told | undefined;

/** The reason of a role that the user gave. */
export const CHOSEN_REASON = 'You said so.';

/** A reason as the end of another sentence. */
export const clause = (reason: string): string =>
  reason.replace(/\.$/, '').replace(/^(It|The) /, (word) => word.toLowerCase());

/** The name decides before the values; the first rule that speaks wins. */
export function guessColumn(column: Column): FirstGuess {
  return { column: column.header, ...(guessByKind(column) ?? guessByName(column) ?? guessByValues(column)) };
}

function guessByKind(column: Column): Told | undefined {
  const tokens = tokensOf(column.header);
  if (column.kind === 'empty') return told('ignore', 'The column is empty.');
  if (column.kind === 'date') return told('date', 'It holds dates.');
  if (column.kind !== 'text') return undefined;
  const geo = exact(tokens, words.GEO);
  if (geo) return told('geo', `"${geo}" in the name says regions.`);
  const byName = guessByName(column);
  // A number was meant where the name says so: the check will name the rows that hold text.
  if (byName && NUMERIC_ROLES.has(byName.role)) return byName;
  return told('ignore', 'It holds text.');
}

const NUMERIC_ROLES: ReadonlySet<Role> = new Set(['target', 'spend', 'exposure', 'revenue_per_kpi']);

function guessByName(column: Column): Told | undefined {
  const tokens = tokensOf(column.header);
  for (const rule of RULES) {
    const guess = rule(column.header, tokens);
    // A "sale" of 0 and 1 is an event: nobody's KPI is.
    if (guess && !(guess.role === 'target' && guess.standing !== OUTRIGHT && shapeOf(column.values).binary))
      return guess;
  }
  return byChannelName(column, tokens);
}

const told = (role: Role, reason: string, confidence: ColumnGuess['confidence'] = 'high'): Told => ({
  role,
  reason,
  confidence,
});

const exact = (tokens: readonly string[], set: ReadonlySet<string>): string | undefined =>
  tokens.find((t) => set.has(t));

const says = (word: string, what: string): string => `"${word}" in the name says ${what}.`;

/** A rule that speaks when a token, or the end of a long one, is among the words. */
const named =
  (set: ReadonlySet<string>, role: Role, what: string): Rule =>
  (_header, tokens) => {
    const word = matched(tokens, set);
    return word ? told(role, says(word, what)) : undefined;
  };

const RULES: readonly Rule[] = [
  ratio,
  (_header, tokens) =>
    /^(control|ctrl)$/.test(tokens.at(-1) ?? '') ? told('control', says('control', 'a control')) : undefined,
  robynEnding,
  lastNamed(words.POPULATION, 'population', 'population'),
  lastNamed(words.FREQUENCY, 'frequency', 'frequency'),
  lastNamed(words.REACH, 'reach', 'reach'),
  competitor,
  named(words.SPEND, 'spend', 'spend'),
  (_header, tokens) => {
    const pageViews = tokens.includes('views') && tokens.some((t) => /^(page|site|web|website)$/.test(t));
    const demand =
      exact(tokens, words.SEARCH) !== undefined &&
      tokens.some((t) => /^(volume|queries|interest|trends)$/.test(t));
    const word = pageViews ? 'views' : demand ? 'search' : exact(tokens, words.OUTCOME);
    return word ? told('outcome', says(word, 'what media bring about')) : undefined;
  },
  named(words.ORGANIC, 'organic', 'media without spend'),
  named(words.EXPOSURE, 'exposure', 'media exposure'),
  named(words.EVENT, 'event', 'an event'),
  named(words.TREATMENT, 'treatment', "the company's own price or promotion"),
  named(words.CONTROL, 'control', 'outside influence'),
  target,
];

/** revenue_per_conversion is the worth of a KPI unit; cost per click, ROAS and the like follow from other columns. */
function ratio(_header: string, tokens: readonly string[]): Told | undefined {
  const derived = exact(tokens, words.RATIO);
  if (derived) return told('ignore', `"${derived}" follows from other columns.`);
  const per = tokens.findIndex((t) => words.PER.has(t));
  if (per < 1 || per === tokens.length - 1) return undefined;
  const before = tokens.slice(0, per);
  if (
    before.some((t) => words.TARGET_MONEY.has(t) || /^(value|valeur|valor|wert|profit|margin|marge)$/.test(t))
  )
    return told('revenue_per_kpi', 'The name says money for each unit of the KPI.');
  return matched(before, words.SPEND)
    ? told('ignore', 'Cost per unit follows from other columns.')
    : undefined;
}

/** Compounds start with the word: Wettbewerberumsatz. */
function competitor(_header: string, tokens: readonly string[]): Told | undefined {
  const whole = exact(tokens, words.COMPETITOR);
  const starting = [...words.COMPETITOR].find(
    (word) => word.length > 6 && tokens.some((t) => t.startsWith(word)),
  );
  const word = whole ?? starting;
  return word ? told('control', says(word, 'competitors')) : undefined;
}

const ROBYN: Record<string, Told> = {
  S: told('spend', 'The ending _S says spend.'),
  I: told('exposure', 'The ending _I says impressions.'),
  P: told('exposure', 'The ending _P says media exposure.'),
  O: told('organic', 'The ending _O says organic media.'),
  B: told('control', 'The ending _B says baseline.'),
};

function robynEnding(header: string): Told | undefined {
  const ending = /_([SIPOB])$/.exec(header)?.[1];
  return ending === undefined ? undefined : ROBYN[ending];
}

function lastNamed(set: ReadonlySet<string>, role: Role, what: string): Rule {
  return (_header, tokens) => {
    const last = tokens.at(-1);
    return last !== undefined && set.has(last) ? told(role, says(last, what)) : undefined;
  };
}

function target(_header: string, tokens: readonly string[]): Told | undefined {
  const outright = exact(tokens, words.TARGET_NAMED);
  const units = matched(tokens, words.TARGET_UNITS);
  const money = matched(tokens, words.TARGET_MONEY);
  const word = outright ?? money ?? units;
  if (word === undefined) return undefined;
  const channel = tokens.find((t) => words.CHANNEL.has(t) && !words.SALES_CHANNEL.has(t));
  if (channel) return told('outcome', `What ${channel} claims for itself is not what is to be explained.`);
  const kind = kindByName(tokens) ?? 'money';
  const standing = outright ? OUTRIGHT : kind === 'money' ? 2 : 1;
  return { ...told('target', says(word, 'what is to be explained')), kind, standing };
}

function byChannelName(column: Column, tokens: readonly string[]): Told | undefined {
  const channel = exact(tokens, words.CHANNEL);
  const advertising = matched(tokens, words.ADVERTISING);
  const shape = shapeOf(column.values);
  if (column.kind !== 'number' || shape.negative || shape.binary) return undefined;
  if (channel) return told('spend', `It is named after a channel (${channel}) and never negative.`, 'medium');
  return advertising
    ? told('spend', `"${advertising}" in the name says advertising, and it is never negative.`, 'medium')
    : undefined;
}

function guessByValues(column: Column): Told {
  const shape = shapeOf(column.values);
  const calendar = tokensOf(column.header).find((t) => words.CALENDAR.has(t) || words.DATE.has(t));
  if (calendar && shape.integer)
    return told(
      'ignore',
      `"${calendar}" is a place in the calendar; trend and seasonality are in the model.`,
    );
  if (shape.counter) return told('ignore', 'It only counts the rows.');
  if (shape.constant) return told('ignore', 'It has the same value everywhere.');
  if (shape.binary) return told('event', 'It is 0 or 1.', 'medium');
  if (shape.negative) return told('control', 'It has negative values, so it is not media.', 'low');
  return told('control', 'Neither name nor values say more than that it is a number.', 'low');
}
