// Replicated noise against what is known of it: quantiles of Student-t, covariances of AR(1), and its way on.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { expandSpec } from '../model/expand.ts';
import { type ParameterPoint, posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { stream } from '../numeric/random.ts';
import { studentT } from '../priors/student-t.ts';
import { type Noise, noiseOf } from './noise.ts';

const DRAWS = 20_000;

function noise(likelihood: SpecDraft['likelihood'], sigma: number, own: number): [Noise, ParameterPoint] {
  const data = smallData();
  const model = posterior(expandSpec({ ...smallDraft, likelihood }, data).spec, data);
  return [noiseOf(model), { channels: [], linear: new Float64Array(), own: Float64Array.of(own), sigma }];
}

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

describe('replicated Student-t noise', () => {
  it.each([2.5, 4, 30])('has the quantiles of its distribution, ν = %d', (nu) => {
    const [t, point] = noise({ family: 'student_t' }, 0.7, nu);
    const out = new Float64Array(DRAWS);
    t.replicate(point, stream(1, 0, 7, 0), out);
    out.sort();
    const law = studentT(nu, 0, 0.7);
    for (const z of [-2, -1, -0.3, 0, 0.5, 1.2, 2.3]) {
      const below = out.findIndex((x) => x > law.atNormal(z)) / DRAWS;
      // Φ(z) by the same table as the law itself would prove nothing: the normal noise beside it has the share.
      const normal = new Float64Array(DRAWS);
      const [plain] = noise({}, 1, 0);
      plain.replicate({ ...point, sigma: 1 }, stream(2, 0, 7, 0), normal);
      const share = normal.filter((x) => x <= z).length / DRAWS;
      expect(Math.abs(below - share)).toBeLessThan(4 * Math.sqrt((2 * share * (1 - share)) / DRAWS));
    }
    expect(t.variance(point)).toBeCloseTo((0.49 * nu) / (nu - 2), 12);
  });
});

describe('replicated AR(1) noise', () => {
  const [ar1, point] = noise({ errors: 'ar1' }, 0.5, 0.6);
  const runs = Array.from({ length: DRAWS }, (_, i) => {
    const out = new Float64Array(4);
    ar1.replicate(point, stream(1, 0, 7, i), out);
    return out;
  });
  const variance = 0.25 / (1 - 0.36);

  it('has one variance in every period and correlations ρ^lag', () => {
    expect(ar1.variance(point)).toBeCloseTo(variance, 12);
    for (let i = 0; i < 4; i++)
      for (let j = 0; j <= i; j++) {
        const covariance = mean(runs.map((run) => run[i] * run[j]));
        expect(Math.abs(covariance - variance * 0.6 ** (i - j))).toBeLessThan(
          4 * variance * Math.sqrt(2 / DRAWS),
        );
      }
  });

  it('leaves independent innovations of sd σ', () => {
    const left = runs.map((run) => {
      const out = run.slice();
      ar1.innovations(point, out);
      return out;
    });
    for (let i = 0; i < 4; i++)
      for (let j = 0; j <= i; j++)
        expect(Math.abs(mean(left.map((run) => run[i] * run[j])) - (i === j ? 0.25 : 0))).toBeLessThan(
          4 * 0.25 * Math.sqrt(2 / DRAWS),
        );
  });

  it('goes on from an error that is known, with the mean and variance told ahead', () => {
    const after = Array.from({ length: DRAWS }, (_, i) => {
      const out = new Float64Array(3);
      ar1.goOn(point, 1.5, stream(3, 0, 7, i), out);
      return out;
    });
    for (const periods of [1, 2, 3]) {
      const ahead = ar1.ahead(point, 1.5, periods);
      expect(ahead.mean).toBeCloseTo(1.5 * 0.6 ** periods, 12);
      const values = after.map((run) => run[periods - 1]);
      const centre = mean(values);
      expect(Math.abs(centre - ahead.mean)).toBeLessThan(4 * Math.sqrt(ahead.variance / DRAWS));
      const spread = mean(values.map((v) => (v - centre) ** 2));
      expect(Math.abs(spread / ahead.variance - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS));
    }
    expect(ar1.ahead(point, 1.5, 200).variance).toBeCloseTo(variance, 12);
  });
});
