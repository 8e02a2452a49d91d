// Whole chains: known posteriors, reproducibility, resuming, and targets that misbehave.
import { describe, expect, it } from 'vitest';
import { batchMean } from '../../reference/batch-means.ts';
import { eightSchools, funnel, normal, standardNormal } from '../../reference/targets.ts';
import { normalCdf } from '../numeric/normal.ts';
import { laplaceStart, type SamplerSettings, sample, type Target, type Transition, warmUp } from './chain.ts';
import { identityMetric } from './metric.ts';
import type { ChainState } from './state.ts';

const settings: SamplerSettings = { seed: 1, chain: 0, warmup: 300, targetAcceptance: 0.9 };

function finish<Result>(transitions: Generator<Transition, Result>): Result {
  for (;;) {
    const step = transitions.next();
    if (step.done) return step.value;
  }
}

function warm(target: Target, own: SamplerSettings, from?: Float64Array): ChainState {
  const start = laplaceStart(target, from ?? new Float64Array(target.size), own);
  return finish(warmUp(target, own, start));
}

interface Run {
  /** By draw. */
  readonly positions: number[][];
  readonly made: Transition[];
  readonly state: ChainState;
}

function run(target: Target, own: SamplerSettings, state: ChainState, draws: number): Run {
  const positions: number[][] = [];
  const made: Transition[] = [];
  const end = finish(
    sample(target, own, state, draws, (_, position, transition) => {
      positions.push([...position]);
      made.push({ ...transition });
    }),
  );
  return { positions, made, state: end };
}

function column(positions: readonly number[][], of: (position: number[]) => number): number[] {
  return positions.map(of);
}

/** How many standard errors the mean of `of` is from `truth`. */
function zScore(positions: readonly number[][], of: (position: number[]) => number, truth: number): number {
  const { mean, error } = batchMean(column(positions, of));
  return (mean - truth) / error;
}

describe('a chain on a correlated normal in 30 dimensions with sds from 0.01 to 100', () => {
  const sds = Array.from({ length: 30 }, (_, i) => [0.01, 0.1, 1, 10, 100][i % 5]);
  const means = sds.map((sd, i) => sd * (i - 15));
  const target = normal(means, sds, 0.9);
  const { positions, made } = run(target, settings, warm(target, settings), 4000);

  it('has the right means', () => {
    const z = means.map((mean, i) => zScore(positions, (q) => q[i], mean));
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(4);
  });

  it('has the right variances', () => {
    const z = sds.map((sd, i) => zScore(positions, (q) => ((q[i] - means[i]) / sd) ** 2, 1));
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(4);
  });

  it('has the right correlations', () => {
    const product = (q: number[], i: number, j: number) =>
      ((q[i] - means[i]) / sds[i]) * ((q[j] - means[j]) / sds[j]);
    for (const [i, j] of [
      [0, 1],
      [3, 5],
      [28, 29],
    ]) {
      expect(Math.abs(zScore(positions, (q) => product(q, i, j), 0.9 ** (j - i)))).toBeLessThan(4);
    }
  });

  it('learns a metric that makes its draws worth as much as independent ones, in few steps', () => {
    const sizes = means.map((_, i) => batchMean(column(positions, (q) => q[i])).effectiveSize);
    expect(Math.min(...sizes)).toBeGreaterThan(1000);
    const steps = made.reduce((sum, transition) => sum + transition.steps, 0) / made.length;
    expect(steps).toBeLessThan(12);
  });

  it('accepts about as often as asked, and does not diverge', () => {
    const rate = made.reduce((sum, transition) => sum + transition.acceptanceRate, 0) / made.length;
    expect(rate).toBeGreaterThan(0.85);
    expect(rate).toBeLessThan(0.97);
    expect(made.some((transition) => transition.diverging)).toBe(false);
  });

  it('reports the log density of the position it hands over', () => {
    const gradient = new Float64Array(30);
    const at = positions.length - 1;
    expect(made[at].logDensity).toBe(target.logDensity(Float64Array.from(positions[at]), gradient));
    expect(made[at].energy).toBeGreaterThan(-made[at].logDensity);
  });
});

