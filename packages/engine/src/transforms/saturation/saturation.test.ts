// Every saturation: its values by direct formulas and by PyMC-Marketing, its slopes by finite differences, its edges.
import { describe, expect, it } from 'vitest';
import { pymcTransforms } from '../../../fixtures/transforms.ts';
import { saturationCases, saturationKinds, slopeOf } from '../../../reference/transform-cases.ts';
import { slowSaturation } from '../../../reference/transforms.ts';
import { logSaturation, saturationPoint } from './form.ts';
import { hill, logHill } from './hill.ts';
import { logistic, logisticPoint } from './logistic.ts';
import { saturationForm } from './saturation.ts';

const UNIT = 250;
const inputs = [1e-9, 1e-4, 0.03, 0.4, 1, 2.7, 12];

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
}

describe.each(saturationKinds)('%s', (kind) => {
  const form = saturationForm(kind, UNIT);
  const point = saturationPoint();

  it('has the values of its formula, and exactly 0 at 0', () => {
    for (const shapes of saturationCases[kind]) {
      expect(form.value(0, shapes)).toBe(0);
      for (const x of inputs) {
        expectClose(form.value(x, shapes), slowSaturation(kind, x, shapes, UNIT));
        form.at(x, shapes, point);
        expectClose(point.value, slowSaturation(kind, x, shapes, UNIT));
      }
    }
  });

  it('knows its slopes by the input and by its parameters', () => {
    for (const shapes of saturationCases[kind]) {
      for (const x of [0.03, 0.4, 1, 2.7]) {
        form.at(x, shapes, point);
        const { byInput, byFirst, bySecond } = point;
        const value = ([input, ...rest]: number[]) => form.value(input, rest);
        const step = x < 0.1 ? 1e-6 : 1e-4;
        const slopes = [byInput, byFirst, bySecond].slice(0, 1 + shapes.length);
        for (const [i, slope] of slopes.entries()) {
          const numeric = slopeOf(value, [x, ...shapes], i, i === 0 ? step : 1e-4);
          expect(Math.abs(slope - numeric)).toBeLessThan(1e-7 * Math.max(1, Math.abs(numeric)));
        }
      }
    }
  });

  it('knows its logarithm and the slopes of that', () => {
    for (const shapes of saturationCases[kind]) {
      const slopes = new Float64Array(3).fill(Number.NaN);
      const log = logSaturation(form, 0.6, shapes, { slopes, offset: 1 });
      expect(log).toBeCloseTo(Math.log(slowSaturation(kind, 0.6, shapes, UNIT)), 12);
      for (const i of shapes.keys())
        expect(slopes[1 + i]).toBeCloseTo(
          slopeOf((p) => Math.log(form.value(0.6, p)), shapes, i),
          8,
        );
      expect(slopes[0]).toBeNaN();
    }
  });

  it('tends to its limit, or grows for ever', () => {
    for (const shapes of saturationCases[kind]) {
      const limit = form.asymptote(shapes);
      if (limit === null) expect(form.value(1e300, shapes)).toBeGreaterThan(5 * form.value(1e30, shapes));
      else expect(form.value(1e12, shapes) / limit).toBeCloseTo(1, 6);
    }
  });

  it('saturates as PyMC-Marketing does', () => {
    const cases = pymcTransforms.saturations.filter((one) => one.kind === kind);
    expect(cases.length).toBeGreaterThan(0);
    const unscaled = saturationForm(kind, 1);
    for (const { parameters, values } of cases) {
      // PyMC-Marketing's tanh is stated by b and c, and b multiplies it.
      const tanh = kind === 'tanh';
      const shapes = tanh
        ? [parameters.b * parameters.c]
        : unscaled.parameters.map(({ name }) => parameters[name]);
      const amplitude = tanh ? parameters.b : 1;
      for (const [t, x] of pymcTransforms.input.entries())
        expectClose(amplitude * unscaled.value(x, shapes), values[t]);
    }
  });
});

describe('a small input', () => {
  it('keeps its digits on curves that are straight there', () => {
    expect(logistic(1e-12, 2)).toBeCloseTo(1e-12, 24);
    const sigmoid = saturationForm('hill_sigmoid', 1);
    const atZero = slopeOf(([x]) => sigmoid.value(x, [3.5, 0.5]), [0], 0, 1e-3);
    expect(sigmoid.value(1e-12, [3.5, 0.5]) / (1e-12 * atZero)).toBeCloseTo(1, 6);
  });

  it('on a sigmoid whose middle is far away is a number all the same', () => {
    const point = saturationPoint();
    const form = saturationForm('hill_sigmoid', 1);
    for (const [b, lam] of [
      [500, 40],
      [1e-8, 1e-8],
      [2000, 1e-5],
    ]) {
      form.at(0.3, [b, lam], point);
      expect(Object.values(point).every(Number.isFinite)).toBe(true);
      expect(form.value(0.3, [b, lam])).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the logarithms the fused curves use', () => {
  it('knows the slope of the logistic one', () => {
    for (const lam of [0.1, 2, 9])
      expect(logisticPoint(0.4, lam).logByLam).toBeCloseTo(
        slopeOf(([l]) => Math.log(logistic(0.4, l)), [lam], 0),
        8,
      );
  });

  it('knows the Hill one and its slopes, far into both tails', () => {
    for (const [x, kappa, s] of [
      [0.3, 0.8, 1.7],
      [1e-6, 2, 4],
      [5, 0.01, 6],
    ]) {
      const at = { ...logHill(x, kappa, s) };
      expect(at.byKappa * kappa).toBeCloseTo(
        slopeOf(([k]) => logHill(x, k, s).log, [kappa], 0, 1e-6) * kappa,
        4,
      );
      expect(at.bySlope).toBeCloseTo(
        slopeOf(([p]) => logHill(x, kappa, p).log, [s], 0),
        5,
      );
      if (hill(x, kappa, s) > 0) expect(at.log).toBeCloseTo(Math.log(hill(x, kappa, s)), 10);
    }
  });

  it('a Hill curve is half full at κ', () => {
    expect(hill(0.8, 0.8, 3)).toBe(0.5);
    expect(hill(0, 0.8, 0.05)).toBe(0);
  });
});
