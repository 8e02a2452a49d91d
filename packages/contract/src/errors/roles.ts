// Sentences for what each column is taken to be, and what is left out and why.

import { nearest } from '../nearest.ts';
import {
  byPlace,
  type Catalogue,
  columns,
  count,
  error,
  fact,
  flag,
  listFact,
  note,
  numberFact,
  type Place,
  rows,
  type Told,
  warning,
} from './entry.ts';
import { columnNames, isPlural, place } from './table.ts';

export const roleErrors = {
  no_date_column: error(
    (p) =>
      `No column holds dates; there are ${columns(listFact(p, 'columns'))}. Add one with the first day of each period, as 2024-12-31.`,
    { facts: { columns: ['revenue', 'tv_spend'] } },
  ),
  no_target: error(
    (p, at) =>
      `No column looks like what is to be explained (revenue, sales, orders); there are ${columns(listFact(p, 'columns'))}. ${byPlace(at, { terminal: 'Name it with --target COLUMN.', screen: 'Choose which it is.' })}`,
    { facts: { columns: ['week', 'tv_spend', 'temperature'] } },
  ),
  two_targets: error(
    (p, at) =>
      `${columns(listFact(p, 'columns'))} can each be what is to be explained. Choose one${flag(at, 'with --target COLUMN')}; if they are parts of one total, add it as a column called \`kpi\`.`,
    { facts: { columns: ['revenue', 'sales'] } },
  ),
  other_target_left_out: warning(
    (p, at) =>
      `Column \`${p.column}\` looks like a KPI too; \`${fact(p, 'target')}\` is explained and \`${p.column}\` was left out. ${byPlace(at, { terminal: 'Choose with --target COLUMN.', screen: 'Choose the other if that is what you mean.' })}`,
    { column: 'orders', facts: { target: 'revenue' } },
  ),
  kpi_kind_assumed: warning(
    (p, at) =>
      `Column \`${p.column}\` is assumed to be money: neither its name nor its values say so. ${byPlace(at, { terminal: 'If it counts orders, units or people, give --kpi units; --kpi money if it is right.', screen: 'Say whether it is, or counts orders, units or people.' })}`,
    { column: 'sales' },
  ),
  no_media_cols: error(
    (p, at) =>
      `No column looks like media spend or exposure; there are ${columns(listFact(p, 'columns'))}. ${byPlace(at, { terminal: 'Name spend columns like tv_spend, or give a spec with --spec.', screen: 'Give the role of media to those that are.' })}`,
    { facts: { columns: ['week', 'revenue', 'temperature'] } },
  ),
  geo_not_supported: error(
    (p) =>
      `Column \`${p.column}\` names ${fact(p, 'count')} regions; only one national series can be fitted for now. Sum the regions by date, or keep one of them.`,
    { column: 'geo', facts: { count: 40, values: ['Geo0', 'Geo1'] } },
  ),
  one_geo_left_out: note(
    (p) => `Column \`${p.column}\` is always \`${fact(p, 'value')}\` and was left out.`,
    { column: 'geo', facts: { value: 'national' } },
  ),
  population_left_out: note(
    (p) => `Column \`${p.column}\` holds a population, which a national model does not use; it was left out.`,
    { column: 'population' },
  ),
  reach_frequency_left_out: note(
    (p) =>
      `${columns(listFact(p, 'columns'))} (reach and frequency of ${fact(p, 'channel')}) are not used yet; its impressions and spend are.`,
    { facts: { columns: ['Channel3_reach', 'Channel3_frequency'], channel: 'Channel3' } },
  ),
  outcome_left_out: note(
    (p) =>
      isPlural(p)
        ? `${columnNames(p)} are themselves moved by media; controlling for them would remove media's own effect, so they were left out.`
        : `Column \`${p.column}\` is itself moved by media; controlling for it would remove media's own effect, so it was left out.`,
    { column: 'sessions' },
  ),
  exposure_used: note(
    (p) =>
      isPlural(p)
        ? `${columnNames(p)} (what people saw or clicked) measure what these channels did; ${columns(listFact(p, 'spends'))} are what they cost.`
        : `Column \`${p.column}\` (what people saw or clicked) measures what the channel did; \`${fact(p, 'spend')}\` is what it cost.`,
    { column: 'tv_impressions', facts: { spend: 'tv_spend' } },
  ),
  exposure_not_used: note(
    (p) =>
      `Column \`${p.column}\` is not used because ${fact(p, 'why')}; \`${fact(p, 'spend')}\` drives the effect itself.`,
    { column: 'tv_grp', facts: { spend: 'tv_spend', why: 'row 12 has spend and no exposure' } },
  ),
  exposure_without_spend: note(
    (p) =>
      isPlural(p)
        ? `${columnNames(p)} have no spend beside them: their effect is estimated, but there is no ROAS.`
        : `Column \`${p.column}\` has no spend beside it: its effect is estimated, but there is no ROAS.`,
    { column: 'newsletter' },
  ),
  demand_captured: note(
    (p) =>
      `Column \`${p.column}\` looks like brand search, which follows demand as much as it makes it; read its ROAS with care.`,
    { column: 'brand_search_spend' },
  ),
  treatment_apart: note(
    (p, at) =>
      `Column \`${p.column}\` is what you set besides media: its effect is reported apart, counted from ${startOf(p)}. ${byPlace(at, { terminal: 'Another `reference` can be given in the spec (--spec).', screen: 'Another value to count from can be given when you configure a run.' })}`,
    { column: 'price', facts: { value: 9.99, is: 'usual' } },
  ),
  unsure_role: warning(
    (p, at) =>
      isPlural(p)
        ? `${columnNames(p)}: nothing tells what these are, so they are controls and get no credit as media. If one is a channel, ${makeChannel(at)}.`
        : `Column \`${p.column}\`: nothing tells what it is, so it is a control and gets no credit as media. If it is a channel, ${makeChannel(at)}.`,
    { column: 'x7' },
  ),
  column_left_out: note((p) => `Column \`${p.column}\` was left out: ${fact(p, 'reason')}.`, {
    column: 'comment',
    facts: { reason: 'it is empty' },
  }),
  long_table_pivoted: note(
    (p) =>
      `The table has one row for each date and \`${p.column}\`; it was turned into one row for each date with a column for each of ${columns(listFact(p, 'values'))}.`,
    { column: 'channel', facts: { values: ['tv', 'search'] } },
  ),
  long_rows_filled: note(
    (p) =>
      `Column \`${p.column}\`: ${count(numberFact(p, 'count'), 'row')} of a date and a channel ${numberFact(p, 'count') === 1 ? 'is' : 'are'} not there (${columns(listFact(p, 'channels'))}, first on ${fact(p, 'date')}) and ${numberFact(p, 'count') === 1 ? 'was' : 'were'} taken as 0.`,
    { column: 'channel', facts: { count: 14, channels: ['tv', 'radio'], date: '2023-02-06' } },
  ),
  long_rows_missing: warning(
    (p) =>
      `Column \`${p.column}\`: ${count(numberFact(p, 'count'), 'row')} of ${columns(listFact(p, 'channels'))} ${numberFact(p, 'count') === 1 ? 'is' : 'are'} not there (first on ${fact(p, 'date')}), taken as 0; elsewhere 0 is written out, so data are probably missing. Add them, with 0 where nothing ran.`,
    { column: 'channel', facts: { count: 3, channels: ['tv'], date: '2023-02-06' } },
  ),
  long_table_repeated: error(
    (p, at) =>
      numberFact(p, 'count') > 1
        ? `${rows(p)} repeat the date and \`${p.column}\` of rows before them. Keep one row for each date and ${p.column}, or add them up${flag(at, 'with --duplicates sum')}.`
        : `${rows(p)} repeats the date and \`${p.column}\` of a row before it. Keep one row for each date and ${p.column}, or add them up${flag(at, 'with --duplicates sum')}.`,
    { column: 'channel', row: 40, facts: { rows: '40', count: 1 } },
  ),
  long_table_kpi: note(
    (p) =>
      `\`${fact(p, 'value')}\` in column \`${p.column}\` is not a channel but what is to be explained: its \`${fact(p, 'of')}\` was taken as the KPI.`,
    { column: 'channel', facts: { value: 'revenue', of: 'amount' } },
  ),
  long_table_no_kpi: error(
    (p) =>
      `The table has a row for each date and \`${p.column}\` and no KPI (revenue, sales, orders). Add a column with the KPI of each date, repeated in its rows, or a row for each date where \`${p.column}\` is \`revenue\`.`,
    { column: 'channel' },
  ),
  long_table_no_channel: error(
    (p) =>
      `${place(p)} ${numberFact(p, 'count') > 1 ? 'are' : 'is'} empty although \`${fact(p, 'of')}\` is given. Write the name of the channel.`,
    { column: 'channel', row: 12, facts: { rows: '12', count: 1, of: 'spend' } },
  ),
  too_many_channels: error(
    (p) =>
      `Column \`${p.column}\` names ${fact(p, 'count')} channels; at most ${fact(p, 'limit')} can be told apart. Merge the small ones under one name.`,
    { column: 'channel', facts: { count: 240, limit: 200 } },
  ),
  kpi_repeated: note(
    (p) =>
      `Column \`${p.column}\` repeats its value in the rows of one date; it was taken once for each date.`,
    { column: 'revenue' },
  ),
  kpi_summed_over_channels: warning(
    (p) =>
      `Column \`${p.column}\` differs between the rows of one date, so it was summed over them. If each row holds the whole KPI of the date, keep it in one row only.`,
    { column: 'revenue' },
  ),
  outcome_as_media: warning(
    (p) =>
      `Column \`${p.column}\` is a result of media, but the only media column there is, so it is used as one. Give spend or impressions instead if you can.`,
    { column: 'clicks' },
  ),
  missing_columns: error(
    (p, at) => (p.path === 'roles' ? notInTable(p, at) : `${meant(p)} is not in the data. ${nearby(p, at)}`),
    {
      column: 'tv_spnd',
      path: 'channels[0].column',
      facts: { nearest: 'tv_spend' },
    },
  ),
  target_is_channel: error(
    (p) =>
      `Column \`${p.column}\` is what is to be explained and channel \`${fact(p, 'channel')}\` at once (the same column or the same numbers). Keep it in one place.`,
    { column: 'revenue', facts: { channel: 'revenue' } },
  ),
  column_used_twice: error(
    (p) =>
      `Column \`${p.column}\` is used twice, at ${p.path} and at ${p.facts?.other ?? p.facts?.earlier}. Keep one of the two.`,
    { column: 'tv_spend', path: 'channels[2].column', facts: { other: 'channels[0].column' } },
  ),
} satisfies Catalogue;

