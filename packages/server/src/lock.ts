// One server at a time in a data folder: the database in it would not survive two.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDiskFull } from './refuse.ts';
import { StartError } from './start-error.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the system's words: a number that is given again belongs to another process. */
  readonly began: string | null;
  readonly address: string;
}

export interface Lock {
  release(): Promise<void>;
}

const beatMs = 10_000;
/** Of a process on another machine, or in another container, only its heartbeat can be seen. */
const silentMs = 3 * beatMs;
/** A file that is being written has no holder yet. */
const unwrittenMs = 5_000;
const watchMs = 500;

/** `address` is told to whoever comes second. */
export async function lockFolder(folder: string, address: string): Promise<Lock> {
  const path = join(folder, 'lock');
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), began: beganAt(process.pid), address });
  await take(path, mine, folder);
  const beat = setInterval(() => void touch(path), beatMs);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      if ((await read(path)) === mine) await rm(path, { force: true });
    },
  };
}

async function take(path: string, mine: string, folder: string): Promise<void> {
  if (await create(path, mine)) return;
  const left = await read(path);
  const holder = left === undefined ? undefined : holderIn(left);
  if (left !== undefined && (await isHeld(holder, path))) throw heldBy(holder, folder);
  if (!(await takeOver(path, { left, mine }))) throw heldBy(undefined, folder);
}

interface TakeOver {
  /** What was judged to be left behind; undefined when it had gone meanwhile. */
  readonly left: string | undefined;
  readonly mine: string;
}

/** One start at a time removes what was left, and only that: not the lock of who was faster. */
async function takeOver(path: string, { left, mine }: TakeOver): Promise<boolean> {
  const turn = `${path}.turn`;
  // Killed with the turn in its hands: nobody needs this long.
  if ((await ageOf(turn)) > unwrittenMs) await rm(turn, { force: true });
  if (!(await create(turn, mine))) return false;
  try {
    if (left !== undefined && (await read(path)) === left) await rm(path, { force: true });
    return await create(path, mine);
  } finally {
    await rm(turn, { force: true });
  }
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600, flush: true });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (isDiskFull(error)) {
      // Made and not written: it would keep the next start out.
      await rm(path, { force: true });
      throw new StartError(
        `The disk of the data folder is full, so that nothing can be kept (${codeOf(error)} at ${path}). Make room on it and start again.`,
        { cause: error },
      );
    }
    throw new StartError(
      `The data folder cannot be written to (${codeOf(error) ?? 'unknown reason'} at ${path}). Give this user the right to write there, or set DATA_DIR to a folder it may write to.`,
      { cause: error },
    );
  }
}

async function isHeld(holder: Holder | undefined, path: string): Promise<boolean> {
  if (holder === undefined) return isTouched(path, unwrittenMs);
  if (holder.host !== hostname()) return isTouched(path, silentMs);
  if (!isAlive(holder.pid)) return false;
  const began = beganAt(holder.pid);
  return began === null || holder.began === null || began === holder.began;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !hasEnded(pid);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A process that was killed keeps its number until its parent has noticed: in a container that can take for ever. */
function hasEnded(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^[ZX]/.test(statOf(pid));
  } catch {
    return true;
  }
}

/** Null where the system does not tell. */
function beganAt(pid: number): string | null {
  try {
    if (process.platform === 'linux') return linuxStart(pid);
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** proc(5): field 22 of stat counts from boot; the second may hold spaces and ends with the last bracket. */
function linuxStart(pid: number): string | null {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const ticks = statOf(pid).split(' ')[19];
  return ticks === undefined ? null : `${boot} ${ticks}`;
}

/** From the third field, the state, on. */
function statOf(pid: number): string {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2);
}

function heldBy(holder: Holder | undefined, folder: string): StartError {
  const who =
    holder === undefined
      ? 'Another MixModel'
      : `Another MixModel (process ${holder.pid} on ${holder.host}, ${holder.address})`;
  return new StartError(
    `${who} already works in ${folder}, and two would damage what is kept there. Use that one, stop it, or give this one a folder of its own: \`DATA_DIR=./other PORT=3001 npm start\`.`,
  );
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, host, began = null, address = '' } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, began, address } : undefined;
  } catch {
    return undefined;
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether it was written within so long. One from a time to come tells only that a clock was set back: then it is watched. */
async function isTouched(path: string, withinMs: number): Promise<boolean> {
  const age = await ageOf(path);
  if (age >= -beatMs) return age < withinMs;
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    await wait(watchMs);
    if ((await ageOf(path)) >= -beatMs) return true;
  }
  return false;
}

/** Milliseconds since it was written; none for what is not there. */
async function ageOf(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  // The folder may be gone (a test's, an unplugged disk's): whoever writes next will say so.
  await utimes(path, now, now).catch(() => undefined);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
