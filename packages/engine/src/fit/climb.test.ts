// Climbing the ladder: which draws survive a rerun, which an extension, and what the result says of it.
import { describe, expect, it } from 'vitest';
import type { ModelData } from '../model/data.ts';
import type { SpecDraft } from '../model/spec.ts';
import { stream } from '../numeric/random.ts';
import type { ChainSegment, Draws } from './draws.ts';
import { type FitProgress, fit } from './fit.ts';
import type { ChainJob, ChainRunner } from './job.ts';
import type { FitResult } from './result.ts';
import { runHere } from './run-here.ts';

/** Twenty weeks, one channel, an intercept: a model that is sampled in a moment. */
const random = stream(3, 0, 8, 0);
const spend = Float64Array.from({ length: 20 }, () => 100 * random.uniform());
const data: ModelData = {
  period: 'week',
  dates: Array.from(spend, (_, t) => 19000 + 7 * t),
  columns: new Map([
    ['tv', spend],
    ['sales', spend.map((x) => 300 + 2 * x + 10 * random.normal())],
  ]),
  leadIn: 0,
};
const draft: SpecDraft = {
  columns: { date: 'week', target: { column: 'sales', kind: 'money' } },
  channels: [{ column: 'tv', adstock: { lMax: 2 } }],
  baseline: { trend: { kind: 'none' }, yearly: { order: 0 } },
};

interface Rung {
  readonly jobs: readonly ChainJob[];
  readonly segments: ChainSegment[];
}

/** The real chains, whose transitions on the rungs in `spoilt` are marked as divergent. */
async function climb(
  spoilt: readonly number[],
  draws: number,
  warmup = 150,
): Promise<{ result: FitResult; draws: Draws; rungs: Rung[]; seen: FitProgress[] }> {
  const rungs: Rung[] = [];
  const runChains: ChainRunner = async function* (jobs) {
    const segments: ChainSegment[] = [];
    rungs.push({ jobs, segments });
    const marked = spoilt.includes(rungs.length);
    for await (const event of runHere({})(jobs)) {
      if (event.kind === 'done') {
        if (marked) event.segment.stats.diverging.fill(1);
        segments.push(event.segment);
      }
      yield event;
    }
  };
  const seen: FitProgress[] = [];
  for await (const progress of fit(data, draft, { draws, chains: 2, warmup, seed: 1, runChains })) {
    seen.push(progress);
    if (progress.phase === 'done') return { ...progress, rungs, seen };
  }
  throw new Error('the fit ended without a result');
}

/** The segments of these rungs, chain by chain in the order they were drawn. */
function kept(rungs: readonly Rung[]): ChainSegment[][] {
  return [0, 1].map((chain) => rungs.map(({ segments }) => segments[chain]));
}

function expectSameSegments(draws: Draws, rungs: readonly Rung[]): void {
  expect(draws.segments.map((chain) => chain.length)).toEqual([rungs.length, rungs.length]);
  for (const [chain, segments] of kept(rungs).entries())
    for (const [i, segment] of segments.entries()) expect(draws.segments[chain][i]).toBe(segment);
}

describe('a rerun', () => {
  const climbed = climb([1], 1500);

  it('follows divergences, warms up again and is told to step more carefully', async () => {
    const { rungs } = await climbed;
    expect(rungs.length).toBe(2);
    for (const job of rungs[1].jobs) {
      expect(job).toMatchObject({ targetAcceptance: 0.95, warmup: 150, draws: 1500 });
      expect(job.resume).toBeUndefined();
    }
  });

  it('discards every earlier draw', async () => {
    const { draws, result, rungs } = await climbed;
    expectSameSegments(draws, [rungs[1]]);
    expect(result.sampling).toMatchObject({ draws: 1500, divergences: 0, targetAcceptance: 0.95 });
    const roas = draws.variables.find((v) => v.name === 'roas')?.offset ?? Number.NaN;
    let sum = 0;
    for (const { values } of rungs[1].segments)
      for (let s = 0; s < 1500; s++) sum += values[s * draws.columns + roas];
    expect((result.channels[0].roas?.mean ?? 0) / (sum / 3000)).toBeCloseTo(1, 12);
  });

  it('is kept in the result with what it cost', async () => {
    const { result, rungs, seen } = await climbed;
    expect(result.sampling.attempts).toMatchObject([
      { draws: 1500, divergences: 3000, targetAcceptance: 0.9, outcome: 'rerun' },
      { draws: 1500, divergences: 0, targetAcceptance: 0.95, outcome: 'passed' },
    ]);
    expect(result.convergence.passed).toBe(true);
    const gradients = rungs.flatMap(({ segments }) => segments.map((s) => s.gradients));
    expect(result.sampling.gradients).toBe(gradients.reduce((a, b) => a + b));
    expect(new Set(seen.map((p) => ('attempt' in p ? p.attempt : 0)))).toEqual(new Set([1, 2, 0]));
  });
});

describe('an extension', () => {
  const climbed = climb([], 250);

  it('goes on where each chain stopped', async () => {
    const { rungs } = await climbed;
    expect(rungs.length).toBe(2);
    for (const [chain, job] of rungs[1].jobs.entries()) {
      expect(job).toMatchObject({ chain, draws: 2000, targetAcceptance: 0.9 });
      expect(job.resume).toBe(rungs[0].segments[chain].state);
    }
  });

  it('keeps the draws it had and appends the new ones', async () => {
    const { draws, result, rungs } = await climbed;
    expectSameSegments(draws, rungs);
    expect(result.sampling).toMatchObject({ draws: 2250, warmup: 150, divergences: 0 });
    expect(result.sampling.attempts).toMatchObject([
      { draws: 250, outcome: 'extend' },
      { draws: 2250, outcome: 'passed' },
    ]);
  });
});

describe('a rerun after an extension', () => {
  it('discards the first draws and those appended to them', async () => {
    // A long warm-up makes the first rung dear enough that the ladder can afford both.
    const { draws, result, rungs } = await climb([2], 250, 1000);
    expect(result.sampling.attempts.slice(0, 2).map((a) => a.outcome)).toEqual(['extend', 'rerun']);
    expect(rungs[2].jobs[0]).toMatchObject({ draws: 250, targetAcceptance: 0.95 });
    expectSameSegments(draws, rungs.slice(2));
  });
});
