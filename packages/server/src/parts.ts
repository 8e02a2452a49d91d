// What the configuration chooses: the database, the ports and the secrets of a server, opened.
import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { systemClock } from './adapters/clock.ts';
import { processEvents } from './adapters/events/process.ts';
import { outboxMail } from './adapters/mail/outbox.ts';
import { smtpMail } from './adapters/mail/smtp.ts';
import { diskObjects } from './adapters/objects/disk.ts';
import { s3Objects } from './adapters/objects/s3.ts';
import { processQueue } from './adapters/queue/process.ts';
import { background } from './background.ts';
import type { Bucket, Config } from './config.ts';
import type { OpenDatabase } from './database/connection.ts';
import { openPglite } from './database/pglite.ts';
import { DatabaseTaken, openPostgres } from './database/postgres.ts';
import type { Objects } from './ports/objects.ts';
import { isDiskFull } from './refuse.ts';
import { encryptionKey, signingKey } from './secrets.ts';
import type { Services } from './services.ts';
import { StartError } from './start-error.ts';

export interface Parts {
  readonly services: Services;
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>;
  /** Resolves, if ever, with why nothing can be done any more but to end at once and start again. */
  readonly lost: Promise<StartError>;
  /** After the last question to any of them. */
  close(): Promise<void>;
}

/** Throws `StartError`. */
export async function openParts(config: Config): Promise<Parts> {
  const { database, ping, lost, close: closeDatabase } = await openDatabase(config);
  let closeObjects = (): void => {};
  try {
    const { objects, close } = await openObjects(config);
    closeObjects = close;
    const services: Services = {
      ...{ config, database, objects },
      queue: processQueue({ concurrency: config.runsAtOnce }),
      events: processEvents(),
      mail: config.smtp ? smtpMail(config.smtp) : outboxMail(outboxOf(config), systemClock),
      clock: systemClock,
      background: background(),
      signingKey: await signingKey(config),
      encryptionKey: await encryptionKey(config),
    };
    return {
      ...{ services, ping },
      lost: lost.then((error) => lostDatabase(config, error)),
      close: async () => {
        await services.background.settled();
        closeObjects();
        await closeDatabase();
      },
    };
  } catch (error) {
    closeObjects();
    await closeDatabase();
    throw error;
  }
}

/** A sentence on where everything is, for whoever makes copies. */
export function keptIn({ databaseUrl, bucket, dataDir }: Config): string {
  if (databaseUrl === undefined && bucket === undefined) return `Everything is kept in ${dataDir}.`;
  const database = databaseUrl === undefined ? `in ${dataDir}` : `at ${placeOf(databaseUrl)}`;
  const files = bucket === undefined ? `in ${dataDir}` : `in the bucket ${bucket.name} at ${bucket.endpoint}`;
  return `The database is ${database}, files are ${files}, secrets in ${dataDir}.`;
}

export const outboxOf = ({ dataDir }: Config): string => join(dataDir, 'outbox');

/** In one line. The query builder says which query failed, and of several addresses that were tried nothing is said. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof DrizzleQueryError && error.cause) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.message === '')
    return [...new Set(error.errors.map(reasonOf))].join(', ');
  return error.message.split('\n', 1).join('') || ('code' in error ? String(error.code) : error.name);
}

function openDatabase(config: Config): Promise<OpenDatabase> {
  return config.databaseUrl === undefined ? openFolder(config.dataDir) : openServer(config.databaseUrl);
}

async function openFolder(dataDir: string): Promise<OpenDatabase> {
  const folder = join(dataDir, 'database');
  try {
    return await openPglite(folder);
  } catch (error) {
    if (isDiskFull(error))
      throw new StartError(
        `The disk of the data folder ${dataDir} is full, so that the database cannot be opened. Make room on it and start again: what was acknowledged is kept.`,
        { cause: error },
      );
    throw new StartError(
      `The database in ${folder} cannot be opened (${reasonOf(error)}). Nothing was changed. MixModel makes no copies by itself: if you have one of ${dataDir}, put it in its place; otherwise set DATA_DIR to another folder to begin anew.`,
      { cause: error },
    );
  }
}

async function openServer(url: string): Promise<OpenDatabase> {
  try {
    return await openPostgres(url);
  } catch (error) {
    const remedy =
      error instanceof DatabaseTaken
        ? 'Stop that one, or give this one a database of its own.'
        : 'Check DATABASE_URL and that the database is there, or unset it to keep the database in DATA_DIR.';
    throw new StartError(
      `The database at ${placeOf(url)} cannot be used (${reasonOf(error)}). Nothing was changed. ${remedy}`,
      { cause: error },
    );
  }
}

async function openObjects(config: Config): Promise<{ objects: Objects; close(): void }> {
  const { bucket, dataDir } = config;
  if (bucket === undefined) return { objects: diskObjects(join(dataDir, 'objects')), close: () => {} };
  const { objects, ping, close } = await s3Objects(bucket);
  try {
    await ping();
  } catch (error) {
    close();
    throw new StartError(
      `The bucket ${bucket.name} at ${bucket.endpoint} cannot be used (${whyNot(error, bucket)}). Check the S3_ variables, or unset S3_ENDPOINT_URL to keep files in DATA_DIR.`,
      { cause: error },
    );
  }
  return { objects, close };
}

/** Asked whether a bucket is there, a store answers without words. */
function whyNot(error: unknown, { name }: Bucket): string {
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  if ($metadata?.httpStatusCode === 404) return `there is no bucket ${name}`;
  if ($metadata?.httpStatusCode === 403) return 'the store does not let these keys use it';
  return reasonOf(error);
}

/** Without the name and password in it. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

function lostDatabase({ databaseUrl, dataDir }: Config, error: Error): StartError {
  const remedy = isDiskFull(error) ? 'Make room on its disk and start' : 'Start';
  const place = databaseUrl === undefined ? `in ${dataDir}` : `at ${placeOf(databaseUrl)}`;
  return new StartError(
    `The database ${place} could not go on (${reasonOf(error)}), and the server ends with it. ${remedy} it again: what was acknowledged is kept.`,
    { cause: error },
  );
}
