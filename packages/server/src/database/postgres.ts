// Opens a database of a PostgreSQL server and brings its tables up to date, one server after another.
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { loggable } from '../loggable.ts';
import { migrationsFolder, type OpenDatabase } from './connection.ts';
import * as schema from './schema.ts';

/** Any two numbers that no other program takes of this database. */
const locks = { migration: 7_284_193, server: 7_284_194 };

/** The oldest whose SQL is the SQL of the migrations. */
const oldest = 15;

/** Throws when another server works with it: they would take each other's runs for left behind. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Of a connection that nobody uses at the moment: the next question opens another one.
  pool.on('error', (error) => console.error(loggable(error)));
  try {
    await migrated(pool);
    const { lost, release } = await taken(pool);
    return {
      database: drizzle(pool, { schema }),
      lost,
      ping: async () => void (await pool.query('select 1')),
      close: async () => {
        await release();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Servers that start at the same time wait for each other: whoever comes second finds nothing left to do. */
async function migrated(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await checkVersion(client);
    await client.query('select pg_advisory_lock($1)', [locks.migration]);
    try {
      await migrate(drizzle(client), { migrationsFolder });
    } finally {
      await client.query('select pg_advisory_unlock($1)', [locks.migration]);
    }
  } finally {
    client.release();
  }
}

/** The database is this server's alone for as long as one session of it lasts. */
async function taken(pool: Pool): Promise<{ lost: Promise<Error>; release: () => Promise<void> }> {
  const client = await pool.connect();
  const lost = new Promise<Error>((resolve) => client.once('error', resolve));
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
    locks.server,
  ]);
  const release = async () => {
    const unlocked = client.query('select pg_advisory_unlock($1)', [locks.server]);
    // A session that has ended holds no lock: it is only taken out of the pool.
    client.release(
      await unlocked.then(
        () => false,
        () => true,
      ),
    );
  };
  if (rows[0]?.free) return { lost, release };
  client.release();
  throw new Error('another MixModel server works with it');
}

async function checkVersion(client: Pick<Pool, 'query'>): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) < oldest)
    throw new Error(`it is PostgreSQL ${version}, and MixModel needs ${oldest} or later`);
}
