// What priors alone predict, against the laws they state and draws made directly from those.
import { describe, expect, it } from 'vitest';
import { columnOf } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { sample } from '../simulate/sample.ts';
import { withColumn } from '../simulate/simulate.ts';
import { fit } from './fit.ts';
import { priorPredictive } from './prior-predictive.ts';

const { data, draft } = sample();
const found = priorPredictive(data, draft);
const total = columnOf(data, 'revenue').reduce((a, b) => a + b);

describe('the shares that priors imply', () => {
  it('are those of the returns they state', () => {
    // share = ROI·spend/ΣKPI, log ROI ~ N(0.2, 0.9). Quantiles of 1,000 draws: sd 0.036 in the middle, 0.07 at 3 %.
    for (const { name, median, interval94 } of found.channels) {
      const spend = columnOf(data, name).reduce((a, b) => a + b);
      const z = (share: number) => (Math.log((share * total) / spend) - 0.2) / 0.9;
      expect(Math.abs(z(median))).toBeLessThan(0.16);
      expect(Math.abs(z(interval94[0]) + 1.881)).toBeLessThan(0.32);
      expect(Math.abs(z(interval94[1]) - 1.881)).toBeLessThan(0.32);
    }
  });

  it('are the check of every fit', async () => {
    for await (const step of fit(data, draft, { mode: 'quick', draws: 100, warmup: 100 }))
      if (step.phase === 'done') expect(step.result.prior.totalMediaShare).toEqual(found.mediaShare);
    expect(found.sizeRule.kind).toBe('roi');
    expect(found.warnings).toEqual([]);
  });

  it('are warned of with their range and channels when they exceed the whole KPI too often', () => {
    const huge = { kind: 'roi', prior: { family: 'log_normal', mu: 3, sigma: 0.5 } } as const;
    const channels = draft.channels.map((channel) => ({ ...channel, size: huge }));
    const { warnings, mediaShare } = priorPredictive(data, { ...draft, channels });
    expect(mediaShare.above1).toBeGreaterThan(0.9);
    expect(warnings).toEqual([
      {
        code: 'prior_media_share',
        facts: {
          above1: mediaShare.above1,
          median: mediaShare.median,
          low: mediaShare.interval94[0],
          high: mediaShare.interval94[1],
          channels: ['TV', 'Search', 'Social', 'Radio', 'Display'],
        },
      },
    ]);
  });
});

