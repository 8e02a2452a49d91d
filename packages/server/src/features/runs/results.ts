// Reading what a completed run has: its results, its draws, and the results made of its draws once more.
import {
  type InsightsFile,
  insightsFile,
  type QuantityView,
  type ResultFile,
  type RunResult,
  resultFile,
} from '@mixmodel/contract';
import { chainViewOf, reassembleInThread, zipOf } from '@mixmodel/runtime';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { inputsOf } from './inputs.ts';
import { drawsPrefix, getDraws } from './objects.ts';
import { runView, stateWords } from './present.ts';
import { findCompleted, findRun, type RunRow } from './queries.ts';
import { loadResults, type StoredResults } from './stored-results.ts';

/** Also of a run that did not converge: the page decides what to make of it. */
export async function readResult(
  services: Services,
  scope: Scope,
  runId: string,
): Promise<{ readonly tag: string; readonly body: RunResult }> {
  const { row, result, insights, tag } = await completedRun(services, scope, runId);
  // Its name and margin may change, its numbers never.
  return { tag: `${tag}-${row.run.sequence}`, body: { run: runView(row), result, insights } };
}

export async function readQuantity(
  services: Services,
  scope: Scope,
  runId: string,
  name: string,
): Promise<QuantityView> {
  const { drawsKey } = await completedRun(services, scope, runId);
  const view = await chainViewOf({ get: (key) => services.objects.get(drawsKey + key) }, name);
  if (!view) throw refuse('quantity_unknown', { facts: { got: name.slice(0, 200) } });
  const chains = view.chains.map(({ mean, trace, ranks }) => ({
    mean,
    trace: [...trace],
    ranks: [...ranks],
  }));
  return { ...view, chains, evenRanks: [...view.evenRanks] };
}

export interface DrawsFile {
  /** Of the run, for the name of the file. */
  readonly name: string;
  /** A `.zarr.zip`. */
  readonly bytes: Uint8Array;
}

export async function readDrawsFile(services: Services, scope: Scope, runId: string): Promise<DrawsFile> {
  const { row, drawsKey } = await completedRun(services, scope, runId);
  const bytes = await zipOf(await getDraws(services.objects, drawsKey));
  if (!bytes) throw refuse('draws_too_large');
  return { name: row.run.name, bytes };
}

/** The results of a run from its stored draws and its stored file: what it had, unless one of them was altered. */
export async function reassemble(
  services: Services,
  scope: Scope,
  runId: string,
): Promise<{ readonly result: ResultFile; readonly insights: InsightsFile }> {
  const { row, result, mapping, dataset, drawsKey } = await completedRun(services, scope, runId);
  const { spec, sizeRule } = row.run;
  const { data, origin } = await inputsOf(services, { ...row.run, mapping }, dataset);
  const attempts = result.sampling.attempts.map(({ maxRHat, minEssBulk, minEssTail, ...attempt }) => ({
    ...attempt,
    maxRHat: maxRHat ?? Number.NaN,
    minEssBulk: minEssBulk ?? Number.NaN,
    minEssTail: minEssTail ?? Number.NaN,
  }));
  const facts = { ...result.sampling, attempts, seed: row.run.seed, sizeRule };
  const store = await getDraws(services.objects, drawsKey);
  const made = await reassembleInThread({ data, spec, store, facts });
  // It was made by the versions that made its draws.
  const versions = result.versions;
  return {
    result: resultFile(made.result, { ...origin, versions }, 'screen'),
    insights: insightsFile(made.insights),
  };
}

export async function readRow({ database }: Services, scope: Scope, runId: string): Promise<RunRow> {
  const row = await findRun(database, scope, runId);
  if (!row) throw refuse('not_found', { facts: { what: 'run' } });
  return row;
}

interface Stored extends StoredResults {
  readonly resultsSha256: string | null;
  readonly fit: { readonly id: string; readonly attempt: number };
}

/** Results as the row names them, and the tag that tells them from others. */
export async function readStored({ objects }: Services, stored: Stored) {
  const results = await loadResults(objects, stored);
  // Those from before results had a hash are told apart by what made them.
  const tag = stored.resultsSha256 ?? `${stored.fit.id}-${stored.fit.attempt}`;
  return results && { ...results, tag };
}

/** Also of a run that did not converge. */
export async function completedRun(services: Services, scope: Scope, runId: string) {
  const { database } = services;
  const row = await readRow(services, scope, runId);
  const isCompleted = row.run.state === 'completed';
  const found = isCompleted ? await findCompleted(database, scope, runId) : undefined;
  const results = found && (await readStored(services, found));
  if (!results)
    throw refuse('run_not_completed', {
      facts: { number: row.run.number, state: stateWords[row.run.state] },
    });
  const { mapping, dataset, fit } = found;
  const drawsKey = drawsPrefix({
    workspaceId: scope.workspaceId,
    runId,
    fitId: fit.id,
    attempt: fit.attempt,
  });
  return { row, ...results, mapping, dataset, drawsKey };
}
