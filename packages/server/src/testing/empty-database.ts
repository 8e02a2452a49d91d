// A database with every table and no row, in memory: made once, and begun from its copy afterwards.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { migrationsFolder, type OpenDatabase, openDatabase } from '../database/connection.ts';

let copy: Promise<Blob | undefined> | undefined;

/** Making the files of a new PostgreSQL takes seconds of a processor; a test file each would pay them. */
export async function emptyDatabase(): Promise<OpenDatabase> {
  const path = await copyPath();
  copy ??= read(path);
  const kept = await copy;
  if (kept !== undefined) return openDatabase('memory', kept);
  const made = await openDatabase('memory');
  const dump = await made.dump();
  copy = Promise.resolve(dump);
  await keep(path, dump);
  return made;
}

async function copyPath(): Promise<string> {
  const pglite = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const hash = createHash('sha256').update(await readFile(join(pglite, '..', 'package.json')));
  for (const name of (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql')).sort())
    hash.update(await readFile(join(migrationsFolder, name)));
  const folder = pglite.slice(0, pglite.lastIndexOf('node_modules') + 'node_modules'.length);
  return join(folder, '.cache', 'mixmodel', `empty-database-${hash.digest('hex').slice(0, 16)}.tar`);
}

async function read(path: string): Promise<Blob | undefined> {
  try {
    return new Blob([await readFile(path)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Moved into place whole: test files begin at the same time. */
async function keep(path: string, dump: Blob): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(beside, Buffer.from(await dump.arrayBuffer()));
  await rename(beside, path);
}
