// A disk that is really full: a small file system of its own, filled to the last byte, and given room again.
import { execFileSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { table } from './data.ts';
import { type House, wish } from './kills.ts';
import { checkLedger, checkNoOrphans, ended, sha256 } from './ledger.ts';
import { person, Refused } from './person.ts';
import { start } from './program.ts';

const sizeMb = 256;

/** Undefined where this machine does not let us mount one; then why. */
export function smallDisk(path: string): { readonly unmount: () => void } | { readonly why: string } {
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', path], { stdio: 'pipe' });
  } catch (error) {
    return { why: error instanceof Error ? error.message.split('\n', 1).join('') : String(error) };
  }
  return { unmount: () => void execFileSync('umount', ['--lazy', path]) };
}

/** Takes all the room there is but `leave` bytes. */
async function fill(path: string, leave: number): Promise<() => Promise<void>> {
  const ballast = join(path, 'ballast');
  const file = await open(ballast, 'w');
  const block = Buffer.alloc(64 * 1024);
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(path);
      const room = bavail * bsize - leave;
      if (room <= 0) break;
      await file.write(block, 0, Math.min(room, block.length));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
  return () => rm(ballast);
}

/** What is asked while there is no room: done, or refused as what it is. */
async function attempt<Answer>(request: () => Promise<Answer>, hits: string[]): Promise<Answer | undefined> {
  try {
    const answer = await request();
    hits.push('done');
    return answer;
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'disk_full') throw error;
    hits.push('refused');
    return undefined;
  }
}

/** Uploads, mappings and runs while less and less fits; then there is room, and everything goes on. */
export async function fillDisk(house: House, disk: string): Promise<string> {
  const { random, ledger } = house;
  const free = await fill(disk, random.pick([0, 16_384, 200_000, 2_000_000]));
  const hits: string[] = [];
  const tag = Math.floor(random.next() * 2 ** 32);
  try {
    for (let i = 0; i < 12; i++) {
      const key = `disk-${tag}-${i}`;
      const bytes = table(key, 60, Math.floor(random.between(0, 3000)));
      const dataset = await attempt(() => house.me.upload(bytes, 'sales.csv', key), hits);
      if (dataset) ledger.datasets.set(dataset.id, sha256(bytes));
      const mapping = { currency: i % 2 ? 'EUR' : 'USD' };
      if (dataset)
        await attempt(() => house.me.json('PUT', `/datasets/${dataset.id}/mapping`, mapping), hits);
      const made = await attempt(() => house.me.ask(wish(house.datasetId), key), hits);
      if (made) ledger.runs.set(made.id, ['completed', 'failed']);
      await wait(100);
    }
  } finally {
    await free();
  }
  for (const id of ledger.runs.keys()) await mended(house, id);
  await checkLedger(house.me, ledger, house.wanted);
  await house.server.kill();
  house.server = await start(house.dataDir);
  house.me = await person(house.server);
  await checkLedger(house.me, ledger, house.wanted);
  await checkNoOrphans(house.me, ledger, house.dataDir);
  const refused = hits.filter((hit) => hit === 'refused').length;
  return refused === 0 ? 'there was room enough' : refused === hits.length ? 'all refused' : 'some refused';
}

/** What failed for want of room says so, and is retried. */
async function mended({ me, ledger }: House, id: string): Promise<void> {
  const { state, error } = await ended(me, id);
  if (state === 'completed') return;
  if (error?.code !== 'disk_full') throw new Error(`run ${id} ${state}: ${error?.sentence}`);
  await me.json('POST', `/runs/${id}/retry`);
  ledger.runs.set(id, ['completed']);
  await ended(me, id);
}
