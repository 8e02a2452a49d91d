// The real server in a process of its own, from what `npm run build` made: started, killed, started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const clock = new URL('clock.mjs', import.meta.url).href;

export interface Program {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly said: () => string;
  /** How it ended. */
  readonly ended: Promise<number | null>;
  readonly isRunning: () => boolean;
  /** As the system ends a process it has no memory for. */
  kill(): Promise<void>;
  /** As Ctrl+C does. */
  stop(): Promise<void>;
  /** Sets its clock so many milliseconds off. */
  setClock(offsetMs: number): void;
}

export interface Started extends Program {
  readonly url: string;
  readonly code: string | undefined;
}

/** Begins a start; it may be killed before it answers. `preload` is loaded before the server. */
export function run(dataDir: string, environ: Record<string, string> = {}, preload = clock): Program {
  const { PATH, TMPDIR } = process.env;
  const env = {
    ...{ PATH, ...(TMPDIR && { TMPDIR }), PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
    ...{ THREADS: '2', LOG_LEVEL: 'error', ...environ },
  };
  const child = spawn(process.execPath, ['--import', preload, main], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isRunning()) child.kill(signal);
    await ended;
  };
  return {
    child,
    said: () => text,
    ended,
    isRunning,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    setClock: (offsetMs) => void child.send({ offsetMs }),
  };
}

/** Resolves when it answers; throws what it said when it ended instead. */
export async function answering(program: Program): Promise<Started> {
  for (;;) {
    const said = program.said();
    const url = /^Open (http:\S+)$/m.exec(said)?.[1];
    if (url !== undefined && said.includes('Stop with Ctrl+C'))
      return { ...program, url, code: /one-time code: (\S+)$/m.exec(said)?.[1] };
    if (!program.isRunning()) throw new Error(`The server ended before it answered: ${said}`);
    await wait(5);
  }
}

export const start = (dataDir: string, environ?: Record<string, string>): Promise<Started> =>
  answering(run(dataDir, environ));
