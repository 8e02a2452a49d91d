// The environment: defaults, every problem at once, and nothing secret said aloud.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { configurationTable } from './configuration-table.ts';

function problemsOf(environ: Record<string, string>): readonly string[] {
  try {
    readConfig(environ);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('nothing has to be set', () => {
  expect(readConfig({})).toMatchObject({
    environment: 'production',
    host: '127.0.0.1',
    port: 3000,
    dataDir: resolve('.mixmodel'),
    publicUrl: undefined,
    trustProxy: false,
    jwtSecretKey: undefined,
    registration: 'open',
    smtp: undefined,
    oidc: undefined,
    logLevel: 'warn',
    rateFactor: 1,
  });
  expect(readConfig({}).threads).toBeGreaterThanOrEqual(1);
});

test('empty is as absent, and addresses lose their last slash', () => {
  expect(readConfig({ PORT: ' ', DATABASE_URL: '', PUBLIC_URL: 'https://mmm.example.com/' })).toMatchObject({
    port: 3000,
    publicUrl: 'https://mmm.example.com',
  });
});

test('with a mail server, whoever registers confirms the address, unless it is set otherwise', () => {
  const mail = {
    SMTP_URL: 'smtp://localhost:25',
    MAIL_FROM: 'mmm@example.com',
    PUBLIC_URL: 'https://mmm.example.com',
  };
  expect(readConfig(mail)).toMatchObject({
    registration: 'confirmed',
    smtp: { url: 'smtp://localhost:25', from: 'mmm@example.com' },
  });
  expect(readConfig({ ...mail, REGISTRATION: 'open' })).toMatchObject({ registration: 'open' });
});

test('a database server and a bucket stand in for the data folder', () => {
  const bucket = {
    S3_ENDPOINT_URL: 'https://s3.example.com',
    S3_ACCESS_KEY: 'anna',
    S3_SECRET_KEY: 'hunter2',
    S3_BUCKET_NAME: 'mmm',
  };
  expect(readConfig({ DATABASE_URL: 'postgresql://localhost/mmm', ...bucket })).toMatchObject({
    databaseUrl: 'postgresql://localhost/mmm',
    bucket: { endpoint: 'https://s3.example.com', region: 'us-east-1', name: 'mmm' },
  });
  expect(readConfig({})).toMatchObject({ databaseUrl: undefined, bucket: undefined });
});

describe('what is wrong', () => {
  test('is told all at once, each with what to do', () => {
    expect(
      problemsOf({
        PORT: 'eighty',
        APP_ENV: 'prod',
        TRUST_PROXY: 'yes',
        PUBLIC_URL: 'mmm.example.com',
        JWT_SECRET_KEY: 'hunter2hunter2',
        DATABASE_URL: 'mysql://anna:hunter2@localhost/mmm',
        REDIS_URL: 'redis://localhost',
      }),
    ).toMatchInlineSnapshot(`
      [
        "APP_ENV wants development, production or test; got \`prod\`. Choose one of them.",
        "PORT wants a whole number from 0 to 65535; got \`eighty\`. Set such a number, or unset PORT.",
        "PUBLIC_URL wants an address such as https://mixmodel.example.com; got \`mmm.example.com\`. Leave out any path.",
        "TRUST_PROXY wants true or false; got \`yes\`. Choose one of them.",
        "JWT_SECRET_KEY wants at least 32 characters; got 14. Make one with \`openssl rand -hex 32\`, or unset it and one is made.",
        "DATABASE_URL wants an address such as postgresql://user:password@db.example.com:5432/mixmodel; got another kind. Correct it, or unset it.",
        "REDIS_URL is set, but this version keeps its queue in the process: running on several machines is not there yet. Unset REDIS_URL.",
      ]
    `);
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['THREADS', '0'],
    ['REGISTRATION', 'shut'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'https://example.com/mmm'],
    ['PUBLIC_URL', 'ftp://example.com'],
    ['DATABASE_URL', 'mmm'],
  ])('%s=%s is refused by its name', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });

  test('is also what stands alone and means nothing then', () => {
    expect(problemsOf({ SMTP_URL: 'https://anna:hunter2@mail.example.com' })).toEqual([
      'SMTP_URL wants an address such as smtp://user:password@mail.example.com:587; got another kind. Correct it, or unset it.',
      'SMTP_URL is set, but MAIL_FROM is not, and needs to be. Set MAIL_FROM, or unset SMTP_URL.',
      'SMTP_URL is set, but PUBLIC_URL is not, and needs to be. Set PUBLIC_URL, or unset SMTP_URL.',
    ]);
    expect(problemsOf({ OIDC_ISSUER_URL: 'http://login.example.com', OIDC_CLIENT_ID: 'mmm' })).toEqual([
      'OIDC_ISSUER_URL wants an address that begins with https://; got `http://login.example.com`. Correct it, or unset it.',
      'OIDC_ISSUER_URL is set, but OIDC_CLIENT_SECRET is not, and needs to be. Set OIDC_CLIENT_SECRET, or unset OIDC_ISSUER_URL.',
    ]);
  });

  test('is a bucket of which not everything is told', () => {
    expect(problemsOf({ S3_BUCKET_NAME: 'mmm', S3_SECRET_KEY: 'hunter2' })).toEqual([
      'S3_SECRET_KEY is set, but S3_ENDPOINT_URL is not, and needs to be. Set S3_ENDPOINT_URL, or unset S3_SECRET_KEY.',
      'S3_SECRET_KEY is set, but S3_ACCESS_KEY is not, and needs to be. Set S3_ACCESS_KEY, or unset S3_SECRET_KEY.',
    ]);
  });

  test('never repeats a secret', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://anna:hunter2@localhost/mmm' }).join()).not.toContain(
      'hunter2',
    );
    expect(problemsOf({ JWT_SECRET_KEY: 'hunter2hunter2' }).join()).not.toContain('hunter2');
  });
});

test('the table names each variable once, in sentences', () => {
  const names = configurationTable.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { meaning } of configurationTable) expect(meaning).toMatch(/^[`A-Z].+\.$/);
});
