// What the server has acknowledged, and that all of it is there: to the byte, to the bit, and nothing besides.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { RunResult, RunView } from '@mixmodel/contract';
import type { Person } from './person.ts';

export const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

/** What a run came to, but for the time it took. */
export interface Numbers {
  readonly file: RunResult['result'];
  readonly insights: RunResult['insights'];
  /** Of the draws as they are downloaded. */
  readonly draws: string;
}

export async function numbersOf(me: Person, runId: string): Promise<Numbers> {
  const { result, insights } = await me.result(runId);
  const file = { ...result, sampling: { ...result.sampling, wallMs: 0 } };
  return { file, insights, draws: await me.hashOf(`/runs/${runId}/draws`) };
}

export interface Ledger {
  /** Hash of the bytes by the id of the dataset. */
  readonly datasets: Map<string, string>;
  /** Runs that were acknowledged, with how they may have ended. */
  readonly runs: Map<string, readonly RunView['state'][]>;
}

export const emptyLedger = (): Ledger => ({ datasets: new Map(), runs: new Map() });

/** Waits until every run has ended; throws when something that was acknowledged is missing or is not what it was. */
export async function checkLedger(me: Person, ledger: Ledger, wanted: Numbers): Promise<void> {
  for (const [id, hash] of ledger.datasets)
    if ((await me.hashOf(`/datasets/${id}/file`)) !== hash) throw new Error(`dataset ${id} has other bytes`);
  const listed = await me.json<{ items: { id: string }[] }>('GET', '/datasets?limit=100');
  const ids = new Set(listed.items.map(({ id }) => id));
  for (const id of ledger.datasets.keys()) if (!ids.has(id)) throw new Error(`dataset ${id} is not listed`);
  for (const [id, states] of ledger.runs) {
    const { state, error } = await ended(me, id);
    if (!states.includes(state)) throw new Error(`run ${id} ${state}: ${error?.sentence}`);
    if (state !== 'completed') continue;
    if (!isDeepStrictEqual(await numbersOf(me, id), wanted))
      throw new Error(`run ${id} has other numbers than an undisturbed one`);
  }
}

export async function ended(me: Person, runId: string): Promise<RunView> {
  for (;;) {
    const run = await me.run(runId);
    if (run.finishedAt !== null) return run;
    await wait(10);
  }
}

/** Waits a little for what is tidied after a run; throws for files that nothing names and nothing will remove. */
export async function checkNoOrphans(me: Person, ledger: Ledger, dataDir: string): Promise<void> {
  const until = performance.now() + 20_000;
  for (;;) {
    const left = await orphans(me, ledger, dataDir);
    if (left.length === 0) return;
    if (performance.now() > until)
      throw new Error(`files that nothing names: ${left.slice(0, 5).join(', ')}`);
    await wait(50);
  }
}

async function orphans(me: Person, ledger: Ledger, dataDir: string): Promise<string[]> {
  const { items: datasets } = await me.json<{ items: { id: string }[] }>('GET', '/datasets?limit=100');
  const known = new Set(datasets.map(({ id }) => id));
  const runs = new Map<string, RunView>();
  for (const id of ledger.runs.keys()) runs.set(id, await me.run(id));
  const attempts = new Map<string, Set<string>>();
  const left: string[] = existsSync(join(dataDir, 'database.new')) ? ['database.new'] : [];
  for (const path of await filesBelow(join(dataDir, 'objects'))) {
    const [, , kind = '', id = '', ...rest] = path.split('/');
    if (kind === 'datasets' && known.has(id)) continue;
    // fits/FIT/ATTEMPT/draws/…
    const [, , attempt = '', what = ''] = rest;
    const isOfResult = what === 'draws' || what === 'results';
    if (kind === 'runs' && runs.get(id)?.state === 'completed' && isOfResult)
      attempts.set(id, (attempts.get(id) ?? new Set()).add(attempt));
    else left.push(path);
  }
  for (const [id, found] of attempts) if (found.size > 1) left.push(`${found.size} attempts of run ${id}`);
  return left;
}

export async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
