// What a failing query leaves in the log.
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Database } from './database/connection.ts';
import * as schema from './database/schema.ts';
import { isOfDatabase, loggable } from './loggable.ts';
import { emptyDatabase } from './testing/empty-database.ts';

const account = {
  id: '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10',
  email: 'anna@example.com',
  name: 'Anna',
  passwordHash: '$argon2id$the-hash',
  createdAt: new Date(0),
};
const secrets = /anna@example|argon2id|the-hash/;

async function failingInsert(): Promise<unknown> {
  const { database, close } = await emptyDatabase();
  const insert = (into: Database) => into.insert(schema.accounts).values(account);
  await insert(database);
  const thrown = await insert(database).then(
    () => undefined,
    (error: unknown) => error,
  );
  await close();
  return thrown;
}

test('a failing insert is logged with its reason and its SQL, and without what was to be stored', async () => {
  const thrown = await failingInsert();
  expect(inspect(thrown, { depth: 5 })).toMatch(secrets);
  const written: string[] = [];
  const { log } = Fastify({ logger: { stream: { write: (line: string) => void written.push(line) } } });
  for (const error of [thrown, (thrown as Error).cause, new Error('while registering', { cause: thrown })]) {
    expect(inspect(loggable(error), { depth: 5, showHidden: true })).not.toMatch(secrets);
    log.error({ err: loggable(error) }, 'unexpected error');
  }
  expect(written).toHaveLength(3);
  for (const line of written) {
    expect(line).not.toMatch(secrets);
    expect(line).toContain('duplicate key value violates unique constraint');
    expect(line).toMatch(/at .*\.[jt]s/);
  }
  // What the driver itself throws knows the SQL in PGlite alone.
  for (const line of [written[0], written[2]]) expect(line).toContain('insert into');
  expect(isOfDatabase(thrown)).toBe(true);
});

test('a value that the database refuses is not repeated in the reason', async () => {
  const { database, close } = await emptyDatabase();
  const wrong = [
    sql`select ${'the-hash "of" Anna'}::text::uuid`,
    sql`select ${'anna@example.com'}::text::int`,
  ];
  const thrown = await Promise.all(
    wrong.map((query) => database.execute(query).catch((error: unknown) => error)),
  );
  await close();
  for (const error of thrown) {
    expect(inspect(error, { depth: 5 })).toMatch(secrets);
    for (const one of [error, (error as Error).cause]) {
      expect(loggable(one).message).toMatch(/invalid input syntax for type \w+: "…" \(22P02\)/);
      expect(inspect(loggable(one), { depth: 5, showHidden: true })).not.toMatch(/the-hash|Anna|anna@/);
    }
  }
});

test('other errors are logged as they are, and what is no error says what it is', () => {
  const error = new Error('chain 2 was lost');
  expect(loggable(error)).toBe(error);
  expect(isOfDatabase(error)).toBe(false);
  expect(loggable({ lost: true }).message).toContain('{"lost":true}');
  expect(loggable(undefined).message).toContain('undefined');
});
