// A database of a PostgreSQL server: made by whoever comes first, one server's alone, and told when it is lost.
import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { placeOfPostgres } from '../testing/empty-database.ts';
import type { OpenDatabase } from './connection.ts';
import { openPostgres } from './postgres.ts';
import { workspaces } from './schema.ts';

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

  test('does a transaction again that waited for another as that one for it', async () => {
    const { database } = await open(await newDatabase());
    const rows = ['a', 'b'].map((name) => ({ id: v7(), name, createdAt: new Date(0) }));
    await database.insert(workspaces).values(rows);
    let tries = 0;
    let bothBegun: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => {
      bothBegun = resolve;
    });
    const renamed = (own: number, other: number, name: string) =>
      database.transaction(async (tx) => {
        const rename = (which: number) =>
          tx
            .update(workspaces)
            .set({ name })
            .where(eq(workspaces.id, rows[which]?.id ?? ''));
        await rename(own);
        if (++tries === 2) bothBegun?.();
        await begun;
        await rename(other);
      });
    await Promise.all([renamed(0, 1, 'first'), renamed(1, 0, 'second')]);
    expect(tries).toBe(3);
    const names = (await database.select({ name: workspaces.name }).from(workspaces)).map(({ name }) => name);
    expect(new Set(names).size).toBe(1);
  });

  test('goes on when the connection of a transaction ends, whose work is refused', async () => {
    const { database, ping } = await open(await newDatabase());
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on('uncaughtException', note);
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const cut = database.transaction(async (tx) => {
      const { rows } = (await tx.execute(sql`select pg_backend_pid() as pid`)) as unknown as {
        rows: [{ pid: number }];
      };
      await database.$client.query('select pg_terminate_backend($1)', [rows[0].pid]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.select().from(workspaces);
    });
    await expect(cut).rejects.toThrow();
    await ping();
    await new Promise(setImmediate);
    process.off('uncaughtException', note);
    expect(unhandled).toEqual([]);
    expect(String(told.mock.calls[0]?.[0])).toContain('terminating connection');
    told.mockRestore();
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
