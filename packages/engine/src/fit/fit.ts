// The whole fit: expand the spec, run the chains, check, climb the ladder if needed, report.
import { type DrawLayout, drawLayout } from '../insights/variables.ts';
import type { ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import type { Spec, SpecDraft } from '../model/spec.ts';
import { type Checkup, checkup, thresholds } from './convergence.ts';
import type { ChainSegment, Draws } from './draws.ts';
import type { ChainJob, ChainProgress, ChainRunner } from './job.ts';
import { type Climb, nextStep, type Step } from './ladder.ts';
import { report } from './report.ts';
import type { Attempt, FitResult } from './result.ts';
import { runHere } from './run-here.ts';
import { checkSettings, type FitOptions, type SamplingSettings, samplingSettings } from './settings.ts';

export type FitProgress =
  | {
      readonly phase: 'warmup' | 'sampling';
      /** 1 for the first attempt; every rung of the ladder is one more. */
      readonly attempt: number;
      readonly chains: readonly ChainProgress[];
      /** Part of this attempt's transitions that are done, 0..1. */
      readonly fraction: number;
    }
  /** An attempt's chains are done and were compared: the largest R-hat of all quantities. */
  | { readonly phase: 'checked'; readonly attempt: number; readonly maxRHat: number }
  | { readonly phase: 'assembling' }
  | { readonly phase: 'done'; readonly result: FitResult; readonly draws: Draws };

/** What chains and their checks tell, before anything is made of the draws. */
export type ClimbProgress = Exclude<FitProgress, { phase: 'assembling' | 'done' }>;

/**
 * Fits `spec` to `data`. The loop belongs to the caller: every turn is a sign of progress, the last has the result,
 * and leaving the loop stops the chains. Throws `InputError` naming every problem of spec, data and options.
 */
export async function* fit(
  data: ModelData,
  spec: SpecDraft | Spec,
  options: FitOptions = {},
): AsyncGenerator<FitProgress, void, undefined> {
  checkSettings(options);
  const settings = samplingSettings(options);
  const expanded = expandSpec(spec, data);
  const model = posterior(expanded.spec, data);
  const { draws, found, ...climbed } = yield* climb(
    expanded.spec,
    data,
    settings,
    drawLayout(model),
    options,
  );
  yield { phase: 'assembling' };
  await options.pause?.();
  const result = report({ expanded, data, model, draws, found }, { ...settings, ...climbed });
  yield { phase: 'done', result, draws };
}

export interface Climbed {
  readonly draws: Draws;
  readonly found: Checkup;
  readonly attempts: readonly Attempt[];
  readonly gradients: number;
  readonly targetAcceptance: number;
  readonly warmup: number;
  readonly wallMs: number;
}

/** Runs chains and climbs the ladder until the check is content or the budget is spent. */
export async function* climb(
  spec: Spec,
  data: ModelData,
  settings: SamplingSettings,
  layout: DrawLayout,
  options: FitOptions,
): AsyncGenerator<ClimbProgress, Climbed, undefined> {
  const run = options.runChains ?? runHere(options);
  const began = options.now?.() ?? 0;
  const attempts: Attempt[] = [];
  let segments: ChainSegment[][] = [];
  let step: Exclude<Step, { kind: 'stop' }> = {
    kind: 'rerun',
    targetAcceptance: settings.targetAcceptance,
    warmup: settings.warmup,
    algorithm: 'hmc',
  };
  let state: Climb = { extensions: 0, ...step, firstGradients: 0, lastGradients: 0, gradients: 0 };
  for (;;) {
    if (step.kind === 'rerun') {
      const { targetAcceptance, warmup, algorithm } = step;
      state = { ...state, extensions: 0, targetAcceptance, warmup, algorithm };
      segments = [];
    }
    const jobs = jobsOf(spec, data, settings, state, step, segments);
    const added = yield* runJobs(run, jobs, attempts.length + 1);
    segments = added.map((segment, chain) => [...(segments[chain] ?? []), segment]);
    const gradients = added.reduce((sum, segment) => sum + segment.gradients, 0);
    state = {
      ...state,
      extensions: state.extensions + (step.kind === 'extend' ? 1 : 0),
      firstGradients: state.firstGradients || gradients,
      lastGradients: gradients,
      gradients: state.gradients + gradients,
    };
    const draws: Draws = { variables: layout.variables, columns: layout.columns, segments };
    const wallMs = (options.now?.() ?? 0) - began;
    const found = checkup(draws, thresholds[settings.mode]);
    const next = nextStep(found, state, settings);
    attempts.push(attemptOf(found, state, next, settings.chains));
    yield { phase: 'checked', attempt: attempts.length, maxRHat: found.maxRHat };
    if (next.kind === 'stop') return { draws, found, attempts, ...state, wallMs };
    step = next;
  }
}

function jobsOf(
  spec: Spec,
  data: ModelData,
  settings: SamplingSettings,
  state: Climb,
  step: Exclude<Step, { kind: 'stop' }>,
  segments: readonly (readonly ChainSegment[])[],
): ChainJob[] {
  return Array.from({ length: settings.chains }, (_, chain) => {
    const resume = step.kind === 'extend' ? segments[chain].at(-1)?.state : undefined;
    return {
      spec,
      data,
      seed: settings.seed,
      chain,
      warmup: state.warmup,
      draws: step.kind === 'extend' ? step.draws : settings.draws,
      targetAcceptance: state.targetAcceptance,
      algorithm: state.algorithm,
      ...(resume ? { resume } : {}),
    };
  });
}

/** Runs one job a chain and reports all chains together. */
async function* runJobs(
  run: ChainRunner,
  jobs: readonly ChainJob[],
  attempt: number,
): AsyncGenerator<ClimbProgress, ChainSegment[], undefined> {
  const chains: ChainProgress[] = jobs.map(({ chain, warmup, draws, resume }) => ({
    chain,
    phase: resume ? 'sampling' : 'warmup',
    draw: 0,
    of: resume ? draws : warmup,
    divergences: 0,
  }));
  const done: ChainSegment[] = [];
  for await (const event of run(jobs)) {
    if (event.kind === 'done') {
      const { chain, draws } = event.segment;
      done[chain] = event.segment;
      chains[chain] = { ...chains[chain], phase: 'sampling', draw: draws, of: draws };
    } else {
      const { kind: _, ...progress } = event;
      chains[event.chain] = progress;
    }
    const phase = chains.some((c) => c.phase === 'sampling') ? 'sampling' : 'warmup';
    yield { phase, attempt, chains: [...chains], fraction: fractionOf(jobs, chains) };
  }
  return done;
}

function fractionOf(jobs: readonly ChainJob[], chains: readonly ChainProgress[]): number {
  let done = 0;
  let all = 0;
  for (const [i, job] of jobs.entries()) {
    const warmup = job.resume ? 0 : job.warmup;
    all += warmup + job.draws;
    done += chains[i].draw + (chains[i].phase === 'sampling' ? warmup : 0);
  }
  return done / all;
}

function attemptOf(found: Checkup, state: Climb, next: Step, chains: number): Attempt {
  return {
    warmup: state.warmup,
    draws: found.draws / chains,
    targetAcceptance: state.targetAcceptance,
    algorithm: state.algorithm,
    divergences: found.divergences,
    maxRHat: found.maxRHat,
    minEssBulk: found.minEssBulk,
    minEssTail: found.minEssTail,
    outcome: next.kind === 'stop' ? (found.shortfall === 'none' ? 'passed' : 'stop') : next.kind,
  };
}
