// Who may import whom: reads the two tables of ARCHITECTURE.md and finds what a file imports against them.
import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';

/** What may cross: everything, or only types and these values. */
type Permission = 'everything' | readonly string[];
type Table = ReadonlyMap<string, ReadonlyMap<string, Permission>>;

export interface ImportTable {
  readonly packages: Table;
  /** By package: those whose inside has a table of its own. */
  readonly rooms: ReadonlyMap<string, Table>;
}

/** Where a file lives. `room` is its first folder (or file) under `src`; `proof` code is never shipped. */
interface Place {
  readonly owner: string;
  readonly room: string;
  readonly proof: boolean;
}

const everyRoom = 'every room';
const proofFolders = new Set(['reference', 'fixtures', 'bench', 'evidence']);

export function readImportTable(markdown: string): ImportTable {
  const withRooms = [...markdown.matchAll(/^### Rooms of the (\w+)$/gm)].map(([, owner = '']) => owner);
  const rooms = withRooms.map((owner) => [owner, tableUnder(markdown, `Rooms of the ${owner}`)] as const);
  return { packages: tableUnder(markdown, 'Packages'), rooms: new Map(rooms) };
}

function tableUnder(markdown: string, heading: string): Table {
  const section = markdown.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`));
  const rows = (section ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  if (rows.length === 0) throw new Error(`ARCHITECTURE.md has no table under the heading "${heading}"`);
  const table = new Map<string, Map<string, Permission>>();
  for (const row of rows) {
    const [from = '', to = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    for (const name of from.split(',')) table.set(bare(name), permissionsIn(to));
  }
  return table;
}

/** "`engine` (types, `InputError`), `contract`" → engine: InputError; contract: everything. */
function permissionsIn(cell: string): Map<string, Permission> {
  const permissions = new Map<string, Permission>();
  if (cell === 'nothing') return permissions;
  for (const [, name = '', limits] of cell.matchAll(
    /(`[^`]+`|every room|every door)(?: \(types([^)]*)\))?/g,
  )) {
    const values = limits === undefined ? 'everything' : limits.split(',').map(bare).filter(Boolean);
    permissions.set(bare(name), values);
  }
  if (permissions.size === 0)
    throw new Error(`ARCHITECTURE.md: cannot read who may be imported in "${cell}"`);
  return permissions;
}

const bare = (name: string) => name.replaceAll('`', '').trim();

export function placeOf(path: string): Place {
  const [top = '', owner = '', area = '', ...rest] = path.split('/');
  if (top !== 'packages') return { owner: top, room: '', proof: true };
  const proof = area !== 'src' || /\.(test|suite)\.tsx?$/.test(path);
  return { owner, room: area === 'src' ? (rest[0] ?? '') : area, proof };
}

/** One sentence for each import of this file that the table does not allow. */
export function breaches(table: ImportTable, path: string, text: string): string[] {
  return importsOf(path, text).flatMap((found) => {
    const reason = found.specifier.startsWith('.')
      ? relativeBreach(table.rooms, path, found)
      : packageBreach(table.packages, path, found);
    return reason ? [`${path}:${found.line} imports ${found.specifier}: ${reason}`] : [];
  });
}

function relativeBreach(tables: ImportTable['rooms'], path: string, found: Import): string | undefined {
  const target = posix.join(posix.dirname(path), found.specifier);
  const from = placeOf(path);
  const to = placeOf(target);
  if (to.owner !== from.owner) {
    return target.startsWith('packages/') ? `use the door @mixmodel/${to.owner}` : outsideOf(from);
  }
  if (from.proof) return undefined;
  if (to.proof || proofFolders.has(to.room)) return 'only tests may import tests, references and fixtures';
  const rooms = tables.get(from.owner);
  if (!rooms || from.room === to.room) return undefined;
  const row = rooms.get(from.room);
  if (!row) return `${from.room} has no row in the table of the rooms of ${from.owner}`;
  return refusal(
    from.room,
    row.get(to.room) ?? row.get(everyRoom) ?? rooms.get(everyRoom)?.get(to.room),
    to.room,
    found,
  );
}

/** The root's own proofs may read the root's scripts and settings; a package stays inside its folder. */
function outsideOf(from: Place): string | undefined {
  return from.proof && !from.room ? undefined : 'a package does not leave its folder';
}

function packageBreach(packages: Table, path: string, found: Import): string | undefined {
  const from = placeOf(path);
  const [, name, deep] = /^@mixmodel\/(report\/charts|[^/]+)(\/.+)?$/.exec(found.specifier) ?? [];
  if (!name) return from.owner === 'engine' && !from.proof ? 'the engine imports nothing' : undefined;
  if (deep) return `a package has one door: @mixmodel/${name}`;
  const row = packages.get(from.owner);
  if (!row) return `${from.owner} has no row in the table of packages`;
  const permission = row.get(name) ?? row.get('every door');
  return refusal(from.owner, from.proof && permission ? 'everything' : permission, name, found);
}

function refusal(
  from: string,
  permission: Permission | undefined,
  to: string,
  found: Import,
): string | undefined {
  if (permission === undefined) return `${from} may not import ${to}`;
  if (permission === 'everything') return undefined;
  const refused = found.values.filter((value) => !permission.includes(value));
  return refused.length > 0 ? `${from} may take only types from ${to}, not ${refused.join(', ')}` : undefined;
}
