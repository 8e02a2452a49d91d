// What each column of a table is to a spec its owner wrote: no guess, and named by its place.
import type { SpecDraft } from '@mixmodel/engine';
import type { Table } from '../read/table.ts';
import type { ColumnGuess, Role } from '../roles/guess.ts';
import { labelOf } from '../roles/label.ts';
import { type Plan, type UsedColumn, usedColumns } from './plan.ts';

export function statedRoles({ columns }: Table, draft: SpecDraft): ColumnGuess[] {
  const used = usedColumns({ ...draft, controls: draft.controls ?? [] });
  const outcomes = (draft.controls ?? []).filter(({ role }) => role === 'outcome');
  return columns.map(({ header: column }): ColumnGuess => {
    const use = used.find((one) => one.column === column);
    if (use) return statedRole(use, draft);
    return outcomes.some((control) => control.column === column)
      ? stated(column, 'outcome', 'The spec calls it an outcome of media, so it is left out.')
      : stated(column, 'ignore', 'The spec does not name it.');
  });
}

function statedRole(
  { column, use, path, channel: owner }: UsedColumn,
  { columns: { target }, channels }: Pick<Plan, 'channels'> & Pick<SpecDraft, 'columns'>,
): ColumnGuess {
  const role = path.startsWith('treatments') ? 'treatment' : use;
  const channel = channels.find((one) => one.column === column);
  return {
    ...stated(column, role, 'The spec says so.'),
    ...(channel ? { label: channel.name ?? labelOf(column) } : {}),
    ...(owner === undefined ? {} : { spend: owner }),
    ...(use === 'target' ? { kind: target.kind } : {}),
  };
}

const stated = (column: string, role: Role, reason: string): ColumnGuess => ({
  column,
  role,
  reason,
  confidence: 'high',
});
