// Opens a database of a PostgreSQL server and brings its tables up to date, one server after another.
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { loggable } from '../loggable.ts';
import { migrationsFolder, type OpenDatabase } from './connection.ts';
import * as schema from './schema.ts';

/** Any two numbers that no other program takes of this database. */
const locks = { migration: 7_284_193, server: 7_284_194 };

/** The oldest whose SQL is the SQL of the migrations. */
const oldest = 15;

export class DatabaseTaken extends Error {
  override readonly name = 'DatabaseTaken';

  constructor() {
    super('another MixModel server works with it');
  }
}

/** Throws `DatabaseTaken` when another server works with it: they would take each other's runs for left behind. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    // The session that holds the lock asks little: what stands between must not take it for dead, nor we for alive.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // For as long as a connection lasts: the pool listens only while nobody uses it. The next question opens another one.
  pool.on('connect', (client) => client.on('error', (error) => console.error(loggable(error).message)));
  pool.on('error', () => {});
  try {
    await migrated(pool);
    const { lost, release } = await taken(pool);
    return {
      database: persistent(drizzle(pool, { schema })),
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

const deadlock = '40P01';
const mostTries = 5;

/** Of transactions that wait for each other PostgreSQL ends one: it left nothing behind, and is done again. */
function persistent<Schema extends Record<string, unknown>, Open extends NodePgDatabase<Schema>>(
  database: Open,
): Open {
  const once = database.transaction.bind(database);
  database.transaction = async (work, settings) => {
    for (let tries = 1; ; tries++) {
      try {
        return await once(work, settings);
      } catch (error) {
        if (tries === mostTries || codeOf(error) !== deadlock) throw error;
      }
    }
  };
  return database;
}

function codeOf(error: unknown): unknown {
  const reason = error instanceof DrizzleQueryError ? error.cause : error;
  return reason instanceof Error && 'code' in reason ? reason.code : undefined;
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
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      locks.server,
    ]);
    if (!rows[0]?.free) throw new DatabaseTaken();
  } catch (error) {
    client.release(true);
    throw error;
  }
  let asking: NodeJS.Timeout | undefined;
  const lost = new Promise<Error>((resolve) => {
    client.on('error', resolve);
    const ask = () => client.query(stillThere).catch(resolve);
    asking = setInterval(() => void ask(), askEveryMs).unref();
  });
  const release = async () => {
    clearInterval(asking);
    const unlocked = client.query('select pg_advisory_unlock($1)', [locks.server]);
    // A session that has ended holds no lock: it is only taken out of the pool.
    client.release(
      await unlocked.then(
        () => false,
        () => true,
      ),
    );
  };
  return { lost, release };
}

const askEveryMs = 10_000;
/** A network that is cut says nothing. */
const stillThere = { text: 'select 1', query_timeout: 10_000 };

async function checkVersion(client: Pick<Pool, 'query'>): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) < oldest)
    throw new Error(`it is PostgreSQL ${version}, and MixModel needs ${oldest} or later`);
}
