// Sampling settings: their limits, and what is said beyond them.
import { samplingSettings } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { sentence } from './errors/catalogue.ts';
import { checkSampling } from './sampling.ts';
import { samplingDefaults } from './sampling-limits.ts';

const said = (settings: object) => {
  const checked = checkSampling(settings);
  return checked.ok ? [] : checked.problems.map((one) => sentence(one));
};

describe('sampling settings', () => {
  test('may all be left out, and may be as large as a seed can be', () => {
    expect(said({})).toEqual([]);
    expect(said({ seed: 2 ** 53 - 1, chains: 16, warmup: 100, draws: 100 })).toEqual([]);
  });

  test.each(['quick', 'full'] as const)('that are announced for %s are those the engine takes', (mode) => {
    expect({ mode, ...samplingDefaults[mode] }).toEqual(samplingSettings({ mode }));
  });

  test('of −5 draws are refused in one sentence', () => {
    expect(said({ draws: -5 })).toMatchInlineSnapshot(`
      [
        "Sampling: \`draws\` must be a whole number from 100 to 100,000; got -5.",
      ]
    `);
  });

  test('of a single chain are refused with the reason', () => {
    expect(said({ chains: 1 })).toMatchInlineSnapshot(`
      [
        "Sampling: \`chains\` must be a whole number from 2 to 16; got 1. Convergence is shown by comparing chains, and one alone proves nothing.",
      ]
    `);
  });

  test('are all checked at once', () => {
    expect(
      said({ seed: 2 ** 53, chains: 0, warmup: 1.5, draws: Number.NaN, mode: 'fast' }),
    ).toMatchInlineSnapshot(`
      [
        "Sampling: mode \`fast\` is not known. Choose quick or full.",
        "Sampling: \`seed\` must be a whole number from 0 to 9,007,199,254,740,991; got 9007199254740992.",
        "Sampling: \`chains\` must be a whole number from 2 to 16; got 0. Convergence is shown by comparing chains, and one alone proves nothing.",
        "Sampling: \`warmup\` must be a whole number from 100 to 100,000; got 1.5.",
        "Sampling: \`draws\` must be a whole number from 100 to 100,000; got NaN.",
      ]
    `);
  });
});
