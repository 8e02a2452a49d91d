// Short titles of findings in a data file: what is the matter, in a few words; the sentence beside it says the rest.
import { columns, count, fact, listFact, numberFact, type Told } from './entry.ts';

type Title = (told: Told) => string;

/** ``a``, ``a` and `b``, or `5 columns` where one finding speaks of more than a title can name. */
function name(told: Told): string {
  const several = listFact(told, 'columns');
  if (several.length > mostNamed) return count(several.length, 'column');
  return columns(several.length > 1 ? several : [told.column ?? '?']);
}

const mostNamed = 3;

const isSeveral = (told: Told): boolean => listFact(told, 'columns').length > 1;

/** How many cells, rows or dates the finding counts. */
const number = (told: Told): number => numberFact(told, 'count') || listFact(told, 'onDates').length || 1;

/** `A price is …`, `3 cells are …`. */
function counted(told: Told, noun: string, rest: { readonly one: string; readonly many: string }): string {
  const n = number(told);
  return n === 1 ? `1 ${noun} ${rest.one}` : `${count(n, noun)} ${rest.many}`;
}

const cellsOf =
  (what: string): Title =>
  (told) =>
    `${counted(told, 'cell', { one: 'is', many: 'are' })} not ${what}`;

const IN = (told: Told): string => (told.column === undefined ? '' : ` in ${name(told)}`);

const notNumbers: Title = (told) => {
  const n = number(told);
  return `${count(n, 'cell')}${IN(told)} ${n === 1 ? 'holds' : 'hold'} no number`;
};

const missing: Title = (told) => {
  const n = number(told);
  return `${count(n, 'value')} ${n === 1 ? 'is' : 'are'} missing${IN(told)}`;
};

/** Inputs of which one says nothing that the others do not. */
const tie: Title = (told) => {
  const others = listFact(told, 'columns');
  if (fact(told, 'how') === 'sum') return `\`${told.column}\` is a sum of others`;
  return others.length === 1
    ? `\`${told.column}\` and ${columns(others)} are the same to a model`
    : `\`${told.column}\` follows from others`;
};

const ofFile = {
  empty_file: () => 'The file is empty',
  file_too_large: () => 'The file is too large',
  file_type: (p) => `This is ${fact(p, 'found')}`,
  workbook_encrypted: () => 'The workbook has a password',
  zip_bomb: () => 'The workbook is too large once unpacked',
  workbook_damaged: () => 'The workbook is damaged',
  workbook_too_slow: () => 'The workbook takes too long to read',
  workbook_too_big: () => 'The workbook needs too much memory',
  sheet_not_found: (p) => `There is no sheet \`${fact(p, 'sheet')}\``,
  sheet_empty: (p) => `Sheet \`${fact(p, 'sheet')}\` is empty`,
  encoding_unknown: (p) => `Encoding \`${fact(p, 'encoding')}\` is not known`,
  unclosed_quote: (p) => `A quotation mark is not closed in row ${p.row}`,
  one_column: () => 'Only one column was found',
  no_header: () => 'The column names are missing',
  header_only: () => 'There are no rows below the header',
  too_many_rows: () => 'There are too many rows',
  too_many_columns: () => 'There are too many columns',
  duplicate_headers: (p) => `${listFact(p, 'columns').length} columns are called \`${p.column}\``,
  reserved_header: (p) => `Column ${fact(p, 'letter')} needs another name`,
  empty_header: (p) => `Column ${fact(p, 'letter')} has no name`,
  ragged_rows: (p) =>
    `${counted(p, 'row', { one: 'does', many: 'do' })} not have ${count(numberFact(p, 'expected'), 'value')}`,
  encoding_guessed: (p) => `Read as ${fact(p, 'encoding')}`,
  rows_above_header: (p) => `The header is in row ${p.row}`,
  several_sheets: (p) => `Sheet \`${fact(p, 'sheet')}\` was read`,
  row_numbers_left_out: () => 'A column of row numbers was left out',
} satisfies Record<string, Title>;

const ofJoins = {
  join_no_date: () => 'A file has no dates to be joined by',
  join_dates_repeat: (p) => `${counted(p, 'row', { one: 'repeats', many: 'repeat' })} a date`,
  join_steps_differ: () => 'The files are not by the same period',
  join_no_date_shared: () => 'The files have no date in common',
  join_column_renamed: (p) => `\`${fact(p, 'text')}\` stands in two files`,
  join_rows_missing: (p) => `A file lacks ${count(number(p), 'date')}`,
} satisfies Record<string, Title>;

