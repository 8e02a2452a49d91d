// A first or last period that is not complete: KPI and spend fall together, far below their recent level.
import { isoDate } from '../cells/calendar.ts';
import { type Finding, warning } from '../finding.ts';
import { isMedia, type Series, type SeriesTable } from './series.ts';

/** Periods next to an end that tell its level, and how many of them must have a value. */
const NEIGHBOURS = 8;
const FEWEST_NEIGHBOURS = 5;
/** A period looks unfinished when KPI and media are below this share of their level (a week of holidays keeps half) … */
const UNFINISHED = { day: 0.6, week: 0.45, month: 0.6 } as const;
/** … and below this share of the nearest periods (a steep trend falls slowly, a cut period at once) … */
const NEAREST = 3;
const AT_ONCE = 0.7;
/** … by about the same factor: a week cut short loses the same days of everything. */
const AGREEMENT = 1.6;
/** A fall to less than this at the same time of another year may be the season's. */
const SEASONAL = 0.75;
/** … when it was at least this share of the fall now. */
const AS_FAR = 0.6;
const YEAR = { day: 364, week: 52, month: 12 } as const;

/** Where the table ends in an incomplete period: an index, and the step from it into the table. */
interface End {
  readonly at: number;
  readonly step: number;
}

/** The table without the KPI of an incomplete first or last period (METHOD §1); its media stay. */
export function withoutPartial(table: SeriesTable): {
  readonly table: SeriesTable;
  readonly findings: readonly Finding[];
} {
  const kpi = table.series.find((s) => s.use === 'target');
  const ends = kpi ? partialEnds(table, kpi) : [];
  if (!kpi || ends.length === 0) return { table, findings: [] };
  const cut = ends.map(({ at }) => at);
  const values = kpi.values.map((value, i) => (cut.includes(i) ? Number.NaN : value));
  const series = table.series.map((one) => (one === kpi ? { ...kpi, values } : one));
  const leadIn = cut.includes(table.leadIn) ? table.leadIn + 1 : table.leadIn;
  const findings = ends.map(({ at, fallen }) =>
    warning(
      'partial_period',
      { column: kpi.column, row: table.rowNumbers[at] },
      { date: isoDate(table.dates[at] ?? 0), ...fallen },
    ),
  );
  return { table: { ...table, series, leadIn }, findings };
}

interface Incomplete {
  readonly at: number;
  /** Percent of their level that KPI and spend have left; absent where the date itself tells. */
  readonly fallen: { readonly kpi?: number; readonly spend?: number };
}

function partialEnds(table: SeriesTable, kpi: Series): Incomplete[] {
  const first = table.leadIn;
  const last = kpi.values.findLastIndex((value) => !Number.isNaN(value));
  if (last - first < 2 * NEIGHBOURS) return [];
  const stride = table.period === 'day' ? 7 : 1;
  const ends: readonly End[] = [
    { at: first, step: stride },
    { at: last, step: -stride },
  ];
  const dated = new Set(table.cutShort);
  return ends.flatMap((end): Incomplete[] => {
    const fallen = dated.has(end.at) ? {} : commonFall(table, kpi, end);
    return fallen ? [{ at: end.at, fallen }] : [];
  });
}

function commonFall(table: SeriesTable, kpi: Series, end: End): Incomplete['fallen'] | undefined {
  const fall = fallOf(kpi.values, end);
  const unfinished = UNFINISHED[table.period ?? 'week'];
  if (!(fall < unfinished) || !(fallOf(kpi.values, end, NEAREST) < AT_ONCE)) return undefined;
  const media = mediaFall(table.series, end);
  if (!media || isSeasonal(table, kpi, end, fall)) return undefined;
  const [low, high] = [Math.min(media.total, media.middle), Math.max(media.total, media.middle)];
  const agrees = (other: number) => Math.max(fall / other, other / fall) <= AGREEMENT;
  const together = high < unfinished && (agrees(low) || agrees(high));
  if (!together && !(media.middle < unfinished && isUnheardOf(kpi.values, end, unfinished))) return undefined;
  const percent = (share: number) => Math.round(100 * share);
  return { kpi: percent(fall), spend: percent(media.total) };
}

/** A KPI far below all others of the table needs less proof: media that come in pulses hide by how much they fell. */
function isUnheardOf(values: Float64Array, { at }: End, unfinished: number): boolean {
  const others = values.filter((value, i) => i !== at && !Number.isNaN(value));
  return (values[at] ?? Number.NaN) < unfinished * others.reduce((a, b) => Math.min(a, b));
}

/** The value at an end as a share of the median of the periods beside it; days are held against the same weekday. */
function fallOf(values: Float64Array, { at, step }: End, count = NEIGHBOURS): number {
  const near = beside(values, { at, step }, count);
  return near.length < Math.min(count, FEWEST_NEIGHBOURS)
    ? Number.NaN
    : (values[at] ?? Number.NaN) / median(near);
}

function beside(values: Float64Array, { at, step }: End, count: number): number[] {
  return Array.from({ length: count }, (_, k) => values[at + step * (k + 1)] ?? Number.NaN).filter(
    (value) => !Number.isNaN(value),
  );
}

/**
 * How far the media that run in this period are below what they cost when they run: all together, and the middle one.
 * A channel that is off says nothing (a pulse has ended), and one alone does not pull the middle down.
 */
function mediaFall(
  series: readonly Series[],
  end: End,
): { readonly total: number; readonly middle: number } | undefined {
  const spend = series.filter((s) => s.use === 'spend');
  const media = spend.length > 0 ? spend : series.filter((s) => isMedia(s.use));
  const running = media.flatMap(({ values }) => {
    const now = values[end.at] ?? 0;
    const on = beside(values, end, NEIGHBOURS).filter((value) => value > 0);
    return now > 0 && on.length > 0 ? [{ now, usual: median(on) }] : [];
  });
  if (running.length === 0) return undefined;
  const sum = (of: 'now' | 'usual') => running.reduce((total, channel) => total + channel[of], 0);
  return {
    total: sum('now') / sum('usual'),
    middle: median(running.map(({ now, usual }) => now / usual)),
  };
}

/** The KPI fell about as far in one of the three periods around the same time of the nearest year in the table. */
function isSeasonal(table: SeriesTable, kpi: Series, { at, step }: End, fall: number): boolean {
  const year = YEAR[table.period ?? 'week'] * Math.sign(step);
  const around = table.period === 'day' ? [-7, 0, 7] : [-1, 0, 1];
  return around.some((off) => {
    const then = at + year + off;
    const fallThen = then < table.leadIn ? Number.NaN : fallOf(kpi.values, { at: then, step });
    return fallThen < SEASONAL && fall / fallThen >= AS_FAR;
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? upper) + upper) / 2 : upper;
}
