// One server a folder: who holds the lock, and when it was left behind.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Lock, lockFolder } from './lock.ts';

const address = 'http://127.0.0.1:3000';
let folder: string;
let held: Lock[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mixmodel-lock-'));
  held = [];
});
afterEach(async () => {
  for (const lock of held) await lock.release();
  await rm(folder, { recursive: true });
});

const take = async () => {
  const lock = await lockFolder(folder, address);
  held.push(lock);
  return lock;
};
const file = () => join(folder, 'lock');
const left = (holder: object) => writeFile(file(), JSON.stringify(holder));
const minutesAgo = async (minutes: number) => {
  const then = new Date(Date.now() - minutes * 60_000);
  await utimes(file(), then, then);
};

/** Of a process that has ended. */
const goneId = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('a folder that is held', () => {
  test('is refused with who holds it, where, and what to do', async () => {
    await take();
    await expect(take()).rejects.toThrow(
      `Another MixModel (process ${process.pid} on ${hostname()}, ${address}) already works in ${folder}`,
    );
    await expect(take()).rejects.toThrow('`DATA_DIR=./other PORT=3001 npm start`');
  });

  test('goes to exactly one of those who come at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, take));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock']);
  });

  test('on another machine is known by its heartbeat', async () => {
    await left({ pid: goneId(), host: 'another-machine', began: null, address });
    await expect(take()).rejects.toThrow('on another-machine');
    await minutesAgo(1);
    await take();
  });
});

describe('a lock that was left behind', () => {
  test('by a process that ended is taken over', async () => {
    await left({ pid: goneId(), host: hostname(), began: null, address });
    await take();
    expect(JSON.parse(await readFile(file(), 'utf8')).pid).toBe(process.pid);
    expect(await readdir(folder)).toEqual(['lock']);
  });

  test.skipIf(process.platform !== 'linux')(
    'by a process that was killed and not yet noticed is taken over',
    async () => {
      // The shell goes on as another program, which never asks how its child ended.
      const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; kill -9 $!; exec sleep 60'], { stdio: 'pipe' });
      const [line] = await once(shell.stdout, 'data');
      const pid = Number(String(line));
      const state = () => readFileSync(`/proc/${pid}/stat`, 'utf8');
      while (!/\) Z /.test(state())) await new Promise((resolve) => setTimeout(resolve, 10));
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      await left({
        pid,
        host: hostname(),
        began: `${boot} ${state().split(') ')[1]?.split(' ')[19]}`,
        address,
      });
      await expect(take()).resolves.toBeDefined();
      shell.kill('SIGKILL');
    },
  );

  test('is taken over by exactly one of those who come at once', async () => {
    await left({ pid: goneId(), host: hostname(), began: null, address });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, take));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.runIf(process.platform === 'linux' || process.platform === 'darwin')(
    'is told from another process that was given its number',
    async () => {
      await left({ pid: process.pid, host: hostname(), began: 'long ago', address });
      await take();
    },
  );

  test('and is from a time to come, as the clock was set back, counts only while somebody keeps touching it', async () => {
    await left({ pid: goneId(), host: 'another-machine', began: null, address });
    await minutesAgo(-60);
    const waiting = expect(take()).rejects.toThrow('on another-machine');
    await minutesAgo(0);
    await waiting;
    await writeFile(file(), '');
    await minutesAgo(-60);
    await take();
  }, 30_000);

  test('before it was written counts once it is old enough', async () => {
    await writeFile(file(), '');
    await expect(take()).rejects.toThrow('Another MixModel already works');
    await minutesAgo(1);
    await take();
  });
});

test('releasing gives the folder to the next, and takes no lock that is another’s', async () => {
  const lock = await take();
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
  await left({ pid: 1, host: 'another-machine', began: null, address });
  await lock.release();
  expect(await readdir(folder)).toEqual(['lock']);
});

test('a folder that cannot be written to is a sentence with what to do', async () => {
  const file = join(folder, 'not-a-folder');
  await writeFile(file, '');
  await expect(lockFolder(file, 'http://127.0.0.1:1')).rejects.toThrow(
    /cannot be written to \(ENOTDIR.*set DATA_DIR to a folder/,
  );
});
