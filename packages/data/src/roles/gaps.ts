// Dates on which a channel of a long table has no row: taken as 0, and said so.
import { isoDate } from '../cells/calendar.ts';
import type { Column } from '../cells/column.ts';
import { type Finding, note, warning } from '../finding.ts';
import { distinctTexts, type Long, type Period } from './long.ts';
import { isKpi, PER_CHANNEL, roleOf } from './spread.ts';

/** A channel whose zeros are written out, and a date between its first and its last row that has none: likely lost. */
export function gapFindings(long: Long, periods: readonly Period[], numbers: readonly Column[]): Finding[] {
  const media = mediaColumns(long, numbers);
  if (long.form !== 'channel' || media.length === 0) return [];
  const channels = distinctTexts(long.key).filter((value) => !media.some((column) => isKpi(value, column)));
  const byDate = [...periods].sort((a, b) => a.day - b.day);
  const gaps = channels.map((channel) => gapsOf(long, byDate, channel, media));
  const where = { column: long.key.header };
  const findings: Finding[] = [];
  const lost = factsOf(gaps.map(({ channel, lost }) => ({ channel, days: lost })));
  if (lost) findings.push(warning('long_rows_missing', where, lost));
  const silent = factsOf(gaps.map(({ channel, silent }) => ({ channel, days: silent })));
  if (silent) findings.push(note('long_rows_filled', where, silent));
  return findings;
}

/** Where money is told, it is what says that nothing ran. */
function mediaColumns(long: Long, numbers: readonly Column[]): readonly Column[] {
  const spend = numbers.filter((column) => roleOf(long, column).role === 'spend');
  return spend.length > 0 ? spend : numbers.filter((column) => PER_CHANNEL.has(roleOf(long, column).role));
}

interface Gaps {
  readonly channel: string;
  /** Days without a row that look like missing data. */
  readonly lost: readonly number[];
  /** Days without a row that look like days without media. */
  readonly silent: readonly number[];
}

function gapsOf(long: Long, periods: readonly Period[], channel: string, media: readonly Column[]): Gaps {
  const isOwn = (row: number) => long.key.texts[row] === channel;
  const missing = periods.filter(({ rows }) => !rows.some(isOwn)).map(({ day }) => day);
  const present = periods.filter(({ rows }) => rows.some(isOwn)).map(({ day }) => day);
  const writesZeros = long.key.texts.some(
    (_, row) => isOwn(row) && media.every(({ values }) => values[row] === 0),
  );
  const [first = 0, last = 0] = [present[0], present.at(-1)];
  const isLost = (day: number) => writesZeros && day > first && day < last;
  return { channel, lost: missing.filter(isLost), silent: missing.filter((day) => !isLost(day)) };
}

function factsOf(gaps: readonly { readonly channel: string; readonly days: readonly number[] }[]) {
  const some = gaps.filter(({ days }) => days.length > 0);
  if (some.length === 0) return undefined;
  const days = some.flatMap((one) => one.days);
  return {
    count: days.length,
    channels: some.map(({ channel }) => channel),
    date: isoDate(days.reduce((a, b) => Math.min(a, b))),
  };
}
