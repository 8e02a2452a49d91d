// Sentences for several files that are joined on their dates; `ofFile` names the one that is meant.
import { type Catalogue, columns, count, error, fact, listFact, numberFact, rows, warning } from './entry.ts';
import { some } from './table.ts';

export const joinErrors = {
  join_no_date: error(
    (p) =>
      `No column holds dates, by which its rows could be joined with those of the other files; there are ${columns(listFact(p, 'columns'))}. Add the date of each row.`,
    { facts: { ofFile: 'spend.csv', columns: ['channel', 'spend'] } },
  ),
  join_dates_repeat: error(
    (p) =>
      `${rows(p)}: the date stands in another row already, so it is not known which of them belongs to the rows of the other files. Keep one row for each date.`,
    { column: 'week', row: 3, facts: { ofFile: 'spend.csv', rows: '3 and 4', count: 2 } },
  ),
  join_steps_differ: error(
    (p) =>
      `Its dates are ${count(numberFact(p, 'days'), 'day')} apart, those of \`${fact(p, 'other')}\` ${fact(p, 'otherDays')}. Bring all files to days, weeks or months before they are joined.`,
    { column: 'day', facts: { ofFile: 'spend.csv', days: 1, other: 'sales.csv', otherDays: 7 } },
  ),
  join_no_date_shared: error(
    (p) =>
      `None of its dates stands in another file: it begins on ${fact(p, 'date')}, \`${fact(p, 'other')}\` on ${fact(p, 'otherDate')}. Write the same day for each period in every file.`,
    {
      column: 'week',
      facts: { ofFile: 'spend.csv', date: '2024-01-07', other: 'sales.csv', otherDate: '2024-01-01' },
    },
  ),
  join_column_renamed: warning(
    (p) =>
      `Another file has a column \`${fact(p, 'text')}\` as well, so this one is called \`${p.column}\`. Ignore the one that is not meant, or rename it in its file.`,
    { column: 'tv_spend (spend.csv)', facts: { ofFile: 'spend.csv', text: 'tv_spend' } },
  ),
  join_rows_missing: warning(
    (p) =>
      `It has no row for ${count(numberFact(p, 'count'), 'date')} of the other files (${some(listFact(p, 'dates'), numberFact(p, 'count'))}), so its columns are empty there. Add the rows if they are missing by mistake.`,
    { facts: { ofFile: 'spend.csv', dates: ['2024-01-01', '2024-01-08'], count: 2 } },
  ),
} satisfies Catalogue;
