// Opens the embedded database and brings its tables up to date: PGlite, in a folder or in memory.
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { migrationsFolder, type OpenDatabase } from './connection.ts';
import * as schema from './schema.ts';
import { untilPanic } from './survivor.ts';

export interface OpenPglite extends OpenDatabase {
  /** All of it, to begin another database from. */
  dump(): Promise<Blob>;
}

/** PostgreSQL's own default of 128 MB more than doubles the memory of an idle server. */
const sharedBuffers = ['-c', 'shared_buffers=32MB'];

/**
 * Written through to the operating system, not to the disk: PGlite's file system for Node knows no fsync, with or
 * without its default `-F` (docs/decisions/0012-server.md).
 *
 * `from`, where there is nothing in `folder` yet: a database that `dump` gave.
 */
export async function openPglite(folder: string | 'memory', from?: Blob): Promise<OpenPglite> {
  if (folder !== 'memory' && !existsSync(folder)) await make(folder, from);
  return open(folder, folder === 'memory' ? from : undefined);
}

/**
 * Made beside its place and moved there whole: PostgreSQL takes seconds to write its first files, and a start that is
 * killed meanwhile must not leave a database that no later start can open.
 */
async function make(folder: string, from: Blob | undefined): Promise<void> {
  const beside = `${folder}.new`;
  await rm(beside, { recursive: true, force: true });
  const { close } = await open(beside, from);
  await close();
  await rename(beside, folder);
}

async function open(folder: string | 'memory', from: Blob | undefined): Promise<OpenPglite> {
  const lite = await PGlite.create({
    dataDir: folder === 'memory' ? 'memory://' : folder,
    ...(from && { loadDataDir: from }),
    startParams: [...PGlite.defaultStartParams, ...sharedBuffers],
  });
  let isLost = false;
  const lost = untilPanic(lite);
  void lost.then(() => {
    isLost = true;
  });
  const database = drizzle(lite, { schema });
  await migrate(database, { migrationsFolder });
  return {
    database,
    lost,
    ping: async () => void (await lite.query('select 1')),
    dump: () => lite.dumpDataDir('none'),
    close: async () => (isLost ? undefined : lite.close()),
  };
}