const ofCells = {
  ambiguous_number: (p) => `\`${p.column}\` can be read in two ways`,
  mixed_decimals: (p) => `\`${p.column}\` mixes decimal points and commas`,
  thousands_read: (p) => `${name(p)}: thousands signs were read`,
  decimals_read: (p) => `${name(p)}: decimal signs were read`,
  yes_no_read: (p) => `\`${p.column}\`: yes and no were read as 1 and 0`,
  infinite_number: cellsOf('finite'),
  target_not_numeric: notNumbers,
  media_not_numeric: notNumbers,
  control_not_numeric: notNumbers,
  revenue_per_kpi_not_numeric: notNumbers,
  ambiguous_dates: () => 'Day or month first?',
  mixed_dates: () => 'The dates are written in two ways',
  date_order_decided: () => 'The order of day and month was decided',
  invalid_dates: (p) => `${counted(p, 'cell', { one: 'is', many: 'are' })} not a date`,
  totals_row: (p) => `${counted(p, 'row', { one: 'is', many: 'are' })} not a period`,
  empty_dates: (p) => `${counted(p, 'date', { one: 'is', many: 'are' })} missing`,
  excel_serial_dates: (p) => `\`${p.column}\`: Excel day numbers were read as dates`,
  text_column_left_out: (p) => `\`${p.column}\` holds text and was left out`,
} satisfies Record<string, Title>;

const ofRoles = {
  no_date_column: () => 'No column holds dates',
  no_target: () => 'What is to be explained?',
  two_targets: (p) => `${count(listFact(p, 'columns').length, 'column')} could be what is to be explained`,
  other_target_left_out: (p) => `\`${p.column}\` looks like a KPI too`,
  kpi_kind_assumed: (p) => `\`${p.column}\` is assumed to be money`,
  no_media_cols: () => 'No column looks like media',
  geo_not_supported: (p) => `The data have ${fact(p, 'count')} regions`,
  one_geo_left_out: (p) => `\`${p.column}\` was left out`,
  population_left_out: (p) => `\`${p.column}\` was left out`,
  reach_frequency_left_out: (p) => `Reach and frequency of ${fact(p, 'channel')} are not used`,
  outcome_left_out: (p) => `${name(p)}: moved by media, left out`,
  exposure_used: (p) => (isSeveral(p) ? `${name(p)} drive their channels` : `${name(p)} drives its channel`),
  exposure_not_used: (p) => `\`${p.column}\` is not used`,
  exposure_without_spend: (p) => `${name(p)}: no spend, so no ROAS`,
  demand_captured: (p) => `\`${p.column}\` follows demand`,
  treatment_apart: (p) => `\`${p.column}\` is reported apart`,
  unsure_role: (p) => `What ${isSeveral(p) ? 'are' : 'is'} ${name(p)}?`,
  column_left_out: (p) => `\`${p.column}\` was left out`,
  long_table_pivoted: () => 'The table was turned: one row for each date',
  long_rows_filled: (p) => `${counted(p, 'absent row', { one: 'was', many: 'were' })} taken as 0`,
  long_rows_missing: (p) => `${counted(p, 'row', { one: 'is', many: 'are' })} probably missing`,
  long_table_repeated: (p) => `${counted(p, 'row', { one: 'repeats', many: 'repeat' })} a date`,
  long_table_kpi: (p) => `\`${fact(p, 'value')}\` is what is to be explained`,
  long_table_no_kpi: () => 'There is no KPI in the table',
  long_table_no_channel: (p) => `${counted(p, 'row', { one: 'names', many: 'name' })} no channel`,
  too_many_channels: (p) => `There are ${fact(p, 'count')} channels`,
  kpi_repeated: (p) => `\`${p.column}\` was taken once for each date`,
  kpi_summed_over_channels: (p) => `\`${p.column}\` was added up over the rows of a date`,
  outcome_as_media: (p) => `\`${p.column}\` is a result of media`,
  missing_columns: (p) => `\`${p.column}\` is not in the data`,
  target_is_channel: (p) => `\`${p.column}\` is KPI and channel at once`,
  column_used_twice: (p) => `\`${p.column}\` is used twice`,
} satisfies Record<string, Title>;

