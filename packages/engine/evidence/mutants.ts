// Engines that are wrong on purpose: calibration must refuse each, or it could not see such an error in the real one.

import type { ChainJob } from '../src/fit/job.ts';
import { describer } from '../src/insights/describe.ts';
import type { ModelData } from '../src/model/data.ts';
import { type Posterior, posterior } from '../src/model/posterior.ts';
import { exp } from '../src/numeric/elementary.ts';
import { purpose } from '../src/numeric/purposes.ts';
import { stream } from '../src/numeric/random.ts';
import { laplaceStart, type SamplerSettings, sample, type Target, warmUp } from '../src/sampler/chain.ts';
import { type Drawn, ownChain, type Sampler } from './calibrate.ts';
import { drawTruth } from './truth.ts';

export const mutants = {
  /** The coordinates of the saturation's parameters without log dx/dz. */
  'a dropped Jacobian': (job) =>
    chainOf(job, (model) => ({
      size: model.size,
      logDensity(position, gradient) {
        let density = model.logDensity(position, gradient);
        for (const { offset, adstock, shapes } of model.channels)
          for (const [i, at] of shapes.entries()) {
            density -= at.logDensity - at.prior.logDensity(at.x);
            gradient[offset + adstock.length + i] -= at.logDensitySlope - at.prior.slope(at.x) * at.slope;
          }
        return density;
      },
    })),
  /** Media act one period later than they do. */
  'an off-by-one lag': (job) => ownChain({ ...job, data: delayed(job) }),
  /** The likelihood's standard deviation is σ². */
  'σ² for σ': (job) =>
    chainOf(job, (model) => {
      const moved = new Float64Array(model.size);
      const last = model.size - 1;
      const prior = (logSigma: number) => model.sigmaPrior.logDensity(exp(logSigma)) + logSigma;
      const slope = (logSigma: number) => model.sigmaPrior.slope(exp(logSigma)) * exp(logSigma) + 1;
      return {
        size: model.size,
        logDensity(position, gradient) {
          const logSigma = position[last];
          moved.set(position);
          moved[last] = 2 * logSigma;
          const density = model.logDensity(moved, gradient);
          gradient[last] = 2 * (gradient[last] - slope(2 * logSigma)) + slope(logSigma);
          return density - prior(2 * logSigma) + prior(logSigma);
        },
      };
    }),
  /** Draws from the prior, whatever the KPI: every parameter's ranks stay uniform. */
  'data ignored': ({ spec, data, seed, draws }) => {
    const model = posterior(spec, data);
    const { columns, describePoint } = describer(model);
    const values = new Float64Array(draws * columns);
    for (let s = 0; s < draws; s++)
      describePoint(drawTruth(model, stream(seed, 1, purpose.simulate, s)), values, s * columns);
    return { values, draws, divergences: 0 };
  },
} as const satisfies Record<string, Sampler>;

/** The product's chain on another target. */
function chainOf(job: ChainJob, targetOf: (model: Posterior) => Target): Drawn {
  const model = posterior(job.spec, job.data);
  const target = targetOf(model);
  const settings: SamplerSettings = job;
  const start = laplaceStart(target, model.priorPosition(job.seed, job.chain), settings);
  const { columns, describe } = describer(model);
  const values = new Float64Array(job.draws * columns);
  const ready = last(warmUp(target, settings, start));
  let divergences = 0;
  last(
    sample(target, settings, ready, job.draws, (draw, position, { diverging }) => {
      if (diverging) divergences++;
      const random = stream(job.seed, job.chain, purpose.linear, draw);
      describe(position, random, values, (draw - ready.draw) * columns);
    }),
  );
  return { values, draws: job.draws, divergences };
}

function last<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function delayed({ spec, data }: ChainJob): ModelData {
  const media = new Set(spec.channels.map(({ column }) => column));
  const later = (values: Float64Array) => values.map((_, t) => values[Math.max(t - 1, 0)]);
  const columns = [...data.columns].map(
    ([name, values]) => [name, media.has(name) ? later(values) : values] as const,
  );
  return { ...data, columns: new Map(columns) };
}
