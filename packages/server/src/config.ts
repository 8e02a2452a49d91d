// The only reader of the environment: every setting, and every problem at once.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Environ, missing, type Reader, reader } from './environ.ts';

export interface Config {
  readonly environment: Environment;
  readonly host: string;
  /** 0 lets the system choose: tests. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Without a slash at its end; undefined when nothing stands before the server. */
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  /** Undefined: one is made and kept in the data folder. */
  readonly jwtSecretKey: string | undefined;
  readonly registration: (typeof registrations)[number];
  /** Undefined: letters are kept as files. */
  readonly smtp: Smtp | undefined;
  /** Of a PostgreSQL server; undefined: the database is in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Undefined: files are kept in the data folder. */
  readonly bucket: Bucket | undefined;
  /** Undefined: nobody signs in with a provider. */
  readonly oidc: Oidc | undefined;
  /** Undefined: one is made and kept in the data folder. */
  readonly encryptionKey: string | undefined;
  /** Of the fit that runs. */
  readonly threads: number;
  /** By the estimate: what would cost more is refused before it is begun. */
  readonly maxRunMemoryMb: number;
  readonly maxRunMinutes: number;
  /** So long what was deleted can be restored; then it is gone. */
  readonly deletedDays: number;
  /** Of all workspaces together, in this process. */
  readonly runsAtOnce: number;
  /** Of one workspace. */
  readonly workspaceRunsAtOnce: number;
  /** Runs of one workspace that wait or are at work. */
  readonly workspaceRunsOpen: number;
  /** Uploads and finished runs of one workspace together. */
  readonly workspaceStorageMb: number;
  /** Workspaces one account may own. */
  readonly accountWorkspaces: number;
  /** Streams of events that are open for one account, in this process. */
  readonly accountStreams: number;
  /** What a cancelled run has drawn is kept so long, to be gone on with. */
  readonly keepCancelledHours: number;
  /** Whether webhooks may go to addresses inside the server's own network. */
  readonly webhookInternal: boolean;
  readonly logLevel: LogLevel;
  /** An upload of which less than a little comes in such a time is ended: 20 s, except where a test has no patience. */
  readonly uploadWindowMs: number;
  /** Multiplies every rate limit: 1, except where a test asks more often than people do. */
  readonly rateFactor: number;
}

export interface Smtp {
  readonly url: string;
  /** Whom letters come from. */
  readonly from: string;
}

/** Of a store that speaks S3. */
export interface Bucket {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly name: string;
}

export interface Oidc {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says after "Sign in with". */
  readonly name: string;
}

const registrations = ['open', 'confirmed', 'closed'] as const;
const environments = ['development', 'production', 'test'] as const;
const logLevels = ['error', 'warn', 'info', 'debug', 'silent'] as const;

type Environment = (typeof environments)[number];
type LogLevel = (typeof logLevels)[number];

/** Each sentence says what was wanted, what was got and what to do. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export function readConfig(environ: Environ): Config {
  const problems: string[] = [];
  const read = reader(environ, problems);
  const config: Config = {
    environment: read.choice('APP_ENV', environments, 'production'),
    host: read.text('HOST') ?? '127.0.0.1',
    port: read.whole('PORT', { least: 0, most: 65_535 }) ?? 3000,
    dataDir: resolve(read.text('DATA_DIR') ?? '.mixmodel'),
    publicUrl: read.address('PUBLIC_URL'),
    trustProxy: read.choice('TRUST_PROXY', ['true', 'false'] as const, 'false') === 'true',
    jwtSecretKey: read.secret('JWT_SECRET_KEY'),
    registration: read.choice('REGISTRATION', registrations, read.text('SMTP_URL') ? 'confirmed' : 'open'),
    smtp: smtpOf(read, problems),
    databaseUrl: databaseOf(read, problems),
    bucket: bucketOf(read, problems),
    oidc: oidcOf(read, problems),
    encryptionKey: read.secret('ENCRYPTION_KEY'),
    threads: read.whole('THREADS', { least: 1, most: 64 }) ?? defaultThreads(),
    maxRunMemoryMb: read.whole('MAX_RUN_MEMORY_MB', { least: 256, most: 999_999 }) ?? 2048,
    maxRunMinutes: read.whole('MAX_RUN_MINUTES', { least: 1, most: 100_000 }) ?? 60,
    deletedDays: read.whole('DELETED_DAYS', { least: 1, most: 3650 }) ?? 7,
    runsAtOnce: read.whole('RUNS_AT_ONCE', { least: 1, most: 64 }) ?? 1,
    workspaceRunsAtOnce: read.whole('WORKSPACE_RUNS_AT_ONCE', { least: 1, most: 64 }) ?? 1,
    workspaceRunsOpen: read.whole('WORKSPACE_RUNS_OPEN', { least: 1, most: 1000 }) ?? 20,
    workspaceStorageMb: read.whole('WORKSPACE_STORAGE_MB', { least: 1, most: 999_999 }) ?? 10_240,
    accountWorkspaces: read.whole('ACCOUNT_WORKSPACES', { least: 1, most: 100_000 }) ?? 50,
    accountStreams: read.whole('ACCOUNT_STREAMS', { least: 1, most: 10_000 }) ?? 20,
    keepCancelledHours: read.whole('KEEP_CANCELLED_HOURS', { least: 0, most: 8760 }) ?? 24,
    webhookInternal: read.choice('WEBHOOK_INTERNAL', ['allow', 'refuse'] as const, 'refuse') === 'allow',
    logLevel: read.choice('LOG_LEVEL', logLevels, 'warn'),
    uploadWindowMs: 20_000,
    rateFactor: 1,
  };
  problems.push(...clusterProblems(environ));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/**
 * What a person types, and what a link in a letter begins with: never the Host of a request, which whoever asks may
 * choose. A server that listens everywhere is at home under `localhost`.
 */
