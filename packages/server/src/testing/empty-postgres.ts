// An empty database of a PostgreSQL server, from a template that test files share.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { OpenDatabase } from '../database/connection.ts';
import { openPostgres } from '../database/postgres.ts';

/** `server`: address of a database from which others may be made. It is gone once it is closed. */
export async function emptyPostgres(server: string, schemaVersion: string): Promise<OpenDatabase> {
  const template = `mixmodel_empty_${schemaVersion}`;
  const name = `mixmodel_test_${randomBytes(8).toString('hex')}`;
  await asked(server, async (client) => {
    // Test files begin at the same time, and nobody may be in a template that is copied.
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await made(client, server, template);
    await client.query(`create database ${name} template ${template}`);
  });
  const opened = await openPostgres(within(server, name));
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await asked(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function made(client: Client, server: string, template: string): Promise<void> {
  const beside = `${template}_${randomBytes(4).toString('hex')}`;
  await client.query(`create database ${beside}`);
  const { close } = await openPostgres(within(server, beside));
  await close();
  await client.query(`alter database ${beside} rename to ${template}`);
}

async function asked(server: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function within(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
