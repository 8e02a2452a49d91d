// Our transforms are Google Meridian's where it has them: both adstocks and the Hill curve.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Adstock } from '../model/spec.ts';
import { lagWindow } from './adstock/adstock.ts';
import { saturationForm } from './saturation/saturation.ts';

// Versions and seed are in the file: fixtures/make-transforms-meridian.py
const { input, adstocks, hills } = JSON.parse(
  readFileSync(new URL('../../fixtures/transforms-meridian.json', import.meta.url), 'utf8'),
) as {
  readonly input: readonly number[];
  readonly adstocks: readonly {
    readonly kind: 'geometric' | 'binomial';
    readonly alpha: number;
    readonly maxLag: number;
    readonly values: readonly number[];
  }[];
  readonly hills: readonly {
    readonly ec: number;
    readonly slope: number;
    readonly values: readonly number[];
  }[];
};

/** Meridian computes with 24 bits. */
const SINGLE = 2e-6;

function expectClose(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours.length).toBe(theirs.length);
  for (const [t, value] of theirs.entries()) expect(Math.abs(ours[t] - value)).toBeLessThan(SINGLE);
}

describe("Meridian's transforms over one input", () => {
  it.each(adstocks)('$kind adstock of alpha $alpha over $maxLag lags is ours', (theirs) => {
    const { kind, alpha, maxLag, values } = theirs;
    const prior = { family: 'uniform', low: 0, high: 1 } as const;
    const window = { lMax: maxLag + 1, normalize: true, priors: { alpha: prior } };
    const adstock: Adstock =
      kind === 'geometric' ? { kind, ...window } : { kind, ...window, divisor: 'l_max' };
    const weights = lagWindow(adstock);
    weights.set([alpha]);
    const carried = input.map((_, t) =>
      weights.values.reduce((sum, w, s) => sum + w * (input[t - s] ?? 0), 0),
    );
    expectClose(carried, values);
  });

  it.each(hills)('Hill curve of ec $ec and slope $slope is ours', ({ ec, slope, values }) => {
    const hill = saturationForm('hill', 1);
    const shapes = hill.parameters.map(({ name }) => (name === 'kappa' ? ec : slope));
    expectClose(
      input.map((x) => hill.value(x, shapes)),
      values,
    );
  });
});
