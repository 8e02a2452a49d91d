// The migrations make exactly the tables that the schema describes, and leave what is there alone.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { openDatabase } from './connection.ts';
import * as schema from './schema.ts';

const tables = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table));

test('the database has the columns, indexes and keys of the schema, and no others', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mixmodel-database-'));
  const first = await openDatabase(join(folder, 'database'));
  await first.database.insert(schema.workspaces).values({
    id: '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10',
    name: 'Acme',
    createdAt: new Date(0),
  });
  await first.close();
  // Opened again: migrations that have run do not run again.
  const { database, close } = await openDatabase(join(folder, 'database'));
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
