// Every variable the server reads, with its default and meaning.

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
      'PostgreSQL (15 or later) that keeps what is not a file: `postgresql://user:password@db.example.com:5432/mixmodel`. One server works with it, and ends when the connection is lost, to be started again by what keeps it running. Without it the database is in DATA_DIR.',
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

export type Name = (typeof configurationTable)[number]['name'];
