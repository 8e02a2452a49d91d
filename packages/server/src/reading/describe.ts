// A file that was read, as its page shows it: table, columns, findings, grid and the draft of a spec.
import { isoDate, lastDay, type Mapping } from '@mixmodel/contract';
import type { Prepared, Table } from '@mixmodel/data';
import { hasErrors } from '@mixmodel/data';
import type { ModelData } from '@mixmodel/engine';
import { describeColumns } from './describe-columns.ts';
import { findingView } from './finding-view.ts';
import type { FileView } from './protocol.ts';

/** The gravest come first; of a thousand columns every two may move together. */
const mostFindings = 500;

export function describeFile(prepared: Prepared, mapping: Mapping): FileView {
  const { table, guesses, data, draft, findings } = prepared;
  const columns = table ? describeColumns(table.columns, guesses, mapping) : [];
  return {
    table: table ? tableView(table) : null,
    columns,
    findings: findings.slice(0, mostFindings).map((finding) => findingView(finding, columns)),
    grid: data && !hasErrors(findings) ? gridView(data) : null,
    // The same shape: the schema's arrays are not marked as read-only.
    draft: (draft as FileView['draft'] | undefined) ?? null,
    refusal: table ? [] : findings.filter(({ severity }) => severity === 'error'),
  };
}

function tableView({ source, rowNumbers }: Table): FileView['table'] {
  const { kind, delimiter = null, encoding = null, sheet = null, sheets = [] } = source;
  return { kind, delimiter, encoding, sheet, sheets: [...sheets], rows: rowNumbers.length };
}

/** The periods with a KPI: those before the first give media their history only. */
function gridView({ period, dates, leadIn }: ModelData): FileView['grid'] {
  const [from, last] = [isoDate(dates[leadIn] ?? 0), isoDate(dates.at(-1) ?? 0)];
  return { period, periods: dates.length - leadIn, from, to: lastDay(last, period) };
}
