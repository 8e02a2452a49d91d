// Phrases about places in the user's table: true of every row and column they name.
import { columns, count, fact, list, listFact, numberFact, rows, type Told } from './entry.ts';

/** Different values shown before "and n more". */
const SHOWN = 4;
/** Letters of a cell shown: enough to find it again. */
const LETTERS = 40;

/** `Rows 12 and 15, column `revenue``; where a value is made of several rows, its date. */
export function place(told: Told): string {
  const at = periods(told);
  return told.column === undefined ? at : `${at}, column \`${told.column}\``;
}

function periods(told: Told): string {
  const dates = listFact(told, 'onDates');
  if (dates.length > 0) return `${dates.length > 1 ? 'Dates' : 'Date'} ${some(dates)}`;
  const weeks = listFact(told, 'weeksFrom');
  if (weeks.length === 0) return rows(told);
  const which = weeks.length > 1 ? 'The weeks that begin in' : 'The week that begins in';
  return `${which} ${rows(told).replace('Row', 'row')} (${some(weeks)})`;
}

/** `Column `a``, or `Columns `a`, `b` and `c`` where one sentence speaks of several. */
export function columnNames(told: Told): string {
  const names = listFact(told, 'columns');
  return names.length > 1 ? `Columns ${columns(names)}` : `Column \`${told.column}\``;
}

/** Whether what is said of all periods holds only for those with a KPI. */
export const isAmongKpi = (told: Told): boolean => told.facts?.among === 'kpi';

/** Whether the sentence speaks of several columns. */
export const isPlural = (told: Told): boolean => listFact(told, 'columns').length > 1;

/** The different texts of the cells meant, `one` when they are all the same. */
function textsOf(told: Told, one: string): readonly string[] {
  const several = listFact(told, 'texts');
  return several.length > 1 ? several : [fact(told, one)];
}

/** `"hello" is not a number`, `"hello" and "world" are not numbers`. */
export function texts(told: Told, not: { readonly one: string; readonly many: string }): string {
  const found = textsOf(told, 'text').map(quoted);
  return found.length > 1 ? `${some(found)} are not ${not.many}` : `${found[0]} is not ${not.one}`;
}

/** `-250 is`, `-250 and -20 are`. */
export function numbers(told: Told, one: string): string {
  const several = listFact(told, 'texts');
  return several.length > 1 ? `${some(several)} are` : `${fact(told, one)} is`;
}

/** `the cell is empty`, `the cell holds `n/a`, which means no value`, or both of several cells. */
export function emptiness(told: Told): string {
  // The rows of the date stand for other things as well.
  if (listFact(told, 'onDates').length > 0) return 'no row holds a value';
  const words = listFact(told, 'holds');
  const many = numberFact(told, 'count') > 1;
  if (words.length === 0) return many ? 'the cells are empty' : 'the cell is empty';
  const held = `${some(words.map((word) => `\`${word}\``))}, which ${words.length > 1 ? 'mean' : 'means'} no value`;
  if (numberFact(told, 'blank') > 0) return `the cells are empty or hold ${held}`;
  return many ? `the cells hold ${held}` : `the cell holds ${held}`;
}

/** `a, b and 3 more`. */
export function some(words: readonly string[], total = words.length): string {
  const shown = words.slice(0, SHOWN);
  const more = total - shown.length;
  return list(more > 0 ? [...shown, `${more.toLocaleString('en-US')} more`] : shown);
}

/** `; 3 more rows are off as well`, after a sentence about the first of them. */
export function moreRows(told: Told, what: string): string {
  const more = numberFact(told, 'count') - 1;
  return more > 0 ? `; ${count(more, 'more row')} ${more === 1 ? 'is' : 'are'} ${what} as well` : '';
}

function quoted(text: string): string {
  return `"${text.length > LETTERS ? `${text.slice(0, LETTERS)}…` : text}"`;
}
