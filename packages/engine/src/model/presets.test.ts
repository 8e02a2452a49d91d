// Presets: the other libraries' default models, written out; what a draft says itself stands.
import { describe, expect, it } from 'vitest';
import { smallData } from '../../fixtures/small-model.ts';
import { meanAt } from '../insights/predictive.ts';
import { columnOf } from './data.ts';
import { expandSpec } from './expand.ts';
import { posterior } from './posterior.ts';
import type { ChannelDraft, Preset, SpecDraft } from './spec.ts';

const data = smallData({ missing: [5] });

function draftOf(
  preset: Preset,
  channel: Partial<ChannelDraft> = {},
  more: Partial<SpecDraft> = {},
): SpecDraft {
  return {
    preset,
    columns: { date: 'week', target: { column: 'sales', kind: 'money' } },
    channels: [{ column: 'tv', ...channel } as ChannelDraft, { column: 'news', organic: true }],
    controls: [{ column: 'temperature' }],
    ...more,
  };
}

const specOf = (...given: Parameters<typeof draftOf>) => expandSpec(draftOf(...given), data).spec;

describe('preset pymc_1_3', () => {
  it('is MMM.default_model_config with its documentation’s transforms', () => {
    const spec = specOf('pymc_1_3');
    const curve = {
      adstock: {
        kind: 'geometric',
        lMax: 8,
        normalize: true,
        priors: { alpha: { family: 'beta', alpha: 1, beta: 3 } },
      },
      saturation: { kind: 'logistic', priors: { lam: { family: 'gamma', shape: 3, rate: 1 } } },
      size: { kind: 'coefficient', prior: { family: 'half_normal', sd: 2 } },
    };
    expect(spec.preset).toBe('pymc_1_3');
    expect(spec.channels[0]).toMatchObject(curve);
    expect(spec.channels[1]).toMatchObject(curve);
    expect(spec.baseline).toEqual({
      intercept: { family: 'normal', mean: 0, sd: 2 },
      trend: { kind: 'none' },
      yearly: { order: 0, prior: { family: 'laplace', location: 0, b: 1 } },
      weekly: { order: 0, prior: { family: 'laplace', location: 0, b: 1 } },
    });
    expect(spec.controls[0].prior).toEqual({ family: 'normal', mean: 0, sd: 2 });
    expect(spec.likelihood).toMatchObject({ family: 'normal', sigma: { family: 'half_normal', sd: 2 } });
    expect(spec.scales).toBeUndefined();
  });

  it('has the library’s priors where MixModel’s differ', () => {
    const carried = specOf('pymc_1_3', { adstock: { kind: 'weibull_cdf' }, saturation: { kind: 'hill' } })
      .channels[0];
    const wide = { family: 'gamma', shape: 0.64, rate: 0.32 };
    expect(carried.adstock.priors).toEqual({ lam: wide, k: wide });
    expect(carried.saturation.priors).toMatchObject({ slope: { family: 'half_normal', sd: 1.5 } });
    expect(carried.size.prior).toEqual({ family: 'half_normal', sd: 1.5 });
    const binomial = specOf('pymc_1_3', { adstock: { kind: 'binomial' } }).channels[0].adstock;
    expect(binomial).toMatchObject({
      divisor: 'l_max_plus_one',
      priors: { alpha: { family: 'beta', alpha: 1 } },
    });
    // b·tanh(x/(b·c)): the size is b, also where nothing was said of it.
    const tanh = specOf('pymc_1_3', {
      saturation: { kind: 'tanh', priors: { c: { family: 'half_normal', sd: 3 } } },
    }).channels[0];
    expect(tanh.saturation.priors).toEqual({ c: { family: 'half_normal', sd: 3 } });
  });
});