describe('the distribution of the draws', () => {
  /** Largest distance between the ECDF of every twentieth draw and Φ, times √n: above 1.63 once in a hundred runs. */
  function kolmogorovSmirnov(values: readonly number[]): number {
    const sorted = values.filter((_, draw) => draw % 20 === 0).sort((a, b) => a - b);
    const n = sorted.length;
    const distances = sorted.map((value, i) => {
      const p = normalCdf(value);
      return Math.max((i + 1) / n - p, p - i / n);
    });
    return Math.max(...distances) * Math.sqrt(n);
  }

  it.each([
    // Step sizes from timid to coarse: an error in the tree, the choice or the acceptance bends the distribution.
    [0.15, 10],
    [0.7, 10],
    [1.6, 10],
    // A trajectory cut short must stay exact too.
    [0.3, 2],
  ])('is standard normal at step size %d and at most %d doublings', (stepSize, maxTreeDepth) => {
    const state = { draw: 0, position: Float64Array.of(0.5, -1, 0), stepSize, metric: identityMetric(3) };
    const { positions } = run(standardNormal(3), { ...settings, maxTreeDepth }, state, 20_000);
    for (const i of [0, 1, 2]) {
      expect(kolmogorovSmirnov(column(positions, (q) => q[i]))).toBeLessThan(1.8);
      expect(Math.abs(zScore(positions, (q) => q[i] ** 2, 1))).toBeLessThan(4);
      expect(Math.abs(zScore(positions, (q) => q[i] ** 4, 3))).toBeLessThan(4);
    }
  });

  it('is right in one dimension', () => {
    const target = normal([7], [3], 0);
    const { positions } = run(target, settings, warm(target, settings), 20_000);
    expect(kolmogorovSmirnov(column(positions, (q) => (q[0] - 7) / 3))).toBeLessThan(1.8);
  });

  it('is right where half of the space has no density', () => {
    // Exponential(1): −∞ below zero, NaN far below.
    const target: Target = {
      size: 1,
      logDensity(position, gradient) {
        gradient[0] = position[0] < 0 ? Number.NaN : -1;
        if (position[0] < -2) return Number.NaN;
        return position[0] < 0 ? Number.NEGATIVE_INFINITY : -position[0];
      },
    };
    const state = { draw: 0, position: Float64Array.of(1), stepSize: 0.3, metric: identityMetric(1) };
    const { positions, made } = run(target, settings, state, 40_000);
    expect(Math.min(...column(positions, (q) => q[0]))).toBeGreaterThanOrEqual(0);
    expect(made.some((transition) => transition.diverging)).toBe(true);
    expect(Math.abs(zScore(positions, (q) => q[0], 1))).toBeLessThan(4);
    expect(Math.abs(zScore(positions, (q) => Math.min(q[0], 1), 1 - Math.exp(-1)))).toBeLessThan(4);
  });
});

