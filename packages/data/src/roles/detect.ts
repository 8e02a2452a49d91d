// Roles of all columns together: one date, one target, exposure beside its spend.
import type { Column } from '../cells/column.ts';
import type { Table } from '../read/table.ts';
import {
  CHOSEN_REASON,
  type ColumnGuess,
  type FirstGuess,
  guessColumn,
  OUTRIGHT,
  type Role,
} from './guess.ts';
import { judgeKind, type KpiKind } from './kpi-kind.ts';
import { labelOf, stemOf } from './label.ts';
import { tokensOf } from './tokens.ts';
import { partsOf } from './totals.ts';
import { DATE, EXPOSURE_ORDER, TOTAL, WEEK_END } from './words.ts';

/** Above `OUTRIGHT`: the user's word. */
const CHOSEN = OUTRIGHT + 1;

/** The user's word, by column header; it wins over every guess. */
export type RoleChoices = Readonly<Record<string, Role>>;

/** `kpi` is the user's word on what the target counts. */
export function detectRoles(
  table: Pick<Table, 'columns'>,
  choices: RoleChoices = {},
  kpi?: KpiKind,
): ColumnGuess[] {
  const first = table.columns.map((column): FirstGuess => {
    const guess = guessColumn(column);
    const chosen = Object.hasOwn(choices, column.header) ? choices[column.header] : undefined;
    const reason = CHOSEN_REASON;
    return chosen ? { ...guess, role: chosen, reason, confidence: 'high', standing: CHOSEN } : guess;
  });
  const steps = [
    oneDate,
    withoutTotals(table.columns, choices),
    oneTarget,
    withPairs,
    withMedia,
    withLabels,
    withKind(table.columns, kpi),
  ];
  return steps.reduce<readonly FirstGuess[]>((guesses, step) => step(guesses), first).map(withoutStanding);
}

const withoutStanding = ({ standing: _, ...guess }: FirstGuess): ColumnGuess => guess;

function replace(guess: FirstGuess, role: Role, reason: string, rest: Partial<FirstGuess> = {}): FirstGuess {
  return { ...guess, role, reason, ...rest };
}

/** Several columns of dates: the one named as a date, and the start rather than the end, is the date. */
function oneDate(guesses: readonly FirstGuess[]): FirstGuess[] {
  const rank = (guess: FirstGuess) => {
    const tokens = tokensOf(guess.column);
    const end = tokens.some((t) => WEEK_END.has(t)) ? 1 : 0;
    return (guess.standing ?? 0) * 10 + (tokens.some((t) => DATE.has(t)) ? 2 : 0) - end;
  };
  const dates = guesses.filter((g) => g.role === 'date');
  const best = dates.reduce<FirstGuess | undefined>((a, b) => (a && rank(a) >= rank(b) ? a : b), undefined);
  return guesses.map((g) =>
    g.role === 'date' && g !== best ? replace(g, 'ignore', `The dates are taken from ${best?.column}.`) : g,
  );
}

/** One after the other, those called a total first: what is left out is no part of another total. */
function withoutTotals(columns: readonly Column[], choices: RoleChoices) {
  return (guesses: readonly FirstGuess[]): FirstGuess[] => {
    const spend = columns.filter((_, i) => guesses[i]?.role === 'spend');
    const isNamed = ({ header }: Column) => tokensOf(header).some((token) => TOTAL.has(token));
    const totals = new Map<string, string>();
    for (const column of [...spend.filter(isNamed), ...spend.filter((one) => !isNamed(one))]) {
      const others = spend.filter((other) => other !== column && !totals.has(other.header));
      const parts = Object.hasOwn(choices, column.header) ? undefined : partsOf(column, others);
      if (parts) totals.set(column.header, totalReason(parts, others));
    }
    return guesses.map((guess) => {
      const reason = totals.get(guess.column);
      return reason === undefined ? guess : replace(guess, 'ignore', reason);
    });
  };
}

function totalReason(parts: readonly Column[], others: readonly Column[]): string {
  return parts.length === others.length
    ? 'It is the total of the other spend columns.'
    : `It is the total of ${parts.map(({ header }) => header).join(' and ')}.`;
}

/**
 * The user's choice wins, then a column called KPI. All others stay targets together, which the check reports:
 * revenue beside orders, or online beside store revenue, is a choice nobody may make silently.
 */