describe('preset meridian_2_1', () => {
  it('is ModelSpec() and PriorDistribution() of a national model', () => {
    const spec = specOf('meridian_2_1');
    expect(spec.channels[0]).toMatchObject({
      adstock: { kind: 'geometric', lMax: 9, priors: { alpha: { family: 'uniform', low: 0, high: 1 } } },
      saturation: {
        kind: 'michaelis_menten',
        priors: { lam: { family: 'truncated_normal', mean: 0.8, sd: 0.8, low: 0.1, high: 10 } },
      },
      size: { kind: 'roi', prior: { family: 'log_normal', mu: 0.2, sigma: 0.9 } },
    });
    expect(spec.channels[1].size).toEqual({
      kind: 'contribution',
      prior: { family: 'beta', alpha: 1, beta: 99 },
    });
    expect(spec.baseline.trend).toEqual({ kind: 'none' });
    expect(spec.baseline.yearly.order).toBe(0);
    expect(spec.controls[0].prior).toEqual({ family: 'normal', mean: 0, sd: 5 });
    expect(spec.likelihood.sigma).toEqual({ family: 'half_normal', sd: 5 });
    const units = specOf(
      'meridian_2_1',
      {},
      { columns: { date: 'week', target: { column: 'sales', kind: 'units' } } },
    );
    expect(units.channels[0].size.kind).toBe('total_media');
  });

  it('scales media by the median of what is not 0, and the KPI as the library does', () => {
    const spec = specOf('meridian_2_1', { column: 'radio' });
    const ran = [...columnOf(data, 'radio')].filter((x, t) => x > 0 && t !== 5).sort((a, b) => a - b);
    expect(spec.scales?.channels.radio).toBeCloseTo((ran[7] + ran[8 - (ran.length % 2)]) / 2, 9);
    const kpi = columnOf(data, 'sales').filter((y) => !Number.isNaN(y));
    const mean = kpi.reduce((a, b) => a + b) / kpi.length;
    const sd = Math.sqrt(kpi.reduce((sum, y) => sum + (y - mean) ** 2, 0) / kpi.length);
    expect(spec.scales?.target).toBeCloseTo(sd, 9);
    // (y − mean)/sd ~ N(0, 5) at an intercept of nothing is y/sd ~ N(mean/sd, 5).
    const { intercept } = spec.baseline;
    if (intercept.family !== 'normal') throw new Error('not normal');
    expect(intercept.mean * sd).toBeCloseTo(mean, 6);
    expect(intercept.sd).toBe(5);
    const model = posterior(spec, data);
    const point = {
      channels: spec.channels.map(() => ({ adstock: [0.3], shapes: [1], beta: 0 })),
      linear: Float64Array.of(intercept.mean, 0),
      sigma: 1,
    };
    model.locateAt(point);
    expect(meanAt(model, point, 3) * sd).toBeCloseTo(mean, 6);
  });
});

describe.each(['pymc_1_3', 'meridian_2_1'] as const)('preset %s', (preset) => {
  it('lets what a draft says itself stand, down to single priors', () => {
    const alpha = { family: 'beta', alpha: 2, beta: 2 } as const;
    const laplace = { family: 'laplace', location: 0, b: 3 } as const;
    const spec = specOf(
      preset,
      { adstock: { lMax: 4, priors: { alpha } }, saturation: { kind: 'root' }, size: { kind: 'mroi' } },
      {
        baseline: { trend: { kind: 'linear' }, yearly: { order: 2, prior: laplace }, intercept: laplace },
        controls: [{ column: 'temperature', prior: laplace }],
        likelihood: { sigma: { family: 'exponential', rate: 2 }, family: 'student_t' },
        scales: { target: 2, channels: { tv: 3, news: 4 } },
      },
    );
    expect(spec.channels[0].adstock).toMatchObject({ kind: 'geometric', lMax: 4, priors: { alpha } });
    expect(spec.channels[0].saturation.kind).toBe('root');
    expect(spec.channels[0].size.kind).toBe('mroi');
    expect(spec.baseline).toMatchObject({ trend: { kind: 'linear' }, intercept: laplace });
    expect(spec.baseline.yearly).toEqual({ order: 2, prior: laplace });
    expect(spec.controls[0].prior).toEqual(laplace);
    expect(spec.likelihood).toMatchObject({ family: 'student_t', sigma: { family: 'exponential', rate: 2 } });
    expect(spec.scales).toEqual({ target: 2, channels: { tv: 3, news: 4 } });
  });

  it('is written out whole: read again, nothing changes', () => {
    const spec = specOf(preset, { saturation: { kind: 'hill' } });
    expect(expandSpec(spec, data).spec).toEqual(spec);
    const model = posterior(spec, data);
    expect(Number.isFinite(model.logDensity(model.priorPosition(2, 0), new Float64Array(model.size)))).toBe(
      true,
    );
  });

  it('is no multiplicative model', () => {
    expect(() => specOf(preset, {}, { likelihood: { link: 'log' } })).toThrow('preset_with_log');
  });
});
