// The table of a chart: raw numbers for the CSV, beside them the text a page shows, rounded as in the drawing.
import { rounded, roundingPower } from './rounding.ts';

/** Every number that is drawn: unrounded for the CSV, and as a page shows it. */
export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** The same cells as text, rounded as in the drawing; a chart without it has numbers to show as they are. */
  readonly shown?: readonly (readonly string[])[];
}

export interface Column {
  readonly label: string;
  readonly numeric: boolean;
  /** Numbers of one estimate in a row are rounded alike, to what its interval deserves. */
  readonly estimate?: string;
  /** One of the two ends of that interval. */
  readonly isEnd?: boolean;
  /** A fraction that the page shows as a percentage. */
  readonly isShare?: boolean;
  /** As many decimals in every row, whatever the size of the number. */
  readonly decimals?: number;
}

type Row = ChartTable['rows'][number];

/** Monte Carlo error of an estimate in a row, in the unit of the row; null where it is not known. */
type Noise = (row: number, estimate: string) => number | null;

export const text = (label: string): Column => ({ label, numeric: false });
export const known = (label: string): Column => ({ label, numeric: true });

/** `Baseline, 3 % quantile (EUR)`: the columns of a band. */
export function bandColumns(
  name: string,
  unit: string,
  percents: readonly (3 | 25 | 75 | 97)[] = [3, 25, 75, 97],
  isShare = false,
): Column[] {
  const column = (what: string, isEnd: boolean): Column => ({
    label: labelOf(name, what, unit),
    numeric: true,
    estimate: name,
    isEnd,
    isShare,
  });
  return [column('mean', false), ...percents.map((at) => column(`${at} % quantile`, at === 3 || at === 97))];
}

/** `Amount, 94 % interval: low (EUR)`: the columns of an estimate with its interval. */
export function estimateColumns(
  name: string,
  unit: string,
  { centre = 'mean', isShare = false } = {},
): Column[] {
  return [centre, '94 % interval: low', '94 % interval: high'].map((what, i) => ({
    label: labelOf(name, what, unit),
    numeric: true,
    estimate: name,
    isEnd: i > 0,
    isShare,
  }));
}

function labelOf(name: string, what: string, unit: string): string {
  return `${name}, ${what}${unit && ` (${unit})`}`;
}

export function tableFrom(
  columns: readonly Column[],
  rows: readonly Row[],
  noise: Noise = () => 0,
): ChartTable {
  const shown = rows.map((row, i) =>
    row.map((cell, c) => {
      if (typeof cell === 'string') return cell;
      const { estimate, isShare, decimals } = columns[c] ?? known('');
      if (decimals !== undefined && Number.isFinite(cell)) return rounded(cell, -decimals);
      const by = isShare ? 100 : 1;
      const power = estimate === undefined ? null : powerOf(columns, row, estimate, noise(i, estimate));
      const digits = written(cell * by, power === null ? null : power.of(by));
      return isShare ? `${digits} %` : digits;
    }),
  );
  return { columns, rows, shown };
}

/** The last digit of an estimate of `row`, after multiplying by a factor; null without an interval. */
function powerOf(columns: readonly Column[], row: Row, estimate: string, mcse: number | null) {
  const ends = row.flatMap((cell, c) =>
    columns[c]?.estimate === estimate && columns[c].isEnd && typeof cell === 'number' ? [cell] : [],
  );
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (ends.length < 2 || !(high > low)) return null;
  return { of: (by: number) => roundingPower([low * by, high * by], mcse === null ? null : mcse * by) };
}

/** What is known and not estimated keeps its whole units, and three digits below them. */
function written(value: number, power: number | null): string {
  if (!Number.isFinite(value)) return '–';
  if (power === null) {
    const last = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) - 2;
    return rounded(value, Math.min(0, last));
  }
  const digits = rounded(value, power);
  return value > 0 && !/[1-9]/.test(digits) ? `<${rounded(10 ** power, power)}` : digits;
}
