// Sentences for the grid of periods: gaps, copies, order, length.
import {
  type Catalogue,
  count,
  error,
  fact,
  flag,
  listFact,
  note,
  numberFact,
  suggestion,
  type Told,
  warning,
} from './entry.ts';
import { moreRows, place, some } from './table.ts';

export const dateErrors = {
  one_date: error(
    (p) =>
      `Every row of column \`${p.column}\` carries the date ${fact(p, 'date')}. Give each period its own date.`,
    { column: 'week', facts: { date: '2023-01-02' } },
  ),
  duplicate_dates: error(
    (p, at) =>
      `${place(p)}: ${repeatedDates(p)}. Delete the copies, or add them up${flag(at, 'with --duplicates sum')}.`,
    { column: 'week', row: 18, facts: { date: '2023-04-24', rows: '18', count: 1, dates: ['2023-04-24'] } },
  ),
  duplicates_summed: note(
    (p) =>
      `${count(numberFact(p, 'count'), 'row')} with a repeated date ${numberFact(p, 'count') === 1 ? 'was' : 'were'} added up.`,
    { facts: { count: 3 } },
  ),
  date_gaps: error(
    (p) =>
      `Column \`${p.column}\`: ${missingPeriods(p)}. Add a row for each, with 0 where nothing was spent.`,
    { column: 'week', row: 31, facts: { missing: ['2023-07-24', '2023-07-31'], count: 2 } },
  ),
  irregular_spacing: error(
    (p) =>
      `Row ${p.row}, column \`${p.column}\` comes ${fact(p, 'days')} days after the row before; ${fact(p, 'expected')} were expected${moreRows(p, 'off')}. Give one row for each day, week or month.`,
    { column: 'week', row: 31, facts: { days: 5, expected: 7 } },
  ),
  rows_sorted: note((p) => `The rows were not in the order of \`${p.column}\`; they were sorted.`, {
    column: 'week',
  }),
  month_start_used: note(
    (p) =>
      `Column \`${p.column}\`: ${fact(p, 'text')} was taken as the month that begins on ${fact(p, 'date')}.`,
    { column: 'month', facts: { text: '2023-01-31', date: '2023-01-01' } },
  ),
  week_end_shifted: note(
    (p) =>
      `Column \`${p.column}\`: ${fact(p, 'text')} was taken as the week that begins on ${fact(p, 'date')}.`,
    { column: 'week_ending', facts: { text: '2023-01-08', date: '2023-01-02' } },
  ),
  min_rows: error(
    (p) =>
      `${numberFact(p, 'rows') === 1 ? 'There is' : 'There are'} ${count(numberFact(p, 'rows'), fact(p, 'period'))} with a KPI${emptyOnes(p)}; at least ${fact(p, 'needed')} are needed to tell media from season and trend. ${numberFact(p, 'empty') > 0 ? 'Fill in the empty cells, or add' : 'Add'} older data.`,
    { facts: { rows: 30, needed: 52, period: 'week' } },
  ),
  holdout_leaves_few: error(
    (p) =>
      `Spec: \`holdout.periods\` is ${fact(p, 'got')}, which leaves ${count(numberFact(p, 'left'), fact(p, 'period'))} with a KPI to learn from; at least ${fact(p, 'needed')} are needed to tell media from season and trend. ${numberFact(p, 'most') > 0 ? `Hold out at most ${fact(p, 'most')}` : 'Leave `holdout` out'}, or add older data.`,
    { path: 'holdout.periods', facts: { got: 13, left: 47, needed: 52, most: 8, period: 'week' } },
  ),
  low_rows: warning(
    (p) =>
      `There are ${count(numberFact(p, 'rows'), fact(p, 'period'))}${p.facts?.heldOut === undefined ? '' : ` to learn from, besides ${fact(p, 'heldOut')} that ${numberFact(p, 'heldOut') === 1 ? 'is' : 'are'} held out`}; with ${fact(p, 'good')} the intervals would be narrower and the season clearer. Add older data if you have them.`,
    { facts: { rows: 60, good: 104, period: 'week' } },
  ),
  many_channels: warning(
    (p) =>
      `There are ${count(numberFact(p, 'channels'), 'channel')}${controls(numberFact(p, 'controls'))} for ${count(numberFact(p, 'rows'), fact(p, 'period'))}: more unknowns than ${fact(p, 'period')}s, so what is reported will mostly be what was assumed. Merge small channels.`,
    { facts: { channels: 40, controls: 2, unknowns: 129, rows: 104, period: 'week' } },
  ),
  non_weekly: warning(
    (p) =>
      `The data are by ${fact(p, 'period')}: carryover shorter than that cannot be seen. Weekly data tell more.`,
    { facts: { period: 'month' } },
  ),
  daily_offer_weeks: suggestion(
    (_, at) =>
      `The data are daily. Taking them as weeks${flag(at, 'with --weekly')} makes the fit faster and less noisy.`,
    {},
  ),
  weeks_summed: note(
    (p) =>
      `Days were added up to ${count(numberFact(p, 'weeks'), 'week')}${dropped(numberFact(p, 'dropped'))}.`,
    { facts: { weeks: 104, dropped: 3 } },
  ),
  partial_period: warning(
    (p, at) =>
      `Row ${p.row} (${fact(p, 'date')}) looks like a period that is not complete${whyPartial(p)}. Its KPI does not count in the fit; its media are kept. Complete the row, delete it, or keep it as it is${flag(at, 'with --partial keep')}.`,
    { column: 'revenue', row: 105, facts: { date: '2023-12-25', kpi: 29, spend: 31 } },
  ),
  lead_in: note(
    (p) =>
      `${count(numberFact(p, 'count'), 'period')} before the first KPI (${fact(p, 'date')}) only give the history of media.`,
    { facts: { count: 8, date: '2023-01-02' } },
  ),
} satisfies Catalogue;

function whyPartial(told: Told): string {
  if (told.facts?.kpi === undefined) return ': its date is in the middle of a month';
  return `: KPI and spend fell together, to ${fact(told, 'kpi')} % and ${fact(told, 'spend')} % of their level`;
}

/** In a row for each copy: which dates stand above it. */
function repeatedDates(told: Told): string {
  const dates = listFact(told, 'dates');
  const shown = dates.length > 0 ? dates : [fact(told, 'date')];
  return `${some(shown)} ${shown.length > 1 ? 'stand' : 'stands'} in a row before`;
}

function missingPeriods(told: Told): string {
  const n = numberFact(told, 'count');
  const dates = some(listFact(told, 'missing'), n);
  return n === 1
    ? `one period is missing before row ${told.row} (${dates})`
    : `${n.toLocaleString('en-US')} periods are missing, the first before row ${told.row} (${dates})`;
}

function emptyOnes(told: Told): string {
  const empty = numberFact(told, 'empty');
  return empty > 0 ? ` (the KPI is empty in ${count(empty, 'other')})` : '';
}

function controls(n: number): string {
  return n > 0 ? ` and ${count(n, 'other input')}` : '';
}

function dropped(days: number): string {
  return days > 0
    ? `; ${count(days, 'day')} outside whole weeks ${days === 1 ? 'was' : 'were'} left out`
    : '';
}
