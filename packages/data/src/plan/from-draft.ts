// A spec the user wrote, held against the table: columns that are not there are named with their nearest neighbours.
import { namesUsedTwice, nearest as nearestName } from '@mixmodel/contract';
import type { SpecDraft } from '@mixmodel/engine';
import { error, type Finding, note } from '../finding.ts';
import type { Table } from '../read/table.ts';
import { type Planned, type UsedColumn, usedColumns } from './plan.ts';

export function planFromDraft(table: Table, draft: SpecDraft): Planned {
  const controls = draft.controls ?? [];
  const { columns, channels, treatments, holdout } = draft;
  const plan = {
    columns,
    channels,
    controls,
    ...(treatments && { treatments }),
    ...(holdout && { holdout }),
  };
  const used = usedColumns(plan);
  const outcomes = controls.filter((control) => control.role === 'outcome');
  const left = outcomes.map((control) => note('outcome_left_out', { column: control.column }));
  const none =
    draft.channels.length === 0
      ? [error('no_media_cols', { path: 'channels' }, { columns: headers(table) })]
      : [];
  const named = namesUsedTwice(draft).map(({ code, path, facts }) => error(code, { path }, facts));
  return { plan, findings: [...missingColumns(table, used), ...usedTwice(used), ...named, ...none, ...left] };
}

const headers = (table: Table): string[] => table.columns.map((column) => column.header);

export function missingColumns(
  table: Table,
  used: readonly Pick<UsedColumn, 'column' | 'path'>[],
): Finding[] {
  const present = headers(table);
  return used
    .filter(({ column }) => !present.includes(column))
    .map(({ column, path }) => {
      const nearest = nearestName(column, present);
      return error(
        'missing_columns',
        { column, path },
        { columns: present, ...(nearest === undefined ? {} : { nearest }) },
      );
    });
}

/** One column may stand once; a target that is a channel as well explains itself. */
function usedTwice(used: readonly UsedColumn[]): Finding[] {
  const seen = new Map<string, UsedColumn>();
  const findings: Finding[] = [];
  for (const use of used) {
    const before = seen.get(use.column);
    if (!before) seen.set(use.column, use);
    else if (before.use === 'target' && isMedia(use))
      findings.push(
        error(
          'target_is_channel',
          { column: use.column, path: use.path },
          { channel: use.channel ?? use.column },
        ),
      );
    else
      findings.push(
        error('column_used_twice', { column: use.column, path: use.path }, { other: before.path }),
      );
  }
  return findings;
}

const isMedia = ({ use }: UsedColumn): boolean => use === 'spend' || use === 'organic' || use === 'exposure';
