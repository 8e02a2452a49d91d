// Which sign is the decimal one, decided from all values of a column, then of the table, then from the delimiter.
import type { DecimalSign, NumberReading } from './numbers.ts';

export type Convention =
  | { readonly kind: 'decided'; readonly sign: DecimalSign }
  /** Nothing in the column needs a decision. */
  | { readonly kind: 'free' }
  /** Both signs are used as the decimal one. */
  | { readonly kind: 'mixed' }
  /** Every telling value can be thousands or decimals. */
  | { readonly kind: 'open' };

export interface TableEvidence {
  /** The user's word. */
  readonly asked?: DecimalSign;
  /** What the other columns of the table use, when they agree. */
  readonly table?: DecimalSign;
  /** A comma between fields means that commas are not decimal signs. */
  readonly delimiter?: string;
}

export function decideSign(readings: readonly NumberReading[], evidence: TableEvidence): Convention {
  const votes = votesOf(readings);
  if (votes.size > 1) return { kind: 'mixed' };
  const [own] = votes;
  if (own !== undefined) return { kind: 'decided', sign: own };
  const ambiguous = readings.filter((r) => r.kind === 'ambiguous');
  if (ambiguous.length === 0) return { kind: 'free' };
  if (evidence.asked !== undefined) return { kind: 'decided', sign: evidence.asked };
  const signs = new Set(ambiguous.map((r) => r.sign));
  // 1,234 beside 5.678: the same writer uses one as thousands, and nothing says which.
  if (signs.size > 1) return { kind: 'open' };
  if (evidence.table !== undefined) return { kind: 'decided', sign: evidence.table };
  return decideAlone(readings, ambiguous[0]?.sign ?? '.', evidence.delimiter);
}

export function votesOf(readings: readonly NumberReading[]): Set<DecimalSign> {
  return new Set(readings.flatMap((r) => (r.kind === 'number' && r.votes ? [r.votes] : [])));
}

function decideAlone(readings: readonly NumberReading[], sign: DecimalSign, delimiter?: string): Convention {
  if (delimiter === ',') return { kind: 'decided', sign: '.' };
  const whole = readings.flatMap((r) => (r.kind === 'number' ? [Math.abs(r.value)] : []));
  const small = whole.some((v) => v > 0 && v < 1000);
  const large = whole.some((v) => v >= 1000);
  // 999 beside 1,234: decimals would have been written on both. 12345 beside 1,234: thousands would.
  if (small && !large) return { kind: 'decided', sign: sign === '.' ? ',' : '.' };
  return { kind: 'open' };
}
