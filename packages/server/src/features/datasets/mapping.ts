// Which of the roles a mapping gives can be meant: those of columns that are in the table.
import { type Mapping, nearest } from '@mixmodel/contract';
import { InputError } from '@mixmodel/engine';
import type { FileView } from '../../reading/protocol.ts';

/** What decides which columns a file has. */
const readingKeys = ['sheet', 'encoding', 'delimiter', 'decimal', 'dateOrder'] as const;

/**
 * The mapping to be saved. Roles of columns that are not there are refused; where the file is read in another way
 * than before (another sheet), they are left behind with the columns they were for.
 */
export function checkRoles(asked: Mapping, before: Mapping, { table, columns }: FileView): Mapping {
  const { roles = {} } = asked;
  const names = columns.map(({ name }) => name);
  const unknown = Object.keys(roles).filter((column) => !names.includes(column));
  if (table === null || unknown.length === 0) return asked;
  if (readingKeys.every((key) => asked[key] === before[key])) throw refusedRoles(unknown, names);
  const known = Object.entries(roles).filter(([column]) => names.includes(column));
  return { ...asked, roles: Object.fromEntries(known) };
}

function refusedRoles(unknown: readonly string[], columns: readonly string[]): InputError {
  return new InputError(
    unknown.map((column) => {
      const close = nearest(column, columns);
      const facts = { columns, ...(close !== undefined && { nearest: close }) };
      return { code: 'mapping_unknown_column', path: `roles.${column}`, column, facts };
    }),
  );
}
