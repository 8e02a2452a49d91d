// Sentences for cells that do not hold the number or the date their column needs.
import {
  byPlace,
  type Catalogue,
  type CatalogueEntry,
  cell,
  columns,
  error,
  fact,
  leaveOut,
  list,
  listFact,
  note,
  type Place,
  type Told,
} from './entry.ts';
import { columnNames, emptiness, isPlural, place, texts } from './table.ts';

const NUMBER = { one: 'a number', many: 'numbers' };

const notNumeric = (remedy: (at: Place) => string): CatalogueEntry =>
  error((p, at) => `${place(p)}: ${texts(p, NUMBER)}. ${remedy(at)}`, {
    column: 'revenue',
    row: 17,
    facts: { text: 'soon', texts: ['soon', 'closed'], rows: '17 and 30', count: 2 },
  });

export const cellErrors = {
  ambiguous_number: error(
    (p, at) =>
      `${cell(p)}: ${fact(p, 'text')} can mean ${raw(p, 'thousands')} or ${raw(p, 'decimal')}. ${decimalSign(at)}`,
    { column: 'tv_spend', row: 2, facts: { text: '1,234', thousands: '1234', decimal: '1.234' } },
  ),
  mixed_decimals: error(
    (p) =>
      `Column \`${p.column}\` mixes decimal points and commas: ${fact(p, 'text')} in row ${p.row}, ${fact(p, 'other')} elsewhere. Write all in one way.`,
    { column: 'tv_spend', row: 9, facts: { text: '12,5', other: '12.5' } },
  ),
  thousands_read: note(
    (p) =>
      isPlural(p)
        ? `${columnNames(p)}: signs as in ${fact(p, 'text')} were read as thousands signs (${raw(p, 'value')}).`
        : `Column \`${p.column}\`: ${fact(p, 'text')} was read as ${raw(p, 'value')}, its sign taken as a thousands sign.`,
    { column: 'revenue', facts: { text: '1,234', value: 1234 } },
  ),
  decimals_read: note(
    (p) =>
      isPlural(p)
        ? `${columnNames(p)}: signs as in ${fact(p, 'text')} were read as decimal signs (${raw(p, 'value')}).`
        : `Column \`${p.column}\`: ${fact(p, 'text')} was read as ${raw(p, 'value')}, its sign taken as a decimal sign.`,
    { column: 'revenue', facts: { text: '12,5', value: 12.5 } },
  ),
  yes_no_read: note((p) => `Column \`${p.column}\`: yes and no (true and false) were read as 1 and 0.`, {
    column: 'promo',
  }),
  infinite_number: error(
    (p) =>
      `${place(p)}: ${texts(p, { one: 'a finite number', many: 'finite numbers' })}. Correct what is written there.`,
    { column: 'revenue', row: 17, facts: { text: 'inf', rows: '17' } },
  ),
  target_not_numeric: notNumeric(() => 'Write a number, or leave the cell empty if it is not known.'),
  media_not_numeric: notNumeric(() => 'Write a number, 0 where nothing ran.'),
  control_not_numeric: notNumeric((at) => `Write a number, or ${leaveOut(at)}.`),
  revenue_per_kpi_not_numeric: notNumeric(() => 'Write what one unit of the KPI brings in that period.'),
  ambiguous_dates: error(
    (p, at) =>
      `${cell(p)}: ${fact(p, 'text')} can be ${eachOrder(p, (order) => fact(p, order))}. ${dateOrder(p, at)}, or write dates as 2024-12-31.`,
    { column: 'week', row: 2, facts: { text: '03/04/2023', dmy: '3 April 2023', mdy: '4 March 2023' } },
  ),
  mixed_dates: error(
    (p) =>
      `${cell(p)}: ${fact(p, 'text')} puts the day in another place than ${fact(p, 'other')}. Write every date in one way, best as 2024-12-31.`,
    { column: 'week', row: 30, facts: { text: '13/04/2023', other: '04/27/2023' } },
  ),
  date_order_decided: note(
    (p) =>
      `Column \`${p.column}\`: ${fact(p, 'text')} was read as ${fact(p, 'date')}, because only so the dates are evenly spaced.`,
    { column: 'week', facts: { text: '02/01/2023', date: '2 January 2023' } },
  ),
  invalid_dates: error(
    (p) =>
      `${place(p)}: ${texts(p, { one: 'a date', many: 'dates' })}. Write dates as 2024-12-31, or delete what is not a period.`,
    { column: 'week', row: 44, facts: { text: '32.01.2023', rows: '44' } },
  ),
  totals_row: error(
    (p) =>
      isSeveral(p)
        ? `${place(p)}: these rows are totals or means of the table, not periods. Delete rows ${fact(p, 'rows')}.`
        : `${place(p)}: "${fact(p, 'text')}" is a total or mean of the table, not a period. Delete row ${p.row}.`,
    { column: 'week', row: 106, facts: { text: 'Total', rows: '106', count: 1 } },
  ),
  empty_dates: error((p) => `${place(p)}: ${emptiness(p)}. Write the date, or delete the row.`, {
    column: 'week',
    row: 44,
    facts: { rows: '44', count: 1 },
  }),
  excel_serial_dates: note(
    (p) =>
      `Column \`${p.column}\` holds Excel day numbers; ${raw(p, 'text')} was read as ${fact(p, 'date')}.`,
    { column: 'week', facts: { text: '44927', date: '1 January 2023' } },
  ),
  text_column_left_out: note(
    (p) =>
      `Column \`${p.column}\` holds text (${columns(listFact(p, 'values'))}) and was left out. For an event, add a column with 1 in its periods and 0 elsewhere.`,
    { column: 'events', facts: { values: ['event1', 'event2', 'na'], distinct: 3 } },
  ),
} satisfies Catalogue;

function decimalSign(at: Place): string {
  return byPlace(at, {
    terminal: 'Say which sign is the decimal one with --decimal . or --decimal ,',
    screen: 'Choose which of the two is meant.',
  });
}

function dateOrder(told: Told, at: Place): string {
  return byPlace(at, {
    terminal: `Say which with ${eachOrder(told, (order) => `--date-order ${order}`)}`,
    screen: 'Choose which is meant',
  });
}

const isSeveral = (told: Told): boolean => Number(told.facts?.count) > 1;

/** A fact as it stands, digits ungrouped: here the grouping itself is the question. */
function raw(told: Told, key: string): string {
  return String(told.facts?.[key] ?? '?');
}

/** Words for each order of day, month and year by which the text is a date. */
function eachOrder(told: Told, words: (order: string) => string): string {
  const possible = ['dmy', 'mdy', 'ymd'].filter((order) => told.facts?.[order] !== undefined);
  return list(possible.map(words), 'or');
}
