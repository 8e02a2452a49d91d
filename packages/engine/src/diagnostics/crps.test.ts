// The CRPS against scoringrules, properscoring, its slow twin and the normal law it is of.
import { describe, expect, it } from 'vitest';
import { crpsFixture } from '../../fixtures/crps.ts';
import { slowCrps } from '../../reference/crps.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { crpsOfAtoms, crpsOfDraws } from './crps.ts';

const ascending = (draws: readonly number[]) => Float64Array.from(draws).sort();

describe('the CRPS of draws', () => {
  it.each(crpsFixture.ensembles)('is that of scoringrules and properscoring: $kind', ({ draws, scores }) => {
    for (const { y, fair, plain, properscoring } of scores) {
      const tolerance = 1e-12 * Math.max(1, Math.abs(plain), Math.abs(y));
      expect(Math.abs(crpsOfDraws(ascending(draws), y) - fair)).toBeLessThan(tolerance);
      expect(Math.abs(crpsOfAtoms(ascending(draws), y) - plain)).toBeLessThan(tolerance);
      expect(Math.abs(crpsOfAtoms(ascending(draws), y) - properscoring)).toBeLessThan(tolerance);
    }
  });

  it('is that of all pairs written out', () => {
    const random = stream(4, 0, purpose.simulate, 0);
    const draws = Array.from({ length: 101 }, () => 7 + 3 * random.normal());
    for (const y of [-4, 6.5, 7, 30]) {
      expect(crpsOfDraws(ascending(draws), y)).toBeCloseTo(slowCrps(draws, y, true), 11);
      expect(crpsOfAtoms(ascending(draws), y)).toBeCloseTo(slowCrps(draws, y, false), 11);
    }
  });

  it('does not depend on how many draws there are, on average', () => {
    // 20,000 ensembles of 3 draws: their mean is known to about 0.01 sd. The plain score is sd/(3√π) = 0.19 sd too high.
    for (const { mean, sd, y, crps } of crpsFixture.normal) {
      const random = stream(9, 0, purpose.simulate, 0);
      let fair = 0;
      let plain = 0;
      for (let s = 0; s < 20_000; s++) {
        const draws = Float64Array.from({ length: 3 }, () => mean + sd * random.normal()).sort();
        fair += crpsOfDraws(draws, y) / 20_000;
        plain += crpsOfAtoms(draws, y) / 20_000;
      }
      expect(Math.abs(fair - crps)).toBeLessThan(0.025 * sd);
      expect(plain - crps).toBeGreaterThan(0.15 * sd);
    }
  });

  it('is the absolute error of a forecast that is one number', () => {
    expect(crpsOfAtoms(Float64Array.of(4), 6.5)).toBe(2.5);
    expect(crpsOfDraws(Float64Array.of(4), 6.5)).toBeNaN();
  });
});
