// The only reader of the environment: every setting with its default and meaning, and every problem at once.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

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

/** One row of the reference page. */
export interface ConfigurationRow {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

/** Every variable the server reads, in the order of the reference page. */
export const configurationTable = [
  { name: 'PORT', default: '3000', meaning: 'Where the server listens.' },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'Address it listens on; `0.0.0.0` lets other machines in.',
  },
  {
    name: 'DATA_DIR',
    default: './.mixmodel',
    meaning: 'Folder of everything that is kept: database, uploads, draws, secrets. One server at a time.',
  },
  {
    name: 'PUBLIC_URL',
    default: '',
    meaning:
      'Address people type, where it is not `http://HOST:PORT`; with `https://`, cookies are sent over TLS only.',
  },
  {
    name: 'TRUST_PROXY',
    default: 'false',
    meaning:
      '`true` believes the one proxy before the server about the address of the caller: the last entry of its `X-Forwarded-For`. Set it only where nobody reaches the server but through that proxy.',
  },
  {
    name: 'JWT_SECRET_KEY',
    default: '',
    meaning:
      'At least 32 characters that sign sessions. Without it one is made at the first start and kept in DATA_DIR.',
  },
  {
    name: 'APP_ENV',
    default: 'production',
    meaning: '`production`, `development` or `test`.',
  },
  {
    name: 'REGISTRATION',
    default: 'confirmed with SMTP_URL, else open',
    meaning:
      '`open` lets anyone who reaches the server make an account with a workspace of its own, at once; `confirmed` only with a link that is mailed, so that nobody learns who has an account; `closed` only the first owner. The operator can close it while the server runs.',
  },
  {
    name: 'SMTP_URL',
    default: '',
    meaning:
      'Mail server, such as `smtp://user:password@mail.example.com:587` (`smtps://` for TLS from the first byte). Without it letters are kept in DATA_DIR/outbox. Needs MAIL_FROM and PUBLIC_URL.',
  },
  {
    name: 'MAIL_FROM',
    default: '',
    meaning: 'Whom letters come from: `MixModel <mixmodel@example.com>`.',
  },
  {
    name: 'DATABASE_URL',
    default: '',
    meaning:
      'PostgreSQL (15 or later) that keeps what is not a file: `postgresql://user:password@db.example.com:5432/mixmodel`. One server works with it. Without it the database is in DATA_DIR.',
  },
  {
    name: 'S3_ENDPOINT_URL',
    default: '',
    meaning:
      'Store for uploads, checkpoints and draws, by the protocol S3: `https://s3.example.com`. Without it they are kept in DATA_DIR. Needs S3_ACCESS_KEY, S3_SECRET_KEY and S3_BUCKET_NAME.',
  },
  { name: 'S3_ACCESS_KEY', default: '', meaning: 'Whom the store knows this server as.' },
  { name: 'S3_SECRET_KEY', default: '', meaning: 'What this server signs its requests to the store with.' },
  {
    name: 'S3_BUCKET_NAME',
    default: '',
    meaning: 'A bucket that is there already and is MixModel’s alone.',
  },
  { name: 'S3_REGION', default: 'us-east-1', meaning: 'What the store calls its place.' },
  {
    name: 'OIDC_ISSUER_URL',
    default: '',
    meaning:
      'Provider people may sign in with (OpenID Connect); its redirect address is PUBLIC_URL/sign-in/return. Needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
  },
  { name: 'OIDC_CLIENT_ID', default: '', meaning: 'What the provider calls this server.' },
  { name: 'OIDC_CLIENT_SECRET', default: '', meaning: 'What this server shows the provider.' },
  {
    name: 'OIDC_NAME',
    default: 'your provider',
    meaning: 'What the provider is called on the button: "Sign in with …".',
  },
  {
    name: 'ENCRYPTION_KEY',
    default: '',
    meaning:
      'At least 32 characters that encrypt secrets in the database (second factors). Without it one is made at the first start and kept in DATA_DIR. Keep it: with another one, nobody with a second factor can sign in.',
  },
  {
    name: 'THREADS',
    default: 'processors − 1, at most 4',
    meaning: 'Worker threads of a fit. The numbers are the same with any.',
  },
  {
    name: 'MAX_RUN_MEMORY_MB',
    default: '2048',
    meaning: 'Memory a run may need, by its estimate: a larger one is refused before it begins.',
  },
  {
    name: 'MAX_RUN_MINUTES',
    default: '60',
    meaning: 'Minutes a run may take, by its estimate.',
  },
  {
    name: 'DELETED_DAYS',
    default: '7',
    meaning:
      'Days in which a deleted workspace or dataset can be restored; then its rows and files are removed.',
  },
  {
    name: 'RUNS_AT_ONCE',
    default: '1',
    meaning: 'Runs that are worked on at the same time; the chains of one already fill THREADS processors.',
  },
  {
    name: 'WORKSPACE_RUNS_AT_ONCE',
    default: '1',
    meaning: 'Of these, how many may be of one workspace.',
  },
  {
    name: 'WORKSPACE_RUNS_OPEN',
    default: '20',
    meaning: 'Runs of one workspace that may wait or be at work; one more is refused.',
  },
  {
    name: 'WORKSPACE_STORAGE_MB',
    default: '10240',
    meaning:
      'MB of uploads and of draws and results of finished runs that one workspace may keep, with what was deleted and can be restored; more uploads and runs are refused.',
  },
  {
    name: 'ACCOUNT_WORKSPACES',
    default: '50',
    meaning:
      'Workspaces one account may own, with those that were deleted and can be restored; one more is not made.',
  },
  {
    name: 'ACCOUNT_STREAMS',
    default: '20',
    meaning:
      'Streams of events (pages that watch a run) that may be open for one account at a time, its API keys included; one more is refused.',
  },
  {
    name: 'KEEP_CANCELLED_HOURS',
    default: '24',
    meaning:
      'How long the draws of a cancelled run are kept, so that it can be resumed where it stopped; afterwards it begins anew, with the same numbers.',
  },
  {
    name: 'WEBHOOK_INTERNAL',
    default: 'refuse',
    meaning:
      '`allow` lets webhooks go to plain http and to addresses inside this server’s own network, which whoever manages a workspace could then reach.',
  },
  {
    name: 'LOG_LEVEL',
    default: 'warn',
    meaning: '`error`, `warn`, `info` (one line a request), `debug` or `silent`.',
  },
] as const satisfies readonly ConfigurationRow[];

