// A database of a PostgreSQL server: made by whoever comes first, one server's alone, and told when it is lost.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { placeOfPostgres } from '../testing/empty-database.ts';
import type { OpenDatabase } from './connection.ts';
import { openPostgres } from './postgres.ts';

test('has a PostgreSQL server where one is required', () => {
  if (!placeOfPostgres)
    console.log('Skipped: PostgreSQL. `npm run cluster -- npx vitest run packages/server` starts one.');
  expect(placeOfPostgres !== undefined || process.env.MIXMODEL_REQUIRE_CLUSTER !== '1').toBe(true);
});

describe.runIf(placeOfPostgres !== undefined)('a database of a server', () => {
  const opened: OpenDatabase[] = [];
  const open = async (url: string) => {
    const one = await openPostgres(url);
    opened.push(one);
    return one;
  };
  afterEach(async () => {
    for (const { close } of opened.splice(0)) await close();
  });

  test('is migrated once by servers that start at the same time, and one of them has it', async () => {
    const url = await newDatabase();
    const answers = await Promise.allSettled([open(url), open(url), open(url)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(String(answer.reason)).toContain('another MixModel server works with it');
    const tables = await opened[0]?.database.$client.query('select 1 from runs');
    expect(tables?.rows).toEqual([]);
  });

  test('is free again once its server has closed', async () => {
    const url = await newDatabase();
    await (await openPostgres(url)).close();
    await expect(open(url)).resolves.toBeDefined();
  });

  test('tells when its session has ended, as another server may have it from then on', async () => {
    const url = await newDatabase();
    const { database, lost } = await open(url);
    await database.$client.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database =
       (select oid from pg_database where datname = current_database())`,
    );
    expect((await lost).message).toContain('terminating connection');
  });
});

async function newDatabase(): Promise<string> {
  const url = new URL(placeOfPostgres ?? '');
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const name = `mixmodel_test_${randomBytes(8).toString('hex')}`;
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}
