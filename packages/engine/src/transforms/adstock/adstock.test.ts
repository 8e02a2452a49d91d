// Every adstock: its weights by direct formulas and by PyMC-Marketing, its slopes by finite differences, its edges.
import { describe, expect, it } from 'vitest';
import { pymcTransforms } from '../../../fixtures/transforms.ts';
import { adstockCases, adstockKinds, adstockOf, slopeOf } from '../../../reference/transform-cases.ts';
import { slowWeights } from '../../../reference/transforms.ts';
import type { Adstock } from '../../model/spec.ts';
import { adstockForm, lagWindow } from './adstock.ts';
import { geometricWindow } from './geometric.ts';
import { perPeriod } from './period.ts';

const DAY = 1 / 7;
const MONTH = 30.4375 / 7;

/** Weights at parameters stated per week. */
function weightsAt(adstock: Adstock, stated: readonly number[], weeks = 1): Float64Array {
  const window = lagWindow(adstock);
  const scalings = adstockForm(adstock).parameters.map(({ scaling }) => scaling);
  window.set(stated.map((value, i) => perPeriod(scalings[i], value, weeks).value));
  return window.values.slice();
}

const total = (weights: ArrayLike<number>) => Array.from(weights).reduce((a, b) => a + b, 0);

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let s = 0; s < expected.length; s++)
    expect(Math.abs(actual[s] - expected[s])).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected[s])));
}

describe.each(adstockKinds)('%s', (kind) => {
  const windows = kind === 'none' ? [1] : [3, 8, 20];
  const variants = windows.flatMap((lMax) =>
    [true, false].map((normalize) => ({ ...adstockOf(kind), lMax, normalize }) as Adstock),
  );

  it('has the weights of its formula on weekly, daily and monthly grids', () => {
    for (const adstock of variants)
      for (const stated of adstockCases[kind])
        for (const weeks of [1, DAY, MONTH])
          expectClose(weightsAt(adstock, stated, weeks), slowWeights(adstock, stated, weeks));
  });

  it('has weights that add up to 1 when normalised', () => {
    for (const stated of adstockCases[kind])
      expect(total(weightsAt(adstockOf(kind), stated))).toBeCloseTo(1, 14);
  });

  it('knows the slopes of its weights', () => {
    for (const adstock of variants) {
      const window = lagWindow(adstock);
      for (const parameters of adstockCases[kind]) {
        for (let s = 0; s < adstock.lMax; s++) {
          for (let i = 0; i < parameters.length; i++) {
            const numeric = slopeOf(
              (p) => {
                window.set(p);
                return window.values[s];
              },
              parameters,
              i,
            );
            window.set(parameters);
            expect(window.slopes[i][s]).toBeCloseTo(numeric, 7);
          }
        }
      }
    }
  });

  it('carries as PyMC-Marketing does', () => {
    const cases = pymcTransforms.adstocks.filter((one) => one.kind === kind);
    expect(cases.length).toBeGreaterThan(1);
    for (const { parameters, lMax, normalize, values } of cases) {
      const adstock = { ...adstockOf(kind), lMax, normalize, divisor: 'l_max_plus_one' } as Adstock;
      const names = adstockForm(adstock).parameters.map(({ name }) => name);
      const weights = weightsAt(
        adstock,
        names.map((name) => parameters[name]),
      );
      const carried = values.map((_, t) =>
        weights.reduce((sum, w, s) => sum + w * (pymcTransforms.input[t - s] ?? 0), 0),
      );
      expectClose(carried, values);
    }
  });
});

describe('what a parameter stated per week is in another period', () => {
  const scalings = ['retention', 'squared_retention', 'duration', 'none'] as const;

  it.each(scalings)('%s: with its slope', (scaling) => {
    for (const weeks of [1, DAY, MONTH]) {
      const at = { ...perPeriod(scaling, 0.4, weeks) };
      expect(at.slope).toBeCloseTo(
        slopeOf(([weekly]) => perPeriod(scaling, weekly, weeks).value, [0.4], 0),
        9,
      );
    }
  });

  it.each(['geometric', 'delayed'] as const)('%s fades in days as in weeks', (kind) => {
    const [stated] = adstockCases[kind];
    const daily = weightsAt({ ...adstockOf(kind), lMax: 56 } as Adstock, stated, DAY);
    const weekly = weightsAt(adstockOf(kind), stated);
    for (let s = 1; s < 8; s++) expect(daily[7 * s] / daily[0] / (weekly[s] / weekly[0])).toBeCloseTo(1, 11);
  });
});

