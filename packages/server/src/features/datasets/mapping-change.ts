// A mapping is saved with a note of what it changes: which columns are something else, and how else the file is read.
import type { AuditFacts, Mapping } from '@mixmodel/contract';
import { canonicalJson } from '@mixmodel/runtime';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { record } from '../audit/actions.ts';
import { type DatasetRow, updateMapping } from './queries.ts';

/** Nothing is noted where the mapping stays what it was. */
export async function saveMapping(
  { database, clock }: Services,
  scope: Scope,
  { dataset: { id, firstId, name, version } }: DatasetRow,
  mapping: Mapping,
): Promise<void> {
  await database.transaction(async (tx) => {
    const before = await updateMapping(tx, scope, id, mapping);
    if (!before) throw refuse('not_found', { facts: { what: 'dataset' } });
    const changed = changesOf(before, mapping);
    if (Object.keys(changed).length === 0) return;
    const facts = { name, version, ...changed };
    await record(tx, scope, {
      action: 'dataset.mapping_changed',
      subjectId: firstId,
      facts,
      at: clock.now(),
    });
  });
}

/** A log tells what was done, and a file may have thousands of columns with headers as long as books. */
const mostLetters = 500;

/** `columns`: "price: control, rain: as detected"; beside it the new value of each other setting, null where it is detected. */
function changesOf(before: Mapping, after: Mapping): AuditFacts {
  const { roles: rolesBefore = {}, ...readBefore } = before;
  const { roles = {}, ...read } = after;
  const columns = differing(rolesBefore, roles).map(
    (column) => `${column}: ${Object.hasOwn(roles, column) ? roles[column] : 'as detected'}`,
  );
  const settings = Object.entries(read);
  const settingOf = (key: string) => settings.find(([name]) => name === key)?.[1] ?? null;
  return {
    ...(columns.length > 0 ? { columns: clipped(columns.join(', ')) } : {}),
    ...Object.fromEntries(
      differing(readBefore, read).map((key) => {
        const value = settingOf(key);
        return [key, typeof value === 'object' && value ? clipped(canonicalJson(value)) : value];
      }),
    ),
  };
}

/** Keys whose values are not the same in both. */
function differing(before: object, after: object): string[] {
  const [one, other] = [before, after].map((object) => new Map(Object.entries(object)));
  const same = (key: string) =>
    canonicalJson(one?.get(key) ?? null) === canonicalJson(other?.get(key) ?? null);
  return [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])].filter((key) => !same(key));
}

function clipped(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;
}
