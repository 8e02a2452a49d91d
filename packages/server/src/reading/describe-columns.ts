// Columns as the mapping shows them: role with its reason, first values, what is missing, the sum and a small line.
import type { ColumnView, Mapping } from '@mixmodel/contract';
import type { Column, ColumnGuess } from '@mixmodel/data';

/** A line some 120 pixels wide shows no more. */
const mostPoints = 120;
/** Letters of a cell that are shown. */
const mostLetters = 80;
const valuesShown = 5;

export function describeColumns(
  columns: readonly Column[],
  guesses: readonly ColumnGuess[],
  { roles = {} }: Mapping,
): ColumnView[] {
  const date = guesses.find(({ role }) => role === 'date')?.column;
  const order = orderBy(columns.find(({ header }) => header === date));
  return columns.flatMap((column, i): ColumnView[] => {
    const guess = guesses[i];
    if (!guess) return [];
    const { role, reason, confidence, label = null, spend = null } = guess;
    const name = column.header;
    const values = describeValues(column, order);
    return [{ name, role, chosen: Object.hasOwn(roles, name), reason, confidence, label, spend, ...values }];
  });
}

/** Rows by date, so that a file written backwards makes a line that runs forwards. */
function orderBy(date: Column | undefined): readonly number[] | undefined {
  if (date?.kind !== 'date') return undefined;
  const days = date.values;
  const rows = [...days.keys()].filter((row) => !Number.isNaN(days[row]));
  return rows.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0));
}

type Values = Pick<ColumnView, 'kind' | 'firstValues' | 'missing' | 'total' | 'sparkline'>;

function describeValues(column: Column, order: readonly number[] | undefined): Values {
  const { kind, values } = column;
  const firstValues = firstOf(column).map(shortened);
  const missing = missingIn(column);
  if (kind !== 'number') return { kind, firstValues, missing, total: null, sparkline: null };
  const present = values.filter((value) => Number.isFinite(value));
  const total = present.length > 0 ? present.reduce((sum, value) => sum + value, 0) : null;
  const inOrder = order ? Float64Array.from(order, (row) => values[row] ?? Number.NaN) : values;
  return { kind, firstValues, missing, total, sparkline: sparklineOf(inOrder) };
}

/** As written in the file; a column that was made from rows of a long table has numbers only. */
function firstOf({ first, kind, values, texts }: Column): readonly string[] {
  if (first) return first;
  if (kind === 'text') return texts.filter((text) => text !== '').slice(0, valuesShown);
  const numbers = [...values.filter((value) => !Number.isNaN(value)).slice(0, valuesShown)];
  return kind === 'date' ? numbers.map(isoDay) : numbers.map(String);
}

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

function shortened(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;
}

/** Cells that hold nothing, or a word for nothing; what holds something else is a finding. */
function missingIn({ kind, values, texts, misfits, infinite }: Column): number {
  if (kind === 'text') return texts.filter((text) => text === '').length;
  return (
    values.filter((value) => Number.isNaN(value)).length - misfits.length - infiniteNaN(values, infinite)
  );
}

const infiniteNaN = (values: Float64Array, infinite: Column['infinite']): number =>
  infinite.filter(({ index }) => Number.isNaN(values[index])).length;

/** At most 120 points: means of neighbouring values where there are more; null where none is known. */
export function sparklineOf(values: Float64Array): (number | null)[] {
  const points = Math.min(mostPoints, values.length);
  return Array.from({ length: points }, (_, point) => {
    const from = Math.floor((point * values.length) / points);
    const to = Math.floor(((point + 1) * values.length) / points);
    const known = values.subarray(from, to).filter((value) => Number.isFinite(value));
    if (known.length === 0) return null;
    const mean = known.reduce((sum, value) => sum + value / known.length, 0);
    return Number(mean.toPrecision(4));
  });
}
