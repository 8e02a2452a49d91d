// The database as features know it, whether it is PGlite or PostgreSQL.
import { fileURLToPath } from 'node:url';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

/**
 * What a transaction does, it does to the database alone: where others wait for it as it for them, it is done again.
 *
 * PGlite has one connection. Inside `database.transaction(async (tx) => …)` use only `tx`: awaiting the outer
 * `database` there waits for itself for ever.
 */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema> & { readonly $client: Client };

/** What a transaction hands out; queries that take part in one accept it. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

interface Client {
  query<Row extends Record<string, unknown> = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<{ readonly rows: Row[] }>;
}

export interface OpenDatabase {
  readonly database: Database;
  /** Resolves, if ever, with why the database can be asked nothing more until it is opened anew. */
  readonly lost: Promise<Error>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** From `src` and from `dist` alike: SQL is not compiled. */
export const migrationsFolder = fileURLToPath(new URL('../../src/database/migrations', import.meta.url));
