// One chain from job to segment: build the model, start, warm up, sample, describe every draw.
import { describer } from '../insights/describe.ts';
import { posterior } from '../model/posterior.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { laplaceStart, type SamplerSettings, sample, type Transition, warmUp } from '../sampler/chain.ts';
import type { ChainSegment, SampleStats } from './draws.ts';
import type { ChainJob, ChainProgress } from './job.ts';

/**
 * Pure: the same job gives the same bits on any thread. Yields after every transition, far below 50 ms; the way to
 * where a chain starts takes longer, and whoever must hear of it gives `beat`, called before every gradient: what it
 * throws ends the chain.
 */
export function* runChain(
  job: ChainJob,
  beat: () => void = () => {},
): Generator<ChainProgress, ChainSegment> {
  const model = posterior(job.spec, job.data);
  let gradients = 0;
  const target = {
    size: model.size,
    logDensity(position: Float64Array, gradient: Float64Array) {
      gradients++;
      beat();
      return model.logDensity(position, gradient);
    },
  };
  const settings: SamplerSettings = {
    seed: job.seed,
    chain: job.chain,
    warmup: job.warmup,
    targetAcceptance: job.targetAcceptance,
    algorithm: job.algorithm ?? 'hmc',
  };
  let modeLogDensity = Number.NaN;
  let state = job.resume;
  if (!state) {
    const start = laplaceStart(target, model.priorPosition(job.seed, job.chain), settings);
    modeLogDensity = start.modeLogDensity;
    state = yield* reported(warmUp(target, settings, start), job.chain, 'warmup', job.warmup);
  }
  const first = state.draw;
  const { columns, describe } = describer(model);
  const values = new Float64Array(job.draws * columns);
  const stats = emptyStats(job.draws);
  const sampling = sample(target, settings, state, job.draws, (draw, position, transition) => {
    const i = draw - first;
    record(stats, i, transition);
    describe(position, stream(job.seed, job.chain, purpose.linear, draw), values, i * columns);
  });
  state = yield* reported(sampling, job.chain, 'sampling', job.draws);
  return { chain: job.chain, draws: job.draws, values, stats, gradients, modeLogDensity, state };
}

function* reported<Result>(
  transitions: Generator<Transition, Result>,
  chain: number,
  phase: ChainProgress['phase'],
  of: number,
): Generator<ChainProgress, Result> {
  let draw = 0;
  let divergences = 0;
  for (;;) {
    const step = transitions.next();
    if (step.done) return step.value;
    draw++;
    if (step.value.diverging) divergences++;
    yield { chain, phase, draw, of, divergences };
  }
}

function emptyStats(draws: number): SampleStats {
  return {
    lp: new Float64Array(draws),
    energy: new Float64Array(draws),
    diverging: new Uint8Array(draws),
    treeDepth: new Uint8Array(draws),
    steps: new Uint16Array(draws),
    stepSize: new Float64Array(draws),
    acceptanceRate: new Float64Array(draws),
  };
}

function record(stats: SampleStats, i: number, transition: Transition): void {
  stats.lp[i] = transition.logDensity;
  stats.energy[i] = transition.energy;
  stats.diverging[i] = transition.diverging ? 1 : 0;
  stats.treeDepth[i] = transition.treeDepth;
  stats.steps[i] = transition.steps;
  stats.stepSize[i] = transition.stepSize;
  stats.acceptanceRate[i] = transition.acceptanceRate;
}
