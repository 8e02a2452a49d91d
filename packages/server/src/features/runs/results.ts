// Reading what a completed run has: its results, its draws, and the results made of its draws once more.
import {
  type BacktestFile,
  type InsightsFile,
  insightsFile,
  type QuantityView,
  type ResultFile,
  type RunResult,
  resultFile,
} from '@mixmodel/contract';
import { chainViewOf, reassembleInThread, sha256, zipBytes, zipParts } from '@mixmodel/runtime';
import { written } from '../../http/as-sent.ts';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { inputsOf } from './inputs.ts';
import { drawsKeys, drawsOf, drawsPart, drawsPrefix, getDraws } from './objects.ts';
import { runView, stateWords } from './present.ts';
import { findCompleted, findRun, type RunRow } from './queries.ts';
import { loadBacktest, loadResults, loadTexts, type StoredResults } from './stored-results.ts';

/** Also of a run that did not converge: the page decides what to make of it. */
export async function readResult(
  services: Services,
  scope: Scope,
  runId: string,
): Promise<{ readonly tag: string; readonly body: RunResult }> {
  const { row, stored } = await completedRow(services, scope, runId);
  const texts = await loadTexts(services.objects, stored);
  if (!texts) throw notCompleted(row);
  const run = JSON.stringify(runView(row));
  // A megabyte of JSON that is read only to be written again would keep everybody else waiting.
  const body = `{"run":${run},"result":${texts.result},"insights":${texts.insights}}`;
  // Names and margin may change, also those of its dataset and its author; its numbers never.
  return { tag: `${tagOf(stored)}-${sha256(Buffer.from(run)).slice(0, 16)}`, body: written<RunResult>(body) };
}

export async function readQuantity(
  services: Services,
  scope: Scope,
  runId: string,
  name: string,
): Promise<QuantityView> {
  const { drawsKey } = await completedRow(services, scope, runId);
  const store = { get: (key: string) => drawsPart(services.objects, drawsKey, key) };
  const view = await chainViewOf(store, name);
  if (!view) throw refuse('quantity_unknown', { facts: { got: name.slice(0, 200) } });
  const chains = view.chains.map(({ mean, trace, ranks }) => ({
    mean,
    trace: [...trace],
    ranks: [...ranks],
  }));
  return { ...view, chains, evenRanks: [...view.evenRanks] };
}

/** How well the model would have forecast, of a run that was asked to find out. */
export async function readBacktest(
  services: Services,
  scope: Scope,
  runId: string,
): Promise<{ readonly tag: string; readonly name: string; readonly body: BacktestFile }> {
  const { row, stored } = await completedRow(services, scope, runId);
  const body = await loadBacktest(services.objects, stored);
  const { name, number } = row.run;
  if (!body) throw refuse('run_without_backtest', { facts: { number } });
  return { tag: `${tagOf(stored)}-backtest`, name, body };
}

export interface DrawsFile {
  /** Of the run, for the name of the file. */
  readonly name: string;
  /** Of the whole file. */
  readonly length: number;
  /** A `.zarr.zip`, piece by piece: draws may be larger than the memory that is left. */
  readonly parts: AsyncIterable<Uint8Array>;
}

export async function readDrawsFile(services: Services, scope: Scope, runId: string): Promise<DrawsFile> {
  const { objects } = services;
  const { row, drawsKey } = await completedRow(services, scope, runId);
  const keys = await drawsKeys(objects, drawsKey);
  const length = zipBytes(keys, await objects.size(drawsKey));
  if (length === undefined) throw refuse('draws_too_large');
  return { name: row.run.name, length, parts: zipParts(drawsOf(objects, drawsKey, keys)) };
}

/** The results of a run from its stored draws and its stored file: what it had, unless one of them was altered. */
export async function reassemble(
  services: Services,
  scope: Scope,
  runId: string,
): Promise<{ readonly result: ResultFile; readonly insights: InsightsFile }> {
  const { row, result, mapping, spec, sizeRule, dataset, drawsKey } = await completedRun(
    services,
    scope,
    runId,
  );
  const { data, origin } = await inputsOf(services, { ...row.run, mapping, spec }, dataset);
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
  return results && { ...results, tag: tagOf(stored) };
}

/** Those from before results had a hash are told apart by what made them. */
function tagOf({ resultsSha256, fit }: Stored): string {
  return resultsSha256 ?? `${fit.id}-${fit.attempt}`;
}

/** Also of a run that did not converge. */
export async function completedRun(services: Services, scope: Scope, runId: string) {
  const { stored, ...completed } = await completedRow(services, scope, runId);
  const results = await readStored(services, stored);
  if (!results) throw notCompleted(completed.row);
  const backtest = await loadBacktest(services.objects, stored);
  return { ...completed, ...results, ...(backtest && { backtest }) };
}

/** What names the results of a completed run and its draws, without reading them. */
async function completedRow(services: Services, scope: Scope, runId: string) {
  const { database } = services;
  const row = await readRow(services, scope, runId);
  const isCompleted = row.run.state === 'completed';
  const found = isCompleted ? await findCompleted(database, scope, runId) : undefined;
  if (!found) throw notCompleted(row);
  const { mapping, spec, sizeRule, dataset, ...stored } = found;
  const { id: fitId, attempt } = stored.fit;
  const drawsKey = drawsPrefix({ workspaceId: scope.workspaceId, runId, fitId, attempt });
  return { row, stored, mapping, spec, sizeRule, dataset, drawsKey };
}

function notCompleted({ run: { number, state } }: RunRow) {
  return refuse('run_not_completed', { facts: { number, state: stateWords[state] } });
}
