// Size priors from an experiment: Meridian's factors, the captured share by hand, and what cannot be one.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { InputError } from '../problem.ts';
import { columnOf } from './data.ts';
import { expandSpec } from './expand.ts';
import { adjusted, capturedShare } from './experiment-prior.ts';
import type { Experiment, ExperimentDraft, Size, SpecDraft } from './spec.ts';

const data = smallData();
const found: ExperimentDraft = { mean: 2, sd: 0.5, weeks: 4, weeksAgo: 26 };

function draftWith(size: object, more: Partial<SpecDraft> = {}): SpecDraft {
  const channels = smallDraft.channels.map((channel) =>
    channel.column === 'tv' ? { ...channel, size: size as Size } : channel,
  );
  return { ...smallDraft, channels, ...more };
}

const tvOf = (size: object) => expandSpec(draftWith(size), data).spec.channels[0];

describe('the captured share', () => {
  const { channels } = expandSpec(smallDraft, data).spec;

  it('of even spend is the mean over its weeks of what has come by the end', () => {
    // The median of Beta(1, 3): 1 − 0.5^(1/3).
    const alpha = 1 - 0.5 ** (1 / 3);
    const weights = Array.from({ length: 8 }, (_, s) => alpha ** s);
    const whole = weights.reduce((a, b) => a + b, 0);
    const come = [1, 2, 3].map((n) => weights.slice(0, n).reduce((a, b) => a + b, 0) / whole);
    expect(capturedShare(channels[0], 3, data)).toBeCloseTo((come[0] + come[1] + come[2]) / 3, 9);
  });

  it('of a channel that carries nothing over is all of it, and of a long test nearly so', () => {
    const none = { ...channels[0], adstock: { kind: 'none', lMax: 1, normalize: true, priors: {} } } as const;
    expect(capturedShare(none, 2, data)).toBe(1);
    expect(capturedShare(channels[0], 52, data)).toBeGreaterThan(0.99);
    expect(capturedShare(channels[0], 1, data)).toBeLessThan(capturedShare(channels[0], 4, data));
  });
});

describe('a prior from an experiment', () => {
  it('has the mean and sd of the method, and stays marked as what it is', () => {
    const spent = columnOf(data, 'tv').reduce((a, b) => a + b, 0) / data.dates.length;
    const { size, ...channel } = tvOf({
      kind: 'roi',
      experiment: { ...found, spend: 12 * spent, gamma: 0.1, tau: 0.3 },
    });
    const p = capturedShare({ ...channel, size }, 4, data);
    const h = 0.5 ** (26 / 52);
    // Twelve weeks' worth of spend in four is three times the usual rate.
    const sd = 0.5 * Math.sqrt(1 + 2 + (1 - h) / h + (1 - p) / p + 0.3);
    const mean = 2 * (1 / p + 0.1);
    expect(size.experiment).toEqual({ ...found, spend: 12 * spent, gamma: 0.1, tau: 0.3 });
    if (size.prior.family !== 'log_normal') throw new Error('not log-normal');
    const { mu, sigma } = size.prior;
    expect(Math.exp(mu + sigma ** 2 / 2)).toBeCloseTo(mean, 9);
    expect(Math.exp(mu + sigma ** 2 / 2) * Math.sqrt(Math.exp(sigma ** 2) - 1)).toBeCloseTo(sd, 9);
  });

  it('is wider the older the experiment, and neither without spend of its own nor today', () => {
    const { size, ...channel } = tvOf({ kind: 'roi', experiment: { ...found, weeks: 500, weeksAgo: 0 } });
    const now = adjusted(size.experiment as Experiment, { ...channel, size }, 100, data);
    expect(now.sd).toBeCloseTo(0.5, 2);
    const year = { ...(size.experiment as Experiment), weeksAgo: 52 };
    // A year doubles the variance: (1 − 0.5)/0.5 = 1.
    expect(adjusted(year, { ...channel, size }, 100, data).sd / now.sd).toBeCloseTo(Math.SQRT2, 2);
  });

  it('is kept as it was written out, and so is a prior somebody reckoned', () => {
    const { spec } = expandSpec(draftWith({ kind: 'roi', experiment: found }), data);
    expect(expandSpec(spec, data).spec).toEqual(spec);
    const own = { family: 'log_normal', mu: 0.5, sigma: 0.1 };
    expect(tvOf({ kind: 'roi', experiment: found, prior: own }).size.prior).toEqual(own);
  });
});

describe('an experiment that cannot be a prior', () => {
  const codesOf = (size: object, more: Partial<SpecDraft> = {}): string[] => {
    try {
      expandSpec(draftWith(size, more), data);
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(({ code, path }) => `${code} ${path}`);
      throw error;
    }
    return [];
  };

  it.each([
    ['experiment_kind channels[0].size.experiment', { kind: 'mroi', experiment: found }],
    [
      'experiment_number channels[0].size.experiment.mean',
      { kind: 'roi', experiment: { ...found, mean: -1 } },
    ],
    ['experiment_number channels[0].size.experiment.sd', { kind: 'roi', experiment: { ...found, sd: 0 } }],
    [
      'experiment_number channels[0].size.experiment.weeks',
      { kind: 'roi', experiment: { ...found, weeks: 0 } },
    ],
    [
      'experiment_number channels[0].size.experiment.weeksAgo',
      { kind: 'roi', experiment: { ...found, weeksAgo: -2 } },
    ],
    ['experiment_number channels[0].size.experiment.tau', { kind: 'roi', experiment: { ...found, tau: -1 } }],
  ])('%s', (code, size) => {
    expect(codesOf(size)).toEqual([code]);
  });

  it('is one that stands among the lift tests as well', () => {
    // Four weeks that ended 26 weeks before 3 March 2023.
    const test = {
      channels: ['tv'],
      treated: { first: '2022-08-20', last: '2022-09-02' },
      spendChange: { tv: 200 },
      lift: 100,
      sd: 50,
    };
    const size = { kind: 'roi', experiment: found };
    expect(codesOf(size, { liftTests: [test] })).toEqual(['experiment_twice channels[0].size.experiment']);
    const radio = { ...test, channels: ['radio'], spendChange: { radio: 200 } };
    expect(codesOf(size, { liftTests: [radio] })).toEqual([]);
    const earlier = { ...test, treated: { first: '2022-02-19', last: '2022-03-04' } };
    expect(codesOf(size, { liftTests: [earlier] })).toEqual([]);
  });
});
