// Roles of all columns together: one date, one target, exposure beside its spend.
import type { Column } from '../cells/column.ts';
import type { Table } from '../read/table.ts';
import { type ColumnGuess, type FirstGuess, guessColumn, type Role } from './guess.ts';
import { labelOf, stemOf } from './label.ts';
import { tokensOf } from './tokens.ts';
import { DATE, EXPOSURE_ORDER, TOTAL, WEEK_END } from './words.ts';

/** The user's word, by column header; it wins over every guess. */
export type RoleChoices = Readonly<Record<string, Role>>;

export function detectRoles(table: Pick<Table, 'columns'>, choices: RoleChoices = {}): ColumnGuess[] {
  const first = table.columns.map((column): FirstGuess => {
    const guess = guessColumn(column);
    const chosen = choices[column.header];
    const reason = 'You said so.';
    return chosen && Object.hasOwn(choices, column.header)
      ? { ...guess, role: chosen, reason, confidence: 'high', standing: 9 }
      : guess;
  });
  const steps = [oneDate, withoutTotals(table.columns, choices), oneTarget, withPairs, withMedia, withLabels];
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

/** A column that adds up the other spend columns would count every channel twice. */
function withoutTotals(columns: readonly Column[], choices: RoleChoices) {
  return (guesses: readonly FirstGuess[]): FirstGuess[] => {
    const spend = guesses.flatMap((g, i) =>
      g.role === 'spend' ? [{ g, column: columns[i] as Column }] : [],
    );
    if (spend.length < 3) return [...guesses];
    return guesses.map((guess) => {
      const own = spend.find(({ g }) => g === guess);
      if (!own || Object.hasOwn(choices, guess.column)) return guess;
      const others = spend.filter((s) => s !== own).map((s) => s.column.values);
      const isTotal = tokensOf(guess.column).some((t) => TOTAL.has(t)) || addsUp(own.column.values, others);
      return isTotal ? replace(guess, 'ignore', 'It is the total of the other spend columns.') : guess;
    });
  };
}

function addsUp(total: Float64Array, parts: readonly Float64Array[]): boolean {
  const active = parts.filter((part) => part.some((value) => value > 0));
  // One other channel with the same numbers is a copy, not a total.
  if (total.length === 0 || active.length < 2) return false;
  return total.every((value, row) => {
    const sum = active.reduce((s, part) => s + (part[row] ?? Number.NaN), 0);
    return Math.abs(sum - value) <= 1e-6 * Math.abs(value);
  });
}

/** The strongest name wins; equal ones stay targets together, which the check reports. */
function oneTarget(guesses: readonly FirstGuess[]): FirstGuess[] {
  const targets = guesses.filter((g) => g.role === 'target');
  if (targets.length === 0) return outcomeAsTarget(guesses);
  const best = Math.max(...targets.map((g) => g.standing ?? 0));
  const chosen = targets.filter((g) => (g.standing ?? 0) === best);
  const names = chosen.map((g) => g.column).join(' and ');
  return guesses.map((g) =>
    g.role === 'target' && !chosen.includes(g)
      ? replace(g, 'outcome', `It looks like a KPI as well; ${names} is what is to be explained.`)
      : g,
  );
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
