// Asking for runs, reading, changing and cancelling them.
import type { RunChange, RunPage, RunRequest, RunView } from '@mixmodel/contract';
import {
  ENGINE_NUMERICS,
  InputError,
  type Problem,
  type SpecDraft,
  samplingSettings,
} from '@mixmodel/engine';
import { type Cost, canonicalJson, memoryMbOf, sha256 } from '@mixmodel/runtime';
import type { Config } from '../../config.ts';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { planForRun, type ReadyDataset } from '../datasets/actions.ts';
import { costIn, mostOpenRuns, overBudget } from './budget.ts';
import { topicOf } from './events.ts';
import { runView } from './present.ts';
import {
  cancelRun,
  changeRun,
  findAsked,
  findRun,
  findRunByKey,
  insertRun,
  listRuns,
  type NewRun,
  type RunRow,
} from './queries.ts';

export { topicOf } from './events.ts';
export { cancelOpenRuns } from './queries.ts';

export interface CreatedRun {
  readonly run: RunView;
  /** False when the same wish had made it before. */
  readonly made: boolean;
}

/** Asks for a run. With an idempotency key the same wish, sent again, finds the run it made. */
export async function createRun(
  services: Services,
  scope: Scope,
  asked: RunRequest,
  idempotencyKey?: string,
): Promise<CreatedRun> {
  const { config, clock } = services;
  const wish = wishOf(asked, idempotencyKey);
  const earlier = await askedEarlier(services, scope, wish);
  if (earlier) return { run: runView(earlier), made: false };
  const { mapping, draft, model, ...read } = await planForRun(services, scope, asked.datasetId, asked);
  if (!model || !draft) throw new InputError(problemsOf(read));
  const { spec, sizeRule } = model;
  const sampling = samplingSettings(asked.sampling ?? {});
  const cost = costIn(model, asked.sampling);
  checkBudget(cost, config);
  return addRun(services, scope, {
    ...wish,
    name: asked.name ?? nameOf(draft),
    datasetId: asked.datasetId,
    mapping,
    spec,
    sizeRule,
    sampling,
    seed: sampling.seed,
    dataSha256: read.sha256,
    modelSha256: model.modelSha256,
    numerics: ENGINE_NUMERICS,
    estimateMs: cost.ms,
    margin: asked.margin ?? null,
    createdAt: clock.now(),
  });
}

/** Asks for the same run again: its data, model, seed and margin as they were then. */
export async function repeatRun(
  services: Services,
  scope: Scope,
  runId: string,
  idempotencyKey?: string,
): Promise<CreatedRun> {
  const { database, config, clock } = services;
  const wish = wishOf({ again: runId }, idempotencyKey);
  const asked = await findAsked(database, scope, runId);
  if (!asked) throw refuse('not_found', { facts: { what: 'run' } });
  const earlier = await askedEarlier(services, scope, wish);
  if (earlier) return { run: runView(earlier), made: false };
  checkBudget({ ms: asked.estimateMs, memoryMb: memoryMbOf(asked.spec, asked.sampling) }, config);
  return addRun(services, scope, { ...asked, ...wish, numerics: ENGINE_NUMERICS, createdAt: clock.now() });
}

type Wish = Pick<NewRun, 'idempotencyKey' | 'requestSha256'>;

/** What a key stands for: the request, to the last letter of its canonical JSON. */
function wishOf(request: object, idempotencyKey: string | undefined): Wish {
  if (idempotencyKey === undefined) return { idempotencyKey: null, requestSha256: null };
  return { idempotencyKey, requestSha256: sha256(Buffer.from(canonicalJson(request), 'utf8')) };
}

async function askedEarlier({ database }: Services, scope: Scope, wish: Wish): Promise<RunRow | undefined> {
  const row = wish.idempotencyKey ? await findRunByKey(database, scope, wish.idempotencyKey) : undefined;
  if (row) checkSameWish(row, wish);
  return row;
}

/** Runs from before requests were noted have no hash, and are found by their key alone. */
function checkSameWish({ run }: RunRow, { requestSha256 }: Wish): void {
  if (run.requestSha256 !== null && run.requestSha256 !== requestSha256) throw refuse('run_key_taken');
}

function checkBudget(cost: Cost, config: Config): void {
  const problems = overBudget(cost, config);
  if (problems.length > 0)
    throw new InputError(problems.map((problem) => ({ ...problem, path: `sampling.${problem.path}` })));
}

async function addRun({ database, queue }: Services, scope: Scope, asked: NewRun): Promise<CreatedRun> {
  const added = await insertRun(database, scope, asked, mostOpenRuns);
  if (!added) throw refuse('runs_open', { facts: { most: mostOpenRuns } });
  const { row, made } = added;
  if (made) await queue.add({ kind: 'fit', runId: row.run.id });
  else checkSameWish(row, asked);
  return { run: runView(row), made };
}

/** Every reason why there is no model, at its place in the request. */
function problemsOf({ findings, problems }: Pick<ReadyDataset, 'findings' | 'problems'>): Problem[] {
  const inRequest = (path: string) => (path === '' ? 'spec' : `spec.${path}`);
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...problems.map((problem) => ({ ...problem, path: inRequest(problem.path) })),
  ];
}

/** `Revenue by channel` */
function nameOf({ columns }: SpecDraft): string {
  const words = columns.target.column
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 100);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} by channel`;
}

/** Newest first; `cursor` is what the page before gave as `next`. */
export async function readRuns(
  { database }: Services,
  scope: Scope,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<RunPage> {
  const before = cursor === undefined ? undefined : Number(cursor);
  // One more than is shown tells whether there is a next page.
  const found = await listRuns(database, scope, { before, limit: limit + 1 });
  const items = found.slice(0, limit).map(runView);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? String(last.number) : null };
}

export async function readRun(services: Services, scope: Scope, runId: string): Promise<RunView> {
  return runView(await rowOf(services, scope, runId));
}

/** Renames a run, or sets the margin its results are read with. */
export async function editRun(
  services: Services,
  scope: Scope,
  runId: string,
  change: RunChange,
): Promise<RunView> {
  if (await changeRun(services.database, scope, runId, change)) services.events.publish(topicOf(runId));
  return readRun(services, scope, runId);
}

/** Cancels a run that waits or is at work; whoever works on it finds out by the next thing it writes. */
export async function stopRun(services: Services, scope: Scope, runId: string): Promise<RunView> {
  const { database, events, clock } = services;
  if (await cancelRun(database, scope, runId, clock.now())) events.publish(topicOf(runId));
  const { run, ...rest } = await rowOf(services, scope, runId);
  if (run.state !== 'cancelled')
    throw refuse('run_finished', { facts: { number: run.number, state: run.state } });
  return runView({ run, ...rest });
}

async function rowOf({ database }: Services, scope: Scope, runId: string): Promise<RunRow> {
  const row = await findRun(database, scope, runId);
  if (!row) throw refuse('not_found', { facts: { what: 'run' } });
  return row;
}
