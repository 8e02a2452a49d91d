// The whole server for a test: database in memory, files in a folder of its own, a clock that can be moved.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountView } from '@mixmodel/contract';
import type { InjectOptions, LightMyRequestResponse, RouteOptions } from 'fastify';
import { processEvents } from '../adapters/events/process.ts';
import { outboxMail } from '../adapters/mail/outbox.ts';
import { diskObjects } from '../adapters/objects/disk.ts';
import { s3Objects } from '../adapters/objects/s3.ts';
import { processQueue } from '../adapters/queue/process.ts';
import { background } from '../background.ts';
import { type Config, readConfig } from '../config.ts';
import { unclaimedCode } from '../features/accounts/actions.ts';
import { features } from '../features.ts';
import { type App, buildApp, type Feature } from '../http/app.ts';
import type { Clock } from '../ports/clock.ts';
import type { Letter } from '../ports/mail.ts';
import { encryptionKey, signingKey } from '../secrets.ts';
import type { Services } from '../services.ts';
import { hasStore, testBucket } from './bucket.ts';
import { emptyDatabase } from './empty-database.ts';
import { lettersIn } from './letters.ts';
import { unlistedRefusals } from './unlisted.ts';

export interface TestServerOptions {
  readonly config?: Partial<Config>;
  /** Before the real ones: hooks they add see every route. */
  readonly extraFeatures?: readonly Feature[];
  readonly webFolder?: string;
  readonly onRoute?: (route: RouteOptions) => void;
}

/** Runs on from the moment it was made, plus what a test adds. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}

export interface TestServer {
  readonly app: App;
  readonly services: Services;
  readonly clock: MovableClock;
  /** An account with a workspace of its own; the first one also owns the installation. */
  register(account?: Partial<NewAccount>): Promise<Client>;
  /** What was written to this address, the oldest first. */
  letters(to: string): Promise<Letter[]>;
  /** Address of a real socket, for what cannot be injected (streams). */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly workspace: string;
}

/** A signed-in person. A path is of their workspace (`/runs`), or whole (`/api/v1/accounts/me`). */
export interface Client {
  readonly account: AccountView;
  readonly workspaceId: string;
  readonly accessToken: string;
  /** The refresh token, as a `cookie` header. */
  readonly cookie: string;
  get(path: string): Promise<LightMyRequestResponse>;
  post(path: string, body?: unknown, headers?: Headers): Promise<LightMyRequestResponse>;
  put(path: string, body?: unknown): Promise<LightMyRequestResponse>;
  patch(path: string, body?: unknown): Promise<LightMyRequestResponse>;
  delete(path: string): Promise<LightMyRequestResponse>;
  /** The same session in another workspace. */
  in(workspaceId: string): Client;
  /** Any request, with the session's header added. */
  inject(options: InjectOptions & { readonly url: string }): Promise<LightMyRequestResponse>;
}

type Headers = Readonly<Record<string, string>>;

export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mixmodel-server-'));
  const config: Config = {
    ...readConfig({ APP_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'error' }),
    port: 0,
    rateFactor: 1000,
    ...options.config,
  };
  const { database, ping, close: closeDatabase } = await emptyDatabase();
  const { objects, close: closeObjects } = hasStore
    ? await s3Objects(await testBucket())
    : { objects: diskObjects(join(dataDir, 'objects')), close: () => {} };
  const clock = movableClock();
  const outbox = join(dataDir, 'outbox');
  const services: Services = {
    config,
    database,
    objects,
    queue: processQueue({ concurrency: config.runsAtOnce }),
    events: processEvents(),
    mail: outboxMail(outbox, clock),
    clock,
    background: background(),
    signingKey: await signingKey(config),
    encryptionKey: await encryptionKey(config),
  };
  const unlisted = unlistedRefusals();
  const everything = [unlisted.feature, ...(options.extraFeatures ?? []), ...features];
  const closeRest = async () => {
    await services.queue.close();
    await services.background.settled();
    await closeDatabase();
    closeObjects();
    await rm(dataDir, { recursive: true, force: true });
  };
  const { webFolder, onRoute } = options;
  const app = await buildApp({ services, features: everything, ping, webFolder, onRoute }).catch(
    async (error: unknown) => {
      await closeRest();
      throw error;
    },
  );
  return {
    app,
    services,
    clock,
    register: (account = {}) => register(app, services, account),
    letters: async (to) => {
      await services.background.settled();
      return (await lettersIn(outbox)).filter((letter) => letter.to === to);
    },
    listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
    async close() {
      await app.close();
      await closeRest();
      unlisted.check();
    },
  };
}

function movableClock(): MovableClock {
  let added = 0;
  return {
    now: () => new Date(Date.now() + added),
    advance(ms) {
      added += ms;
    },
  };
}

let people = 0;

async function register(app: App, services: Services, account: Partial<NewAccount>): Promise<Client> {
  people += 1;
  const payload = {
    email: `person-${people}@example.com`,
    password: 'a password of tests',
    name: `Person ${people}`,
    workspace: `Workspace ${people}`,
    code: await unclaimedCode(services),
    ...account,
  };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/accounts', payload });
  if (answer.statusCode !== 201) throw new Error(`The test's account was refused: ${answer.body}`);
  return clientOf(app, answer);
}

/** The client of a session, from the answer that opened it. */
export function clientOf(app: App, answer: LightMyRequestResponse): Client {
  const { accessToken, account } = answer.json<{ accessToken: string; account: AccountView }>();
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return clientIn(app, account.workspaces[0]?.id ?? '', { account, accessToken, cookie });
}

function clientIn(
  app: App,
  workspaceId: string,
  session: Pick<Client, 'account' | 'accessToken' | 'cookie'>,
): Client {
  const { accessToken } = session;
  const whole = (path: string) =>
    path.startsWith('/api/') ? path : `/api/v1/workspaces/${workspaceId}${path}`;
  const inject: Client['inject'] = ({ url, headers, ...rest }) =>
    app.inject({ ...rest, url: whole(url), headers: { authorization: `Bearer ${accessToken}`, ...headers } });
  const send = (method: 'POST' | 'PUT' | 'PATCH') => (url: string, body?: unknown, headers?: Headers) =>
    inject({
      method,
      url,
      ...(headers && { headers }),
      ...(body !== undefined && { payload: body as object }),
    });
  return {
    ...session,
    workspaceId,
    in: (other) => clientIn(app, other, session),
    get: (url) => inject({ method: 'GET', url }),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: (url) => inject({ method: 'DELETE', url }),
    inject,
  };
}