describe('eight schools, non-centred', () => {
  // posteriordb, eight_schools-eight_schools_noncentered: means and their errors of 10,000 draws of rstan 2.21.1
  // (10 chains, seed 4711, thinned by 10, adapt_delta 0.95), commit 0e97b72.
  const theta = [
    6.15050229334425, 4.9395811407422, 3.90590609001582, 4.79601675138494, 3.6144363246799, 4.0511475789675,
    6.31716975886893, 4.88399694353288,
  ];
  const thetaError = [
    0.0557375282295219, 0.0462293488624847, 0.0542313705632124, 0.0474935816762281, 0.0461450610244603,
    0.0485195392528031, 0.0498766794075794, 0.0542511606560972,
  ];
  const mu = { mean: 4.41051833695493, error: 0.0330374705950917 };
  const tau = { mean: 3.60205952364059, error: 0.0318615135640706 };

  it("has Stan's posterior means", () => {
    const target = eightSchools();
    const chains = [0, 1].map((chain) => {
      const own = { ...settings, chain, targetAcceptance: 0.95 };
      return run(target, own, warm(target, own), 6000).positions;
    });
    const positions = chains.flat();
    const expectEqual = (of: (q: number[]) => number, reference: { mean: number; error: number }) => {
      const { mean, error } = batchMean(column(positions, of));
      const both = Math.sqrt(error * error + reference.error * reference.error);
      expect(Math.abs(mean - reference.mean) / both).toBeLessThan(4);
    };
    expectEqual((q) => q[8], mu);
    expectEqual((q) => Math.exp(q[9]), tau);
    theta.forEach((mean, j) => {
      expectEqual((q) => q[8] + Math.exp(q[9]) * q[j], { mean, error: thetaError[j] });
    });
  });
});

describe('divergences', () => {
  it('are reported in a centred funnel, and a chain leaves its mode deep in the neck', () => {
    const target = funnel(10);
    const runs = [0, 1, 2, 3].map((chain) => {
      const own = { ...settings, chain, targetAcceptance: 0.8 };
      // The mode is at v = −40.5, thirteen sds below the mean.
      return run(target, own, warm(target, own), 2000);
    });
    const made = runs.flatMap((chain) => chain.made);
    expect(made.filter((transition) => transition.diverging).length).toBeGreaterThan(20);
    for (const { positions } of runs) {
      expect(Math.abs(batchMean(column(positions, (q) => q[0])).mean)).toBeLessThan(6);
    }
  });
});

describe('the same seed', () => {
  const target = eightSchools();

  it('gives the same bits', () => {
    const first = run(target, settings, warm(target, settings), 100);
    const second = run(eightSchools(), settings, warm(eightSchools(), settings), 100);
    expect(second).toEqual(first);
  });

  it('gives other draws in another chain, and another seed in the same chain', () => {
    const first = run(target, settings, warm(target, settings), 5);
    for (const own of [
      { ...settings, chain: 1 },
      { ...settings, seed: 2 },
    ]) {
      const other = run(target, own, warm(target, own), 5);
      expect(other.positions[4]).not.toEqual(first.positions[4]);
    }
  });

  it('gives the same bits in two parts as in one, across a structured clone', () => {
    const state = warm(target, settings);
    const whole = run(target, settings, state, 400);
    const half = run(target, settings, structuredClone(state), 150);
    const rest = run(eightSchools(), settings, structuredClone(half.state), 250);
    expect(half.state.draw).toBe(settings.warmup + 150);
    expect([...half.positions, ...rest.positions]).toEqual(whole.positions);
    expect([...half.made, ...rest.made]).toEqual(whole.made);
    expect(rest.state).toEqual(whole.state);
  });
});

describe('a generator of transitions', () => {
  it('yields once a transition, after the draw was handed over, counting from the state it was given', () => {
    const target = standardNormal(2);
    const state = { draw: 17, position: new Float64Array(2), stepSize: 0.8, metric: identityMetric(2) };
    const seen: number[] = [];
    const transitions = sample(target, settings, state, 3, (draw) => seen.push(draw));
    transitions.next();
    expect(seen).toEqual([17]);
    transitions.next();
    transitions.next();
    expect(seen).toEqual([17, 18, 19]);
    expect(transitions.next()).toMatchObject({ done: true, value: { draw: 20 } });
  });

  it('refuses a start without density in one sentence', () => {
    const target: Target = { size: 1, logDensity: () => Number.NEGATIVE_INFINITY };
    const state = { draw: 0, position: Float64Array.of(0), stepSize: 1, metric: identityMetric(1) };
    expect(() => sample(target, settings, state, 1, () => {}).next()).toThrow(
      'A chain must start where the log density is finite; it is -Infinity',
    );
  });
});
