// An empty PGlite in memory, from a copy that is kept between test runs.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OpenDatabase } from '../database/connection.ts';
import { openPglite } from '../database/pglite.ts';

let copy: Promise<Blob | undefined> | undefined;

/** Making the files of a new PostgreSQL takes seconds of a processor; a test file each would pay them. */
export async function emptyPglite(schemaVersion: string): Promise<OpenDatabase> {
  const path = await copyPath(schemaVersion);
  copy ??= read(path);
  const kept = await copy;
  if (kept !== undefined) return openPglite('memory', kept);
  const made = await openPglite('memory');
  const dump = await made.dump();
  copy = Promise.resolve(dump);
  await keep(path, dump);
  return made;
}

async function copyPath(schemaVersion: string): Promise<string> {
  const pglite = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(await readFile(join(pglite, '..', 'package.json'), 'utf8'));
  const folder = pglite.slice(0, pglite.lastIndexOf('node_modules') + 'node_modules'.length);
  return join(folder, '.cache', 'mixmodel', `empty-database-${version}-${schemaVersion}.tar`);
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
