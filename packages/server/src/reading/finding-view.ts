// A finding as a screen tells it: title, sentence, where it is, and what would settle it.
import { type FindingView, fixesOf, type KnownColumn, sentence, titleOf } from '@mixmodel/contract';
import type { Finding } from '@mixmodel/data';

/** Rows of one finding that travel; its facts have their number. */
const mostRows = 100;

export function findingView(finding: Finding, known: readonly KnownColumn[] = []): FindingView {
  const { code, severity } = finding;
  return {
    code,
    severity,
    title: titleOf(finding),
    sentence: sentence(finding, 'screen'),
    columns: columnsOf(finding, known),
    rows: rowsOf(finding).slice(0, mostRows),
    fixes: fixesOf(finding, known),
  };
}

/** Rows of one file among several are not those of the table that is shown. */
function rowsOf({ rows = [], row, facts = {} }: Finding): number[] {
  if (facts.ofFile !== undefined) return [];
  return rows.length > 0 || row === undefined ? [...rows] : [row];
}

/** Facts that list the columns there are, not those the finding is about. */
const listsWhatThereIs: ReadonlySet<string> = new Set([
  'no_date_column',
  'no_target',
  'no_media_cols',
  'missing_columns',
  'join_no_date',
]);

/** The columns to look at, the first one first. */
function columnsOf({ code, column, facts = {} }: Finding, known: readonly KnownColumn[]): string[] {
  const also = [facts.other, facts.spend, facts.columns, facts.spends].flatMap((fact) => fact ?? []);
  const names = listsWhatThereIs.has(code) ? [] : also.map(String);
  const inTable = names.filter((name) => known.some((each) => each.name === name));
  return [...new Set([...(column === undefined ? [] : [column]), ...inTable])];
}
