// Which of the roles a mapping gives can be meant: those of columns that are in the table.
import { type Mapping, nearest } from '@mixmodel/contract';
import { InputError } from '@mixmodel/engine';
import { canonicalJson } from '@mixmodel/runtime';
import type { FileView } from '../../reading/protocol.ts';

/** What decides which columns a file has. */
const readingKeys = ['sheet', 'encoding', 'delimiter', 'decimal', 'dateOrder', 'files'] as const;

/**
 * The mapping to be saved. Roles of columns that are not there are refused; where the file is read in another way
 * than before (another sheet), they are left behind with the columns they were for.
 */
export function checkRoles(asked: Mapping, before: Mapping, { table, columns }: FileView): Mapping {
  const { roles = {} } = asked;
  const names = columns.map(({ name }) => name);
  const unknown = Object.keys(roles).filter((column) => !names.includes(column));
  if (table === null || unknown.length === 0) return asked;
  if (howRead(asked) === howRead(before)) throw refusedRoles(unknown, names);
  const known = Object.entries(roles).filter(([column]) => names.includes(column));
  return { ...asked, roles: Object.fromEntries(known) };
}

const howRead = (mapping: Mapping): string => canonicalJson(readingKeys.map((key) => mapping[key] ?? null));

/**
 * The mapping of a version before, as far as it still means something: roles of columns that are there, and how the
 * files are read where they can be read so.
 */
export async function carriedOver(
  { roles = {}, ...before }: Mapping,
  read: (mapping: Mapping) => Promise<FileView>,
): Promise<{ readonly mapping: Mapping; readonly view: FileView }> {
  const { sheet: _s, encoding: _e, delimiter: _d, decimal: _n, dateOrder: _o, files: _f, ...rest } = before;
  const asBefore = await read(before);
  const [base, seen] = asBefore.table ? [before, asBefore] : [rest, await read(rest)];
  const names = new Set(seen.columns.map(({ name }) => name));
  const known = Object.entries(roles).filter(([column]) => names.has(column));
  if (known.length === 0) return { mapping: base, view: seen };
  const mapping = { ...base, roles: Object.fromEntries(known) };
  return { mapping, view: await read(mapping) };
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
