// Configuration → parts → features → a listening server: the only file that knows all of them.
import { mkdir } from 'node:fs/promises';
import { type Config, homeOf, readConfig } from './config.ts';
import type { Environ } from './environ.ts';
import { unclaimedCode } from './features/accounts/actions.ts';
import { tidyUploads } from './features/datasets/tidy.ts';
import { startLetters } from './features/mailing/jobs.ts';
import { type RunWorker, startRuns } from './features/runs/jobs.ts';
import { startWebhooks } from './features/webhooks/jobs.ts';
import { type Sweeper, startSweeper } from './features/workspaces/jobs.ts';
import { features } from './features.ts';
import { type App, buildApp } from './http/app.ts';
import { lockFolder } from './lock.ts';
import { keptIn, openParts, outboxOf, reasonOf } from './parts.ts';
import type { Periodic } from './periodically.ts';
import type { Services } from './services.ts';
import { StartError } from './start-error.ts';

export interface RunningServer {
  /** Where to open it. */
  readonly url: string;
  /** The one-time code of the first owner; undefined once there is one. */
  readonly code: string | undefined;
  /** Where everything is, as a sentence. */
  readonly kept: string;
  /** Where letters wait; undefined when they are mailed. */
  readonly outbox: string | undefined;
  /** Resolves, if ever, with why nothing can be done any more but to end at once and start again. */
  readonly lost: Promise<StartError>;
  /** Ends everything in its order; what was acknowledged is kept. */
  close(): Promise<void>;
}

/** Throws `ConfigError` or `StartError`, whose messages are sentences for people. */
export async function startServer(environ: Environ = process.env): Promise<RunningServer> {
  const config = readConfig(environ);
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let end = undo.pop(); end !== undefined; end = undo.pop()) await end();
  };
  try {
    await makeFolder(config.dataDir);
    const lock = await lockFolder(config.dataDir, homeOf(config));
    undo.push(lock.release);
    const { services, ping, lost, close: closeParts } = await openParts(config);
    undo.push(closeParts);
    await tidyUploads(services);
    let worker: RunWorker | undefined;
    let sender: Periodic | undefined;
    let letters: Periodic | undefined;
    undo.push(async () => worker?.close());
    let sweeper: Sweeper | undefined;
    undo.push(async () => sweeper?.close());
    undo.push(async () => sender?.close());
    undo.push(async () => letters?.close());
    const app = await buildApp({ services, features, ping });
    undo.push(() => app.close());
    const code = await unclaimedCode(services);
    const port = await listen(app, config);
    // Last: a start that finds its port taken should not begin to fit.
    worker = await startRuns(services);
    sweeper = startSweeper(services);
    sender = startWebhooks(services);
    letters = startLetters(services);
    return {
      url: homeOf(config, port),
      code,
      kept: keptIn(config),
      outbox: config.smtp ? undefined : outboxOf(config),
      lost,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The services of a data folder that no server works in, for as long as `work` takes. */
export async function withServices<T>(
  work: (services: Services) => Promise<T>,
  environ: Environ = process.env,
): Promise<T> {
  const config = readConfig(environ);
  await makeFolder(config.dataDir);
  const lock = await lockFolder(config.dataDir, 'a command');
  try {
    const { services, close } = await openParts(config);
    try {
      return await work(services);
    } finally {
      await close();
    }
  } finally {
    await lock.release();
  }
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be made (${reasonOf(error)}). Set DATA_DIR to a folder this user may write to.`,
    );
  }
}

async function listen(app: App, { host, port }: Config): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new StartError(cannotListen({ host, port }, error));
  }
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function cannotListen({ host, port }: Pick<Config, 'host' | 'port'>, error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that one, or choose another port: \`PORT=${port + 1} npm start\`.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose a port above 1023: \`PORT=3000 npm start\`.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address \`${host}\` to listen on. Set HOST to one it has, such as 127.0.0.1.`;
    default:
      return `The server cannot listen on ${host}, port ${port} (${reasonOf(error)}). Set HOST and PORT to others.`;
  }
}
