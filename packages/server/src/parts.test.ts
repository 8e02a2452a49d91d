// What a server cannot be made of is told in a sentence, without its passwords.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { keptIn, openParts, reasonOf } from './parts.ts';
import { hasStore, testBucket } from './testing/bucket.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mixmodel-parts-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('what is wrong is told, also where a name has several addresses', () => {
  const tried = ['::1', '127.0.0.1'].map((address) => new Error(`connect ECONNREFUSED ${address}:5432`));
  expect(reasonOf(new AggregateError(tried))).toBe(
    'connect ECONNREFUSED ::1:5432, connect ECONNREFUSED 127.0.0.1:5432',
  );
  const query = new DrizzleQueryError('create schema "drizzle"', [], new Error('permission denied'));
  expect(reasonOf(query)).toBe('permission denied');
});

test('where everything is, is told without passwords', () => {
  const config = readConfig({
    DATA_DIR: '/data',
    DATABASE_URL: 'postgresql://anna:hunter2@db.example.com/mmm',
  });
  expect(keptIn(config)).toBe('The database is at db.example.com/mmm, files are in /data, secrets in /data.');
  expect(keptIn(readConfig({ DATA_DIR: '/data' }))).toBe('Everything is kept in /data.');
});

test('a database that does not answer', async () => {
  const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: 'postgresql://anna:hunter2@127.0.0.1:1/mmm' });
  await expect(openParts(config)).rejects.toThrow(
    /^The database at 127\.0\.0\.1:1\/mmm cannot be used \(.*ECONNREFUSED.*\)\. Nothing was changed\. Check DATABASE_URL/,
  );
});

describe('a bucket', () => {
  const opened = (bucket: object) =>
    openParts({ ...readConfig({ DATA_DIR: dataDir }), bucket: { ...nowhere, ...bucket } });
  const nowhere = {
    endpoint: 'http://127.0.0.1:1',
    region: 'us-east-1',
    accessKey: 'anna',
    secretKey: 'hunter2',
    name: 'mmm',
  };

  test('of a store that does not answer', async () => {
    await expect(opened({})).rejects.toThrow(
      /^The bucket mmm at http:\/\/127\.0\.0\.1:1 cannot be used \(.*ECONNREFUSED.*\)\. Check the S3_ variables/,
    );
  });

  test.runIf(hasStore)('that is not there, or not for these keys', async () => {
    const bucket = await testBucket();
    await expect(opened({ ...bucket, name: 'another' })).rejects.toThrow('(there is no bucket another)');
    await expect(opened({ ...bucket, secretKey: 'hunter2' })).rejects.toThrow(
      '(the store does not let these keys use it)',
    );
  });
});