type Name = (typeof configurationTable)[number]['name'];

/** Of the cluster profile, which is not there yet: accepted silently they would lose data. */
const notYet = {
  REDIS_URL: 'keeps its queue in the process',
} as const;

/** Each sentence says what was wanted, what was got and what to do. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export type Environ = Readonly<Record<string, string | undefined>>;

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

type Reader = ReturnType<typeof reader>;

/** What must be set beside `name`. */
function missing(name: Name, others: readonly Name[], { text }: Reader): string[] {
  return others
    .filter((other) => text(other) === undefined)
    .map((other) => `${name} is set, but ${other} is not, and needs to be. Set ${other}, or unset ${name}.`);
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

function clusterProblems(environ: Environ): string[] {
  return Object.entries(notYet)
    .filter(([name]) => (environ[name] ?? '').trim() !== '')
    .map(
      ([name, instead]) =>
        `${name} is set, but this version ${instead}: running on several machines is not there yet. Unset ${name}.`,
    );
}

/** `a, b or c` */
function anyOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Reads one variable at a time; what is wrong is added to `problems` and read as absent. */
function reader(environ: Environ, problems: string[]) {
  const text = (name: Name): string | undefined => environ[name]?.trim() || undefined;
  const wrong = (name: Name, wanted: string, remedy: string): undefined => {
    problems.push(`${name} wants ${wanted}; got \`${text(name)}\`. ${remedy}`);
    return undefined;
  };
  return {
    text,
    whole(name: Name, { least, most }: { least: number; most: number }): number | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      if (/^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
      return wrong(name, `a whole number from ${least} to ${most}`, `Set such a number, or unset ${name}.`);
    },
    choice<Choice extends string>(name: Name, choices: readonly Choice[], fallback: Choice): Choice {
      const value = text(name);
      if (value === undefined) return fallback;
      const found = choices.find((choice) => choice === value);
      return found ?? wrong(name, anyOf(choices), 'Choose one of them.') ?? fallback;
    },
    address(name: Name): string | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const url = URL.canParse(value) ? new URL(value) : undefined;
      if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
        return url.origin;
      return wrong(name, 'an address such as https://mixmodel.example.com', 'Leave out any path.');
    },
    /** Its value is never repeated. */
    secret(name: Name): string | undefined {
      const value = text(name);
      if (value === undefined || value.length >= 32) return value;
      problems.push(
        `${name} wants at least 32 characters; got ${value.length}. Make one with \`openssl rand -hex 32\`, or unset it and one is made.`,
      );
      return undefined;
    },
  };
}
