// The whole fit on the sample data: truth, bits, stopping, refusals.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { expandSpec } from '../model/expand.ts';
import { ENGINE_NUMERICS } from '../numerics.ts';
import { InputError } from '../problem.ts';
import { sample } from '../simulate/sample.ts';
import { runChain } from './chain.ts';
import type { Draws } from './draws.ts';
import { type FitProgress, fit } from './fit.ts';
import type { ChainRunner } from './job.ts';
import type { FitResult } from './result.ts';
import { runHere } from './run-here.ts';
import type { FitOptions } from './settings.ts';

const { data, draft, truth } = sample();

async function finish(
  options: FitOptions,
  input = { data, draft },
): Promise<{ result: FitResult; draws: Draws; seen: FitProgress[] }> {
  const seen: FitProgress[] = [];
  for await (const progress of fit(input.data, input.draft, options)) {
    seen.push(progress);
    if (progress.phase === 'done') return { ...progress, seen };
  }
  throw new Error('the fit ended without a result');
}

function bits(draws: Draws): string {
  const hash = createHash('sha256');
  for (const segments of draws.segments)
    for (const { values } of segments) hash.update(new Uint8Array(values.buffer));
  return hash.digest('hex').slice(0, 16);
}

describe('a full fit of the sample', () => {
  const fitted = finish({ mode: 'full' });

  it('converges at once', async () => {
    const { result } = await fitted;
    expect(result.convergence).toMatchObject({ passed: true, problems: [] });
    expect(result.sampling).toMatchObject({ chains: 4, draws: 2000, divergences: 0, seed: 1 });
    expect(result.sampling.attempts.map((a) => a.outcome)).toEqual(['passed']);
  });

  it('holds the truth of every channel, of media and of the baseline in its intervals', async () => {
    const { result } = await fitted;
    const inside = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;
    for (const [c, channel] of result.channels.entries()) {
      expect(inside(truth.channels[c].roas, channel.roas?.hdi94 ?? [0, 0])).toBe(true);
    }
    expect(inside(truth.totalMedia, result.totalMedia.hdi94)).toBe(true);
    expect(inside(truth.baseline, result.baseline.hdi94)).toBe(true);
  });

  it('adds up: channels to media, media and baseline to the KPI the model expects', async () => {
    const { result } = await fitted;
    const sum = result.channels.reduce((total, c) => total + c.contribution.mean, 0);
    expect(sum / result.totalMedia.mean).toBeCloseTo(1, 10);
    const meanKpi = result.parameters.find((p) => p.name === 'mean_mu_kpi')?.mean ?? Number.NaN;
    expect((result.totalMedia.mean + result.baseline.mean) / (meanKpi * 104)).toBeCloseTo(1, 10);
  });

  it('predicts rows it was trained on about as often as it says', async () => {
    const { result } = await fitted;
    expect(result.fit.coverage94).toBeGreaterThan(0.88);
    expect(result.fit.r2).toBeGreaterThan(0.9);
    expect(result.fit.residualAcf1PValue).toBeGreaterThan(0.01);
  });

  it('tells how far it is, never going back, and ends with the result', async () => {
    const { seen, result } = await fitted;
    const fractions = seen.flatMap((p) => ('fraction' in p ? [p.fraction] : []));
    expect(fractions.length).toBeGreaterThan(20);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(seen.slice(-3).map((p) => p.phase)).toEqual(['checked', 'assembling', 'done']);
    expect(seen.at(-3)).toMatchObject({ attempt: 1, maxRHat: result.convergence.maxRHat });
  });
});

describe('the bits of a fit', () => {
  const quick = { mode: 'quick', draws: 100, warmup: 100 } as const;

  it('are those of this engine version: if they change, raise ENGINE_NUMERICS and write the new hash', async () => {
    const everyKind = await finish(quick, {
      data: smallData({ missing: [9], leadIn: 5 }),
      draft: smallDraft,
    });
    const found = [bits((await finish(quick)).draws), bits(everyKind.draws)];
    expect([ENGINE_NUMERICS, ...found]).toEqual([3, '89bbae97a1d042e1', 'f747f1b9a18c6f76']);
  });

  it('are the same for the same seed and others for another', async () => {
    const [a, b, c] = [await finish(quick), await finish(quick), await finish({ ...quick, seed: 2 })];
    expect(bits(a.draws)).toBe(bits(b.draws));
    expect(bits(a.draws)).not.toBe(bits(c.draws));
  });

  it('are the same when a chain goes on as when it had gone through', () => {
    const { spec } = expandSpec(draft, data);
    const job = { spec, data, seed: 1, chain: 0, warmup: 100, draws: 120, targetAcceptance: 0.9 };
    const whole = drain(runChain(job));
    const half = drain(runChain({ ...job, draws: 60 }));
    const rest = drain(runChain({ ...job, draws: 60, resume: structuredClone(half.state) }));
    expect(Array.from([...half.values, ...rest.values])).toEqual(Array.from(whole.values));
  });
});

describe('leaving the loop', () => {
  it('stops the chains', async () => {
    let finished = 0;
    const counting: ChainRunner = async function* (jobs) {
      for await (const event of runHere({})(jobs)) {
        if (event.kind === 'done') finished++;
        yield event;
      }
    };
    for await (const progress of fit(data, draft, { runChains: counting })) {
      if (progress.phase === 'sampling') break;
    }
    expect(finished).toBe(0);
  });
});

describe('a fit that cannot be', () => {
  it('names every setting that is out of bounds', async () => {
    const options = {
      draws: -5,
      chains: 1,
      warmup: 3,
      seed: 0.5,
      targetAcceptance: 2,
      mode: 'slow',
    } as unknown as FitOptions;
    const error = await fit(data, draft, options)
      .next()
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems.map((p) => p.path)).toEqual([
      'seed',
      'chains',
      'warmup',
      'draws',
      'targetAcceptance',
      'mode',
    ]);
  });
});

describe('a fit with every kind of channel', () => {
  it('reports Hill, organic, exposure-free and unnormalised channels together', async () => {
    for await (const progress of fit(smallData({ missing: [9], leadIn: 5 }), smallDraft, { mode: 'quick' })) {
      if (progress.phase !== 'done') continue;
      const { channels, fit: statistics } = progress.result;
      expect(channels.map((c) => c.saturation.kind)).toEqual([
        'logistic',
        'hill',
        'logistic',
        'hill',
        'logistic',
      ]);
      expect(channels.map((c) => c.roas === null)).toEqual([false, false, false, false, true]);
      expect(statistics.rows).toBe(54);
      for (const channel of channels) expect(channel.contribution.mean).toBeGreaterThan(0);
    }
  });
});

function drain<Result>(chain: Generator<unknown, Result>): Result {
  for (;;) {
    const step = chain.next();
    if (step.done) return step.value;
  }
}
