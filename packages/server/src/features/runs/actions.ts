// Asking for runs, reading, changing and cancelling them.
import {
  may,
  type PlanRequest,
  permissions,
  type RunChange,
  type RunDuplicate,
  type RunPage,
  type RunRequest,
  type RunView,
  type SamplingSettings,
} from '@mixmodel/contract';
import {
  ENGINE_NUMERICS,
  InputError,
  type Problem,
  type SpecDraft,
  samplingSettings,
} from '@mixmodel/engine';
import { type Cost, canonicalJson, memoryMbOf } from '@mixmodel/runtime';
import type { Config } from '../../config.ts';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { planForRun, type ReadyDataset } from '../datasets/actions.ts';
import { requestHash } from '../idempotency/actions.ts';
import { mustHaveRoom } from '../usage/actions.ts';
import { costIn, inBacktest, overBudget, withBacktest } from './budget.ts';
import { tellChanged, tellEnded } from './events.ts';
import { stateWords } from './present.ts';
import {
  cancelRun,
  changeRun,
  findAsked,
  findRunByKey,
  insertRun,
  listRuns,
  markDeleted,
  type NewRun,
  type RunRow,
  type RunsAsked,
  reopenRun,
} from './queries.ts';
import { readRow } from './results.ts';
import { viewOf, viewsOf } from './views.ts';

export { tellEnded } from './events.ts';
export { cancelOpenRuns } from './queries.ts';

