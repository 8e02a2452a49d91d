// The migrations make exactly the tables that the schema describes, and leave what is there alone.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { expect, test } from 'vitest';
import { migrationsFolder } from './connection.ts';
import { openPglite } from './pglite.ts';
import * as schema from './schema.ts';

const tables = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table));

test('the database has the columns, indexes and keys of the schema, and no others', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mixmodel-database-'));
  const first = await openPglite(join(folder, 'database'));
  await first.database.insert(schema.workspaces).values({
    id: '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10',
    name: 'Acme',
    createdAt: new Date(0),
  });
  await first.close();
  // Opened again: migrations that have run do not run again.
  const { database, close } = await openPglite(join(folder, 'database'));
  expect(await database.$count(schema.workspaces)).toBe(1);

  const columns = await database.$client.query<{ name: string }>(
    `select table_name || '.' || column_name || ' ' || data_type || case is_nullable when 'NO' then ' not null' else '' end as name
     from information_schema.columns where table_schema = 'public'`,
  );
  expect(columns.rows.map(({ name }) => name).sort()).toEqual(
    tables
      .flatMap(({ name, columns: own }) =>
        own.map(
          (column) => `${name}.${column.name} ${column.getSQLType()}${column.notNull ? ' not null' : ''}`,
        ),
      )
      .sort(),
  );

  const named = await database.$client.query<{ name: string }>(
    `select indexname as name from pg_indexes where schemaname = 'public'
     union all select conname from pg_constraint where contype = 'f'`,
  );
  expect(named.rows.map(({ name }) => name).sort()).toEqual(
    tables
      .flatMap(({ name, columns: own, indexes, uniqueConstraints, primaryKeys, foreignKeys }) => [
        ...own.filter(({ primary }) => primary).map(() => `${name}_pkey`),
        ...own.filter(({ isUnique }) => isUnique).map(({ uniqueName }) => uniqueName),
        ...indexes.map(({ config }) => config.name),
        ...[...uniqueConstraints, ...primaryKeys, ...foreignKeys].map((key) => key.getName()),
      ])
      .sort(),
  );
  await close();
  await rm(folder, { recursive: true });
});

/** A database as the migrations up to that of the number left it. */
async function databaseOf(last: number): Promise<PGlite> {
  const folder = await mkdtemp(join(tmpdir(), 'mixmodel-migrations-'));
  await cp(migrationsFolder, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { idx: number }[] };
  const entries = journal.entries.filter(({ idx }) => idx <= last);
  await writeFile(path, JSON.stringify({ ...journal, entries }));
  const lite = await PGlite.create();
  await migrate(drizzle(lite), { migrationsFolder: folder });
  await rm(folder, { recursive: true });
  return lite;
}

test('a webhook of before has been active since it was made', { timeout: 180_000 }, async () => {
  const lite = await databaseOf(10);
  const id = '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10';
  await lite.exec(`
    insert into accounts (id, email, name, created_at) values ('${id}', 'anna@example.com', 'Anna', now());
    insert into workspaces (id, name, created_at) values ('${id}', 'Acme', now());
    insert into webhooks (id, workspace_id, url, events, secret, created_by, created_at)
      values ('${id}', '${id}', 'https://hooks.example.com/', '["run.completed"]', 'sealed', '${id}', '2026-01-02T03:04:05Z');
  `);
  await migrate(drizzle(lite), { migrationsFolder });
  const { rows } = await lite.query('select active, active_since from webhooks');
  expect(rows).toEqual([{ active: true, active_since: new Date('2026-01-02T03:04:05Z') }]);
  await lite.close();
});

test('what runs of before keep is to be measured, whatever was counted of it', {
  timeout: 180_000,
}, async () => {
  const lite = await databaseOf(13);
  const id = '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10';
  await lite.exec(`
    insert into accounts (id, email, name, created_at) values ('${id}', 'anna@example.com', 'Anna', now());
    insert into workspaces (id, name, created_at) values ('${id}', 'Acme', now());
    insert into datasets (id, workspace_id, name, file_name, bytes, sha256, files, mapping, sample, first_id, version, created_by, created_at)
      values ('${id}', '${id}', 'Sales', 'sales.csv', 1, '', '[]', '{}', false, '${id}', 1, '${id}', now());
    insert into runs (id, workspace_id, number, name, dataset_id, state, mapping, spec, size_rule, sampling, seed, data_sha256, model_sha256, numerics, estimate_ms, created_by, created_at)
      values ('${id}', '${id}', 1, 'Run', '${id}', 'completed', '{}', '{}', '{}', '{}', 1, '', '', 1, 1, '${id}', now());
  `);
  const counted = async () => (await lite.query('select stored_bytes from runs')).rows;
  expect(await counted()).toEqual([{ stored_bytes: 0 }]);
  await migrate(drizzle(lite), { migrationsFolder });
  expect(await counted()).toEqual([{ stored_bytes: null }]);
  await lite.close();
});