describe('the KPI that priors predict', () => {
  /** Only a level and noise: y* = N(0, level) + N(0, σ), σ ~ HalfNormal(noise). */
  const only = (level: number, noise: number): SpecDraft => ({
    columns: draft.columns,
    channels: [
      { column: 'tv_spend', size: { kind: 'roi', prior: { family: 'uniform', low: 0, high: 1e-9 } } },
    ],
    baseline: {
      intercept: { family: 'normal', mean: 0, sd: level },
      trend: { kind: 'none' },
      yearly: { order: 0 },
    },
    likelihood: { sigma: { family: 'half_normal', sd: noise } },
  });
  const plain = only(2, 0.5);
  const scale = columnOf(data, 'revenue').reduce((a, b) => Math.max(a, b));

  /** Quantiles of draws made directly, in units of the scale. */
  function direct(level: number, noise: number): (p: number) => number {
    const random = stream(8, 0, purpose.simulate, 0);
    const draws = Float64Array.from({ length: 200_000 }, () => {
      const sigma = Math.abs(noise * random.normal());
      return level * random.normal() + sigma * random.normal();
    }).sort();
    return (p) => draws[p * draws.length];
  }

  it.each([
    // 1,000 levels: half the width of the interval is known to 0.12, the median to 0.08.
    { level: 2, noise: 0.5, apart: { width: 0.36, middle: 0.25, belowZero: 0.05 } },
    // 1,000 noises in 104 rows each: to 0.02 and 0.002.
    { level: 0.01, noise: 0.5, apart: { width: 0.05, middle: 0.006, belowZero: 0.01 } },
  ])('is that of draws made directly: %j', ({ level, noise, apart }) => {
    const { kpi, outside, measured } = priorPredictive(data, only(level, noise));
    const quantile = direct(level, noise);
    const [low, high] = kpi.interval94.map((y) => y / scale);
    expect(Math.abs((high - low) / 2 - quantile(0.97))).toBeLessThan(apart.width);
    expect(Math.abs(kpi.median / scale)).toBeLessThan(apart.middle);
    expect(Math.abs(kpi.belowZero - 0.5)).toBeLessThan(apart.belowZero);
    expect(measured.high).toBe(scale);
    if (level > 1) expect(outside).toBe(0);
  });

  it('knows of the measured one its scale and total, and nothing else', () => {
    const reversed = withColumn(data, 'revenue', columnOf(data, 'revenue').slice().reverse());
    const other = priorPredictive(reversed, draft);
    expect(other.kpi.median / found.kpi.median).toBeCloseTo(1, 9);
    expect(other.kpi.interval94[0] / found.kpi.interval94[0]).toBeCloseTo(1, 9);
    expect(other.channels[2].interval94[1] / found.channels[2].interval94[1]).toBeCloseTo(1, 9);
  });

  it('is warned of when most of what was measured lies elsewhere', () => {
    const elsewhere: SpecDraft = {
      ...plain,
      baseline: { ...plain.baseline, intercept: { family: 'normal', mean: 10, sd: 0.1 } },
    };
    const { warnings, outside } = priorPredictive(data, elsewhere);
    expect(outside).toBe(1);
    expect(warnings.map(({ code }) => code)).toEqual(['prior_media_tiny', 'prior_kpi_missed']);
    expect(warnings[1]).toMatchObject({ column: 'revenue', facts: { outside: 1 } });
  });
});

describe('coefficients drawn from their priors', () => {
  const spec = expandSpec(
    {
      ...draft,
      controls: [
        { column: 'temperature', prior: { family: 'laplace', location: 1, b: 0.5 } },
        { column: 'competitor_price', sign: 'negative' },
        { column: 'holiday' },
      ],
      baseline: { trend: { kind: 'piecewise' } },
    },
    data,
  ).spec;

  it.each(['normal', 'student_t'] as const)(
    'have their laws, wherever the sampler keeps them (%s)',
    (family) => {
      const model = posterior(
        { ...spec, likelihood: expandSpec({ ...draft, likelihood: { family } }, data).spec.likelihood },
        data,
      );
      const labels = model.scaled.columns.map(({ variable, label }) => `${variable} ${label}`.trim());
      const linear = new Float64Array(labels.length);
      const count = 4000;
      const sums = labels.map(() => ({ mean: 0, square: 0 }));
      for (let s = 0; s < count; s++) {
        model.locate(model.priorPosition(3, s));
        model.drawPriorLinear(stream(3, 0, purpose.linear, s), linear);
        for (const [i, sum] of sums.entries()) {
          sum.mean += linear[i] / count;
          sum.square += (linear[i] * linear[i]) / count;
        }
      }
      const of = (label: string) => {
        const { mean, square } = sums[labels.indexOf(label)];
        return [mean, Math.sqrt(square - mean * mean)];
      };
      const near = ([mean, sd]: number[], wantedMean: number, wantedSd: number) => {
        expect(Math.abs(mean - wantedMean)).toBeLessThan(0.08 * wantedSd);
        expect(Math.abs(sd / wantedSd - 1)).toBeLessThan(0.1);
      };
      near(of('intercept_contribution'), 0, 2);
      near(of('gamma_control temperature'), 1, 0.5 * Math.SQRT2);
      // A half-normal of sd 2 on the negative side.
      near(of('gamma_control competitor_price'), -2 * Math.sqrt(2 / Math.PI), 2 * Math.sqrt(1 - 2 / Math.PI));
      near(of('gamma_control holiday'), 0, 2);
      // N(0, τ) with τ ~ HalfNormal(0.25).
      near(of('trend_delta hinge_3'), 0, 0.25);
    },
  );
});
