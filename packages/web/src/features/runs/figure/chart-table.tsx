// The table behind a chart: every number that is drawn, for who would rather read than look.
import type { ChartTable as Table } from '@mixmodel/report/charts';
import { cellText } from './cell-text.ts';

export function ChartTable({ table, caption }: { table: Table; caption: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="max-h-96 overflow-auto" tabIndex={0} aria-label={`Table: ${caption}`}>
      <table className="table-plain">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ label, numeric }) => (
              <th key={label} scope="col" className={numeric ? 'n' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a chart have no name and never move
            <tr key={i}>
              {row.map((value, j) => (
                <td key={table.columns[j]?.label} className={table.columns[j]?.numeric ? 'n' : undefined}>
                  {table.shown?.[i]?.[j] ?? cellText(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