const ofDates = {
  one_date: () => 'Every row has the same date',
  duplicate_dates: (p) => `${counted(p, 'row', { one: 'repeats', many: 'repeat' })} a date`,
  duplicates_summed: () => 'Rows of one date were added up',
  date_gaps: (p) => `${counted(p, 'period', { one: 'is', many: 'are' })} missing`,
  irregular_spacing: () => 'The dates are not evenly spaced',
  rows_sorted: () => 'The rows were sorted by date',
  month_start_used: () => 'Dates were taken as months',
  week_end_shifted: () => 'Dates were taken as the ends of weeks',
  min_rows: (p) => `Only ${count(numberFact(p, 'rows'), fact(p, 'period'))}, ${fact(p, 'needed')} are needed`,
  holdout_leaves_few: (p) => `Only ${count(numberFact(p, 'left'), fact(p, 'period'))} before the holdout`,
  low_rows: (p) => `Only ${count(numberFact(p, 'rows'), fact(p, 'period'))}`,
  many_channels: (p) => `More unknowns than ${fact(p, 'period')}s`,
  non_weekly: (p) => `The data are by ${fact(p, 'period')}`,
  daily_offer_weeks: () => 'The data are daily',
  weeks_summed: () => 'Days were added up to weeks',
  partial_period: (p) => `Row ${p.row} looks incomplete`,
  lead_in: (p) => `${count(numberFact(p, 'count'), 'period')} before the first KPI`,
} satisfies Record<string, Title>;

const ofValues = {
  target_all_zero: (p) => `\`${p.column}\` is always 0`,
  target_not_positive: (p) => `\`${p.column}\` adds up to nothing`,
  not_finite: cellsOf('finite'),
  missing_values: missing,
  too_few_rows: (p) => `Only ${count(numberFact(p, 'got'), 'period')} with a value`,
  target_missing: (p) => `\`${p.column}\` is empty in ${count(number(p), 'period')}`,
  missing_kpi: missing,
  high_nulls: missing,
  negative_target: (p) => `\`${p.column}\` is below 0 in ${count(number(p), 'row')}`,
  outliers: (p) => `\`${p.column}\` is unusual in ${count(number(p), 'row')}`,
  log_transform: (p) => `A few large values rule \`${p.column}\``,
  target_constant: (p) => `\`${p.column}\` never changes`,
  number_out_of_range: (p) => `\`${p.column}\` is out of range`,
  negative_spend: (p) => `\`${p.column}\` is below 0 in ${count(number(p), 'row')}`,
  missing_media: missing,
  missing_control: missing,
  missing_revenue_per_kpi: missing,
  revenue_per_kpi_not_positive: (p) => `\`${p.column}\` is not above 0 in ${count(number(p), 'row')}`,
  zero_spend_channel: (p) => `\`${p.column}\` is always 0`,
  zero_variance: (p) => `\`${p.column}\` never changes`,
  few_active_periods: (p) => `\`${p.column}\` hardly ever ran`,
  kpi_computed: (p) => `\`${p.column}\` was computed from other columns`,
  kpi_without_chance: (p) => `\`${p.column}\` is exactly a line and a season`,
  duplicate_columns: (p) => `\`${p.column}\` and \`${fact(p, 'other')}\` are the same`,
  high_correlation: (p) => `\`${p.column}\` and \`${fact(p, 'other')}\` move together`,
  collinear_media: tie,
  collinear_controls: tie,
  flat_media: (p) => `\`${p.column}\` hardly changes`,
  few_channels: (p) => `Only ${count(numberFact(p, 'count'), 'channel')}`,
  add_seasonality: () => 'No column tells of holidays',
} satisfies Record<string, Title>;

const titles: Readonly<Record<string, Title>> = {
  ...ofFile,
  ...ofJoins,
  ...ofCells,
  ...ofRoles,
  ...ofDates,
  ...ofValues,
};

/** A few words for a finding; a code without a title of its own is read as words. */
export function titleOf(told: Told): string {
  if (Object.hasOwn(titles, told.code)) return titles[told.code]?.(told) ?? '';
  const words = told.code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Codes that have a title of their own. */
export const titledCodes: readonly string[] = Object.keys(titles);
