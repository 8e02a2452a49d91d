// A database with every table and no row, made once and begun from its copy afterwards: PGlite in memory, or one of the PostgreSQL server the tests are given.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsFolder, type OpenDatabase } from '../database/connection.ts';
import { emptyPglite } from './empty-pglite.ts';
import { emptyPostgres } from './empty-postgres.ts';

/** Where `npm run cluster` says that a PostgreSQL server is, by an address that may make databases. */
export const placeOfPostgres = process.env.MIXMODEL_TEST_POSTGRES;

export async function emptyDatabase(): Promise<OpenDatabase> {
  const version = await schemaVersion();
  return placeOfPostgres ? emptyPostgres(placeOfPostgres, version) : emptyPglite(version);
}

/** The same for the same migrations. */
async function schemaVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql')).sort())
    hash.update(await readFile(join(migrationsFolder, name)));
  return hash.digest('hex').slice(0, 16);
}
