// The real server as a person starts it, on a free port and in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../packages/server/dist/main.js');

export interface Server {
  readonly url: string;
  /** The one-time code of the first owner, while there is none. */
  readonly code: string;
  readonly dataDir: string;
  readonly pid: number;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** Ends it in order; `forget` removes its folder. */
  stop(options?: { readonly forget: boolean }): Promise<void>;
}

/** Resolves when the server has said where it is. Without `dataDir` it begins with an empty folder. */
export async function startServer(options: { readonly dataDir?: string } = {}): Promise<Server> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'mixmodel-journey-'));
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      APP_ENV: 'test',
      RATE_FACTOR: '100',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await firstWords(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    url: /Open (http:\S+)/.exec(said)?.[1] ?? '',
    code: /one-time code: (\S+)/.exec(said)?.[1] ?? '',
    dataDir,
    pid: child.pid ?? 0,
    kill: () => end('SIGKILL'),
    async stop({ forget } = { forget: true }) {
      await end('SIGTERM');
      if (forget) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What it prints until it is ready; its own words when it ends before that. */
function firstWords(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += String(chunk);
      if (said.includes('Stop with Ctrl+C')) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', (code) =>
      reject(new Error(`The server ended with ${code} before it was ready: ${said}`)),
    );
  });
}