export { completedRun, readBacktest, readDrawsFile, readRow, readStored } from './results.ts';
export { viewsOf } from './views.ts';

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
  const wish = wishOf(asked, idempotencyKey);
  const earlier = await askedEarlier(services, scope, wish);
  if (earlier) return { run: await viewOf(services, earlier), made: false };
  const planned = await namedDataset(planForRun(services, scope, asked.datasetId, asked));
  const made = plannedRun(services, planned, asked);
  return addRun(services, scope, {
    ...wish,
    ...made,
    name: asked.name ?? nameOf(planned.draft),
    datasetId: asked.datasetId,
    margin: asked.margin ?? null,
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
  if (earlier) return { run: await viewOf(services, earlier), made: false };
  checkBudget({ ms: asked.estimateMs, memoryMb: memoryMbOf(asked.spec, asked.sampling) }, config);
  return addRun(services, scope, { ...asked, ...wish, numerics: ENGINE_NUMERICS, createdAt: clock.now() });
}

/**
 * Asks for the run with something about it changed. Its file is read as it was mapped then, unless another dataset is
 * named; the words on its size priors stay while the model is the same.
 */
export async function duplicateRun(
  services: Services,
  scope: Scope,
  runId: string,
  { change, idempotencyKey }: { readonly change: RunDuplicate; readonly idempotencyKey?: string | undefined },
): Promise<CreatedRun> {
  const wish = wishOf({ duplicate: runId, ...change }, idempotencyKey);
  const asked = await findAsked(services.database, scope, runId);
  if (!asked) throw refuse('not_found', { facts: { what: 'run' } });
  const earlier = await askedEarlier(services, scope, wish);
  if (earlier) return { run: await viewOf(services, earlier), made: false };
  const datasetId = change.datasetId ?? asked.datasetId;
  const sampling = changedSampling(asked, change.sampling);
  const backtest = change.backtest === undefined ? asked.backtest?.settings : (change.backtest ?? undefined);
  const planned = await namedDataset(
    planForRun(services, scope, datasetId, {
      // The engine's types forbid writing and the schema's do not say: the values are the same.
      spec: change.spec ?? (asked.spec as PlanRequest['spec']),
      ...{ sampling, backtest },
      ...(datasetId === asked.datasetId && { mapping: asked.mapping }),
    }),
  );
  const made = plannedRun(services, planned, { sampling, backtest });
  const isSame = canonicalJson(made.spec) === canonicalJson(asked.spec);
  return addRun(services, scope, {
    ...wish,
    ...made,
    ...(isSame && { sizeRule: asked.sizeRule }),
    name: change.name ?? asked.name,
    datasetId,
    margin: change.margin === undefined ? asked.margin : change.margin,
  });
}

/** It stands in the body and not in the address: what is not there is told of its field. */
async function namedDataset<T>(planning: Promise<T>): Promise<T> {
  try {
    return await planning;
  } catch (error) {
    if (!(error instanceof InputError) || error.problems[0]?.code !== 'not_found') throw error;
    throw refuse('not_found', { path: 'datasetId', facts: { what: 'dataset' } });
  }
}

type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/** Another mode brings its own chains and draws; otherwise only what is named changes. */
function changedSampling({ sampling, seed }: Asked, change: RunRequest['sampling'] = {}): SamplingSettings {
  const isOther = change.mode !== undefined && change.mode !== (sampling.mode ?? 'full');
  return { ...(isOther ? {} : sampling), seed, ...change };
}

type Planned = Pick<
  NewRun,
  | 'mapping'
  | 'spec'
  | 'sizeRule'
  | 'sampling'
  | 'seed'
  | 'dataSha256'
  | 'modelSha256'
  | 'numerics'
  | 'estimateMs'
  | 'backtest'
  | 'createdAt'
>;

/** What a planned model is as a run, or every reason why there is none. */
function plannedRun(
  { config, clock }: Services,
  { mapping, draft, model, ...read }: ReadyDataset,
  { sampling: settings = {}, backtest }: Pick<RunRequest, 'sampling' | 'backtest'>,
): Planned {
  if (!model || !draft) throw new InputError(problemsOf(read));
  if (read.backtestProblems.length > 0) throw new InputError(inBacktest(read.backtestProblems));
  const sampling = samplingSettings(settings);
  const cost = withBacktest(costIn(model, settings), read.backtest);
  checkBudget(cost, config);
  return {
    mapping,
    spec: model.spec,
    sizeRule: model.sizeRule,
    sampling,
    seed: sampling.seed,
    dataSha256: read.sha256,
    modelSha256: model.modelSha256,
    numerics: ENGINE_NUMERICS,
    estimateMs: cost.ms,
    backtest: backtest && read.backtest ? { settings: backtest, folds: read.backtest.folds } : null,
    createdAt: clock.now(),
  };
}

type Wish = Pick<NewRun, 'idempotencyKey' | 'requestSha256'>;

/** What a key stands for: the request, to the last letter of its canonical JSON. */
function wishOf(request: object, idempotencyKey: string | undefined): Wish {
  if (idempotencyKey === undefined) return { idempotencyKey: null, requestSha256: null };
  return { idempotencyKey, requestSha256: requestHash(request) };
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

async function addRun(services: Services, scope: Scope, asked: NewRun): Promise<CreatedRun> {
  const { database, queue, config } = services;
  const most = config.workspaceRunsOpen;
  await mustHaveRoom(database, scope, 1, config);
  const added = await insertRun(database, scope, asked, most);
  if (!added) throw refuse('runs_open', { facts: { most } });
  const { row, made } = added;
  if (made) await queue.add({ kind: 'fit', runId: row.run.id });
  else checkSameWish(row, asked);
  return { run: await viewOf(services, row), made };
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
function nameOf(draft: SpecDraft | undefined): string {
  const words = (draft?.columns.target.column ?? '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 100);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} by channel`;
}

export async function readRuns(services: Services, scope: Scope, asked: RunsAsked): Promise<RunPage> {
  const { items, next } = await listRuns(services.database, scope, asked);
  return { items: await viewsOf(services, items), next };
}

export async function readRun(services: Services, scope: Scope, runId: string): Promise<RunView> {
  return viewOf(services, await readRow(services, scope, runId));
}

/** Renames a run, or sets the margin its results are read with. */
export async function editRun(
  services: Services,
  scope: Scope,
  runId: string,
  change: RunChange,
): Promise<RunView> {
  const { database, events, clock } = services;
  if (await changeRun(database, scope, runId, { ...change, at: clock.now() })) tellChanged(events, runId);
  return readRun(services, scope, runId);
}

/** Cancels a run that waits or is at work; whoever works on it hears of it, or finds out by the next thing it writes. */
export async function stopRun(services: Services, scope: Scope, runId: string): Promise<RunView> {
  const { database, events, clock } = services;
  if (await cancelRun(database, scope, runId, clock.now())) tellEnded(events, runId);
  const row = await readRow(services, scope, runId);
  const { number, state } = row.run;
  if (state !== 'cancelled') throw refuse('run_finished', { facts: { number, state } });
  return viewOf(services, row);
}

/** Lets a failed run begin anew, or a cancelled one go on from what it had drawn: the same run, the same numbers. */
export async function reopen(
  services: Services,
  scope: Scope,
  runId: string,
  from: 'failed' | 'cancelled',
): Promise<RunView> {
  const { database, events, queue, clock, config } = services;
  const mostOpen = config.workspaceRunsOpen;
  const refused = ({ number, state }: RunRow['run']) =>
    refuse(refusals[from], { facts: { number, state: stateWords[state] } });
  // Room is of interest only to a run that is there and can be opened.
  const { run } = await readRow(services, scope, runId);
  if (run.state !== from) throw refused(run);
  await mustHaveRoom(database, scope, 1, config);
  const outcome = await reopenRun(database, scope, runId, { from, mostOpen, at: clock.now() });
  const row = await readRow(services, scope, runId);
  if (outcome === 'full') throw refuse('runs_open', { facts: { most: mostOpen } });
  if (outcome === 'refused') throw refused(row.run);
  tellChanged(events, runId);
  await queue.add({ kind: 'fit', runId });
  return viewOf(services, row);
}

const refusals = { failed: 'run_not_failed', cancelled: 'run_not_cancelled' } as const;

/** Those of others only who may delete any. What it has stored goes with it. */
export async function deleteRun(services: Services, scope: Scope, runId: string): Promise<void> {
  const { database, events, queue, clock } = services;
  const { run } = await readRow(services, scope, runId);
  const needed = permissions['run.delete_any'].least;
  if (run.createdBy !== scope.accountId && !may(scope.role, 'run.delete_any'))
    throw refuse('role_too_low', { facts: { needed, role: scope.role } });
  if (!(await markDeleted(database, scope, runId, clock.now()))) return;
  tellEnded(events, runId);
  // Whoever works on runs also makes an end of the deleted ones.
  await queue.add({ kind: 'fit', runId });
}