function meant(told: Told): string {
  return `Column \`${told.column}\`${told.path ? ` (${told.path})` : ''}`;
}

/** All digits: what is counted from it depends on each. */
const inFull = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 });

/** Where a treatment adds nothing. */
function startOf(told: Told): string {
  if (told.facts?.is === undefined) return 'its smallest value';
  const value = inFull.format(numberFact(told, 'value'));
  return told.facts.is === 'usual' ? `${value}, its usual value` : value;
}

function makeChannel(at: Place): string {
  return byPlace(at, {
    terminal: 'move it to `channels` in the spec (--spec)',
    screen: 'give it the role of media',
  });
}

/** The only role that can be given on the command line is the target. */
function notInTable(told: Told, at: Place): string {
  const available = listFact(told, 'columns');
  const guess = told.facts?.nearest ?? nearest(told.column ?? '', available);
  const remedy = guess ? `Did you mean \`${guess}\`?` : 'Choose one of them.';
  const which = byPlace(at, { terminal: 'Flag `--target`: column', screen: 'Column' });
  return `${which} \`${told.column}\` is not in the data; there are ${columns(available)}. ${remedy}`;
}

function nearby(told: Told, at: Place): string {
  const suggestion = told.facts?.nearest ?? nearest(told.column ?? '', listFact(told, 'available'));
  if (suggestion) return `Did you mean \`${suggestion}\`?`;
  return `Correct the name${flag(at, 'in the spec')}, or add the column.`;
}