function oneTarget(guesses: readonly FirstGuess[]): FirstGuess[] {
  const targets = guesses.filter((g) => g.role === 'target');
  if (targets.length === 0) return outcomeAsTarget(guesses);
  const best = Math.max(...targets.map((g) => g.standing ?? 0));
  if (best < OUTRIGHT) return [...guesses];
  const chosen = targets.filter((g) => (g.standing ?? 0) === best);
  const names = chosen.map((g) => g.column).join(' and ');
  const reason = `It looks like a KPI as well; ${names} is what is to be explained.`;
  return guesses.map((g) => {
    if (g.role !== 'target' || chosen.includes(g)) return g;
    const { kind, ...rest } = g;
    // Who chose knows of the others: only a target that was guessed keeps the mark of a rival.
    return replace(rest, 'outcome', reason, kind && best === OUTRIGHT ? { kind } : {});
  });
}

/** Leads or sessions are what is to be explained when nothing else can be. */
function outcomeAsTarget(guesses: readonly FirstGuess[]): FirstGuess[] {
  const outcomes = guesses.filter((g) => g.role === 'outcome');
  return guesses.map((g) =>
    outcomes.length === 1 && g.role === 'outcome'
      ? replace(g, 'target', 'It is the only column that media can move.', {
          confidence: 'medium',
          kind: 'units',
        })
      : g,
  );
}

/** Exposure and outcome columns that share a spend column's stem drive that channel; sessions with no spend stay outcomes. */
function withPairs(guesses: readonly FirstGuess[]): FirstGuess[] {
  const spendBy = new Map<string, string>();
  for (const g of guesses)
    if (g.role === 'spend' && stemOf(g.column) !== '') spendBy.set(stemOf(g.column), g.column);
  const paired = guesses.map((g) => {
    const spend = spendBy.get(stemOf(g.column));
    if (g.role === 'exposure' && spend !== undefined)
      return replace(g, 'exposure', `${sentence(g.reason)} beside ${spend}.`, { spend });
    if (g.role !== 'exposure') return g;
    return replace(g, 'organic', `${sentence(g.reason)}; no spend column belongs to it.`, {
      confidence: 'medium',
    });
  });
  return paired.map((g) => secondExposure(g, paired));
}

const sentence = (reason: string): string => reason.replace(/\.$/, '');

function secondExposure(guess: FirstGuess, all: readonly FirstGuess[]): FirstGuess {
  if (guess.role !== 'exposure') return guess;
  const rank = (g: FirstGuess) => {
    const at = EXPOSURE_ORDER.findIndex((pattern) => tokensOf(g.column).some((t) => pattern.test(t)));
    return at < 0 ? EXPOSURE_ORDER.length : at;
  };
  const siblings = all.filter((g) => g.role === 'exposure' && g.spend === guess.spend);
  const best = siblings.reduce((a, b) => (rank(b) < rank(a) ? b : a), guess);
  const first = siblings.find((g) => rank(g) === rank(best));
  return first === guess
    ? guess
    : replace(guess, 'ignore', `${first?.column} tells the exposure of ${guess.spend} already.`);
}

/** Volumes such as visits are media only where nothing else is. */
function withMedia(guesses: readonly FirstGuess[]): FirstGuess[] {
  if (guesses.some((g) => g.role === 'spend' || g.role === 'organic')) return [...guesses];
  return guesses.map((g) =>
    g.role === 'outcome' && g.standing === undefined
      ? replace(g, 'organic', 'It is the only column that can stand for media.', { confidence: 'low' })
      : g,
  );
}

function withKind(columns: readonly Column[], kpi: KpiKind | undefined) {
  return (guesses: readonly FirstGuess[]): FirstGuess[] =>
    guesses.map((guess, i) => {
      const column = columns[i];
      if (guess.role !== 'target' || !column) return guess;
      const { kind, assumed } = kpi ? { kind: kpi, assumed: false } : judgeKind(column);
      return { ...guess, kind, ...(assumed ? { kindAssumed: true } : {}) };
    });
}

function withLabels(guesses: readonly FirstGuess[]): FirstGuess[] {
  const media = guesses.filter((g) => g.role === 'spend' || g.role === 'organic');
  const labels = media.map((g) => labelOf(g.column));
  return guesses.map((g) => {
    const at = media.indexOf(g);
    if (at < 0) return g;
    const label = labels[at] ?? g.column;
    return { ...g, label: labels.filter((l) => l === label).length > 1 ? g.column : label };
  });
}