describe('the edges of delayed adstock', () => {
  const adstock = adstockOf('delayed');

  it('comes wholly at the last lag when the peak lies far behind the window', () => {
    const window = lagWindow(adstock);
    window.set([0.01, 40]);
    expectClose(window.values, [0, 0, 0, 0, 0, 0, 0, 1]);
    expect(window.slopes.every((slope) => slope.every((d) => Math.abs(d) < 1e-100))).toBe(true);
  });

  it('is 0 there when not normalised, and never no number', () => {
    const window = lagWindow({ ...adstock, normalize: false });
    window.set([0.01, 40]);
    expect(total(window.values)).toBe(0);
    window.set([0, 1.5]);
    expect([...window.values, ...window.slopes.flatMap((slope) => [...slope])].every(Number.isFinite)).toBe(
      true,
    );
  });
});

describe('the edges of Weibull adstock', () => {
  const everything = ({ values, slopes }: ReturnType<typeof lagWindow>) => [
    ...values,
    ...slopes.flatMap((slope) => [...slope]),
  ];

  it.each(['weibull_pdf', 'weibull_cdf'] as const)('%s is whole at lag 0 for a scale near 0', (kind) => {
    const window = lagWindow(adstockOf(kind));
    for (const lam of [0.05, 1e-9, 1e-200]) {
      window.set([lam, 3]);
      expect(Array.from(window.values)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
      expect(everything(window).every(Number.isFinite)).toBe(true);
    }
  });

  it('keeps a number for every shape and scale a sampler may try', () => {
    for (const kind of ['weibull_pdf', 'weibull_cdf'] as const) {
      const window = lagWindow(adstockOf(kind));
      for (const lam of [1e-12, 0.1, 1, 30, 1e12])
        for (const k of [1e-6, 0.3, 1, 8, 300]) {
          window.set([lam, k]);
          expect(everything(window).every(Number.isFinite)).toBe(true);
          expect(total(window.values)).toBeCloseTo(1, 12);
        }
    }
  });

  it('carries evenly where the density is flat over the window', () => {
    const window = lagWindow(adstockOf('weibull_pdf'));
    window.set([1e14, 1]);
    expectClose(window.values, new Array(8).fill(1 / 8));
  });
});

describe('the edges of binomial adstock', () => {
  it('keeps everything at once for α near 0, and never no number', () => {
    const window = lagWindow(adstockOf('binomial'));
    for (const alpha of [0, 1e-300, 1e-3]) {
      window.set([alpha]);
      expect(window.values[0]).toBeCloseTo(1, 14);
      expect(Array.from(window.slopes[0]).every(Number.isFinite)).toBe(true);
    }
  });

  it('is even over the window for α = 1', () => {
    expectClose(weightsAt(adstockOf('binomial'), [1]), new Array(8).fill(1 / 8));
  });
});

describe('the recursion of geometric adstock', () => {
  it('knows the slopes of its normaliser and of the weight that leaves the window', () => {
    for (const alpha of [0.01, 0.3, 0.97]) {
      const window = { ...geometricWindow(alpha, 8, true) };
      const by = (read: (w: typeof window) => number) =>
        slopeOf(([a]) => read(geometricWindow(a, 8, true)), [alpha], 0);
      expect(window.normSlope).toBeCloseTo(
        by((w) => w.norm),
        9,
      );
      expect(window.gammaSlope).toBeCloseTo(
        by((w) => w.gamma),
        9,
      );
    }
  });

  it('has the normaliser of the weights', () => {
    expect(geometricWindow(0.6, 8, true).norm).toBeCloseTo(weightsAt(adstockOf('geometric'), [0.6])[0], 15);
    expect(geometricWindow(0.5, 1, true)).toEqual({ gamma: 0.5, gammaSlope: 1, norm: 1, normSlope: -0 });
  });
});
