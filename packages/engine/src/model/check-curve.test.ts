// Transforms in a spec: their defaults, and what of them does not go together.
import { describe, expect, it } from 'vitest';
import { smallData } from '../../fixtures/small-model.ts';
import { adstockKinds, saturationKinds } from '../../reference/transform-cases.ts';
import { InputError, type Problem } from '../problem.ts';
import type { ModelData, Period } from './data.ts';
import { expandSpec } from './expand.ts';
import type { ChannelDraft, ChannelSpec } from './spec.ts';

function dataOn(period: Period): ModelData {
  const days = { day: 1, week: 7, month: 30.4375 }[period];
  const data = smallData();
  return { ...data, period, dates: data.dates.map((_, t) => Math.round(19000 + days * t)) };
}

function expanded(channel: object, period: Period = 'week'): ChannelSpec {
  const draft = {
    columns: { date: 'week', target: { column: 'sales', kind: 'money' as const } },
    channels: [{ column: 'tv', ...channel } as ChannelDraft],
  };
  return expandSpec(draft, dataOn(period)).spec.channels[0];
}

function problemsOf(channel: object, period: Period = 'week'): readonly Problem[] {
  try {
    expanded(channel, period);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('transforms as they are filled in', () => {
  it.each(adstockKinds)('%s adstock expands to itself, over eight weeks of any grid', (kind) => {
    const { adstock } = expanded({ adstock: { kind } });
    expect(adstock).toMatchObject({ kind, lMax: kind === 'none' ? 1 : 8, normalize: true });
    expect(expanded({ adstock }).adstock).toEqual(adstock);
    expect(expanded({ adstock: { kind } }, 'day').adstock.lMax).toBe(kind === 'none' ? 1 : 56);
  });

  it.each(saturationKinds)('%s saturation expands to itself under every size', (kind) => {
    for (const size of ['coefficient', 'roi', 'contribution'] as const) {
      const channel = expanded({ saturation: { kind }, size: { kind: size } });
      expect(expanded(channel)).toEqual(channel);
    }
  });

  it('one prior may be replaced, the others stay', () => {
    const theta = { family: 'uniform', low: 0, high: 3 };
    expect(expanded({ adstock: { kind: 'delayed', priors: { theta } } }).adstock.priors).toEqual({
      alpha: { family: 'beta', alpha: 1, beta: 3 },
      theta,
    });
  });

  it('have the priors of the method: Gamma by mean and sd', () => {
    expect(expanded({ adstock: { kind: 'weibull_pdf' } }).adstock.priors).toEqual({
      lam: { family: 'gamma', shape: 4, rate: 2 },
      k: { family: 'gamma', shape: 9, rate: 3 },
    });
    expect(
      expanded({ saturation: { kind: 'michaelis_menten' }, size: { kind: 'coefficient' } }).size.prior,
    ).toEqual({
      family: 'gamma',
      shape: 4,
      rate: 2,
    });
  });

  it('keep the order that was asked for', () => {
    expect(expanded({}).order).toBe('adstock_first');
    expect(expanded({ order: 'saturation_first' }).order).toBe('saturation_first');
  });

  it('state a tanh curve by c where its amplitude is stated, by lam elsewhere', () => {
    const saturation = { kind: 'tanh' };
    const halfNormal = { family: 'half_normal', sd: 1 };
    expect(expanded({ saturation, size: { kind: 'coefficient' } }).saturation.priors).toEqual({
      c: halfNormal,
    });
    expect(expanded({ saturation }).saturation.priors).toEqual({ lam: halfNormal });
  });
});

describe('transforms that do not make sense', () => {
  const halfNormal = { family: 'half_normal', sd: 1 };

  it('are named by kind, with the kinds there are', () => {
    expect(problemsOf({ adstock: { kind: 'weibul' } })).toMatchObject([
      {
        code: 'unknown_adstock',
        path: 'channels[0].adstock.kind',
        facts: { got: 'weibul', choices: adstockKinds },
      },
    ]);
    expect(problemsOf({ saturation: { kind: 'banana' } })[0]).toMatchObject({ code: 'unknown_saturation' });
    expect(problemsOf({ saturation: { kind: 'banana' } })[0].facts?.choices).toHaveLength(
      saturationKinds.length,
    );
  });

  it("a window too short for Weibull's density is refused, also where months make it so", () => {
    const path = 'channels[0].adstock.lMax';
    expect(problemsOf({ adstock: { kind: 'weibull_pdf', lMax: 2 } })).toMatchObject([
      { code: 'adstock_window_short', path, facts: { got: 2, least: 3 } },
    ]);
    expect(problemsOf({ adstock: { kind: 'weibull_pdf' } }, 'month')).toMatchObject([
      { code: 'adstock_window_short', path, facts: { got: 2 } },
    ]);
    expect(problemsOf({ adstock: { kind: 'weibull_pdf', lMax: 3 } }, 'month')).toEqual([]);
    expect(problemsOf({ adstock: { kind: 'weibull_cdf' } }, 'month')).toEqual([]);
  });

  it('no adstock has no window', () => {
    expect(problemsOf({ adstock: { kind: 'none', lMax: 8 } })).toMatchObject([
      { code: 'adstock_has_no_window', facts: { got: 8 } },
    ]);
    expect(problemsOf({ adstock: { kind: 'none', lMax: 1 } })).toEqual([]);
  });

  it('a tanh curve has the prior its size asks for, and no other', () => {
    const stated = (name: string, size?: string) =>
      problemsOf({
        saturation: { kind: 'tanh', priors: { [name]: halfNormal } },
        ...(size ? { size: { kind: size } } : {}),
      });
    expect(stated('lam', 'coefficient')).toMatchObject([
      {
        code: 'prior_of_other_size',
        path: 'channels[0].saturation.priors.lam',
        facts: { got: 'lam', wanted: 'c' },
      },
    ]);
    expect(stated('c', 'roi')).toMatchObject([{ facts: { got: 'c', wanted: 'lam', size: 'roi' } }]);
    expect(stated('c')).toMatchObject([{ facts: { got: 'c', wanted: 'lam', size: '' } }]);
    expect(stated('c', 'coefficient')).toEqual([]);
    expect(stated('lam')).toEqual([]);
  });

  it('a prior must stay where its parameter lives', () => {
    const ofAdstock = (kind: string, name: string) =>
      problemsOf({ adstock: { kind, priors: { [name]: halfNormal } } });
    expect(ofAdstock('binomial', 'alpha')).toMatchObject([
      { code: 'prior_support', path: 'channels[0].adstock.priors.alpha' },
    ]);
    expect(ofAdstock('delayed', 'theta')).toEqual([]);
    expect(problemsOf({ saturation: { kind: 'root', priors: { alpha: halfNormal } } })).toMatchObject([
      { code: 'prior_support', path: 'channels[0].saturation.priors.alpha' },
    ]);
  });
});