export function homeOf({ publicUrl, host, port }: Config, listening = port): string {
  if (publicUrl !== undefined) return publicUrl;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${listening}`;
}

/** With a password in it perhaps: it is never repeated. */
function smtpOf(read: Reader, problems: string[]): Smtp | undefined {
  const url = read.text('SMTP_URL');
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    problems.push(
      'SMTP_URL wants an address such as smtp://user:password@mail.example.com:587; got another kind. Correct it, or unset it.',
    );
  // Links in letters would lead whoever reads them to their own machine.
  problems.push(...missing('SMTP_URL', ['MAIL_FROM', 'PUBLIC_URL'], read));
  return { url, from: read.text('MAIL_FROM') ?? '' };
}

/** With a password in it perhaps: it is never repeated. */
function databaseOf(read: Reader, problems: string[]): string | undefined {
  const url = read.text('DATABASE_URL');
  if (url === undefined || (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol))) return url;
  problems.push(
    'DATABASE_URL wants an address such as postgresql://user:password@db.example.com:5432/mixmodel; got another kind. Correct it, or unset it.',
  );
  return undefined;
}

const bucketVariables = ['S3_ENDPOINT_URL', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_BUCKET_NAME'] as const;

/** All of them or none: files kept in another place than was meant would not be found again. */
function bucketOf(read: Reader, problems: string[]): Bucket | undefined {
  const [first] = bucketVariables.filter((name) => read.text(name) !== undefined);
  if (first === undefined) return undefined;
  problems.push(...missing(first, bucketVariables, read));
  return {
    endpoint: read.address('S3_ENDPOINT_URL') ?? '',
    region: read.text('S3_REGION') ?? 'us-east-1',
    accessKey: read.text('S3_ACCESS_KEY') ?? '',
    secretKey: read.text('S3_SECRET_KEY') ?? '',
    name: read.text('S3_BUCKET_NAME') ?? '',
  };
}

function oidcOf(read: Reader, problems: string[]): Oidc | undefined {
  const issuer = read.text('OIDC_ISSUER_URL');
  if (issuer === undefined) return undefined;
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const local = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol !== 'https:' && !local)
    problems.push(
      `OIDC_ISSUER_URL wants an address that begins with https://; got \`${issuer}\`. Correct it, or unset it.`,
    );
  problems.push(...missing('OIDC_ISSUER_URL', ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], read));
  return {
    issuer,
    clientId: read.text('OIDC_CLIENT_ID') ?? '',
    clientSecret: read.text('OIDC_CLIENT_SECRET') ?? '',
    name: read.text('OIDC_NAME') ?? 'your provider',
  };
}

/** One processor stays with whoever asks while a fit runs. */
function defaultThreads(): number {
  return Math.max(1, Math.min(4, availableParallelism() - 1));
}

/** Accepted silently it would promise what does not happen. */
function clusterProblems({ REDIS_URL = '' }: Environ): string[] {
  if (REDIS_URL.trim() === '') return [];
  return [
    'REDIS_URL is set, but this version keeps its queue in the process: running on several machines is not there yet. Unset REDIS_URL.',
  ];
}
