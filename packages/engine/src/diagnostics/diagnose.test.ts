// Convergence diagnostics equal ArviZ's, and their own slow twin.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowDiagnose } from '../../reference/slow-diagnostics.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { diagnose } from './diagnose.ts';
import { eBfmi } from './e-bfmi.ts';
import { hdi } from './hdi.ts';
import { quantile } from './quantile.ts';
import { summarize } from './summarize.ts';

/** NaN is null in the file. */
type Value = number | null;

interface Case {
  readonly name: string;
  readonly chains: readonly (readonly Value[])[];
  readonly rHat: Value;
  readonly essBulk: Value;
  readonly essTail: Value;
  readonly mcseMean: Value;
  readonly eBfmi: readonly Value[];
  readonly mean: Value;
  readonly sd: Value;
  readonly median: Value;
  readonly hdi94: readonly Value[];
  readonly hdi50: readonly Value[];
  readonly quantiles: readonly Value[];
}

// arviz-stats, versions and seed in the file: fixtures/make-diagnostics.py
const { cases } = JSON.parse(
  readFileSync(new URL('../../fixtures/diagnostics.json', import.meta.url), 'utf8'),
) as { cases: readonly Case[] };

const chainsOf = ({ chains }: Case) =>
  chains.map((chain) => Float64Array.from(chain, (x) => x ?? Number.NaN));

/** A quotient by nothing: infinite here, and in ArviZ as large as its rounding makes it. */
const BEYOND = 1e12;

function expectSame(got: number, wanted: Value, what: string, scale = Math.abs(wanted ?? 0)): void {
  if (wanted === null) expect(got, what).toBeNaN();
  else if (wanted > BEYOND) expect(got, what).toBeGreaterThan(BEYOND);
  else
    expect(Math.abs(got - wanted), `${what}: got ${got}, wanted ${wanted}`).toBeLessThanOrEqual(
      1e-10 * scale,
    );
}

function concatenated(chains: readonly Float64Array[]): Float64Array {
  return Float64Array.from(chains.flatMap((chain) => Array.from(chain)));
}

describe('against ArviZ', () => {
  for (const one of cases) {
    it(`${one.name}: R-hat, bulk and tail ESS and MCSE are the same to 1e-10`, () => {
      const got = diagnose(chainsOf(one));
      expectSame(got.rHat, one.rHat, 'R-hat');
      expectSame(got.essBulk, one.essBulk, 'bulk ESS');
      expectSame(got.essTail, one.essTail, 'tail ESS');
      expectSame(got.mcseMean, one.mcseMean, 'MCSE of the mean');
    });

    it(`${one.name}: E-BFMI of each chain is the same to 1e-10`, () => {
      chainsOf(one).forEach((chain, c) => {
        expectSame(eBfmi(chain), one.eBfmi[c], `E-BFMI of chain ${c}`);
      });
    });
  }

  for (const one of cases.filter(({ mean }) => mean !== null)) {
    it(`${one.name}: mean, sd, median, quantiles and intervals are the same`, () => {
      const draws = concatenated(chainsOf(one));
      const got = summarize(draws);
      const scale = Math.abs(one.mean ?? 0) + (one.sd ?? 0);
      expectSame(got.mean, one.mean, 'mean', scale);
      expectSame(got.sd, one.sd, 'sd');
      expectSame(got.median, one.median, 'median', scale);
      expect(got.hdi94).toEqual(one.hdi94);
      const sorted = draws.slice().sort();
      expect(hdi(sorted, 0.5)).toEqual(one.hdi50);
      [0, 0.03, 0.25, 0.5, 0.9, 1].forEach((p, i) => {
        expect(quantile(sorted, p), `quantile ${p}`).toBe(one.quantiles[i]);
      });
    });
  }

  it('the cases include ties, constants, NaN and odd lengths, alone and together', () => {
    const draws = cases.map(({ chains }) => ({ odd: chains[0].length % 2 === 1, values: chains.flat() }));
    const count = (holds: (one: (typeof draws)[number]) => boolean) => draws.filter(holds).length;
    const tied = (values: readonly Value[]) => new Set(values).size < values.length / 4;
    expect(count(({ values }) => tied(values))).toBeGreaterThanOrEqual(5);
    expect(count(({ odd, values }) => odd && tied(values))).toBeGreaterThanOrEqual(2);
    expect(count(({ values }) => new Set(values).size === 1)).toBe(1);
    expect(count(({ values }) => values.includes(null))).toBe(2);
    expect(count(({ odd, values }) => odd && values.includes(null))).toBe(1);
    expect(count(({ odd }) => odd)).toBeGreaterThanOrEqual(5);
  });

  it('the cases include every way to be in trouble', () => {
    const trouble = cases.filter(({ rHat }) => rHat !== null && rHat > 1.05).map(({ name }) => name);
    expect(trouble).toEqual(
      expect.arrayContaining(['one chain stuck', 'one chain elsewhere', 'one chain wider']),
    );
  });
});

describe('against the slow twin', () => {
  it('agrees on any small set of chains, with ties and without', () => {
    const shape = fc.record({
      chains: fc.integer({ min: 2, max: 4 }),
      draws: fc.integer({ min: 4, max: 24 }),
      memory: fc.constantFrom(0, 0.5, 0.95, -0.7),
      grid: fc.constantFrom(0, 1, 4),
      seed: fc.integer({ min: 0, max: 1e6 }),
    });
    fc.assert(
      fc.property(shape, ({ chains: count, draws, memory, grid, seed }) => {
        const chains = Array.from({ length: count }, (_, c) => autoregressive(seed, c, draws, memory, grid));
        const got = diagnose(chains);
        const wanted = slowDiagnose(chains.map((chain) => Array.from(chain)));
        for (const key of ['rHat', 'essBulk', 'essTail', 'mcseMean'] as const) {
          const value = Number.isNaN(wanted[key]) ? null : wanted[key];
          expectSame(got[key], value, `${key} of ${JSON.stringify(chains.map((c) => Array.from(c)))}`);
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('agrees on chains long enough to have a tail', () => {
    const chains = [0, 1, 2].map((c) => autoregressive(5, c, 300, 0.8, 0));
    const got = diagnose(chains);
    const wanted = slowDiagnose(chains.map((chain) => Array.from(chain)));
    expectSame(got.rHat, wanted.rHat, 'R-hat');
    expectSame(got.essBulk, wanted.essBulk, 'bulk ESS');
    expectSame(got.essTail, wanted.essTail, 'tail ESS');
    expectSame(got.mcseMean, wanted.mcseMean, 'MCSE');
  });
});

/** x_t = memory · x_{t−1} + normal, rounded to multiples of 1/grid where grid is not 0. */
function autoregressive(
  seed: number,
  chain: number,
  draws: number,
  memory: number,
  grid: number,
): Float64Array {
  const source = stream(seed, chain, purpose.simulate, 0);
  let x = source.normal();
  return Float64Array.from({ length: draws }, () => {
    x = memory * x + source.normal();
    return grid === 0 ? x : Math.round(x * grid) / grid;
  });
}

describe('what cannot be diagnosed', () => {
  it('leaves the draws as they were', () => {
    const chains = [0, 1].map((c) => autoregressive(1, c, 50, 0.5, 0));
    const before = chains.map((chain) => chain.slice());
    diagnose(chains);
    expect(chains).toEqual(before);
  });

  it('is NaN without chains or with an infinite draw', () => {
    expect(diagnose([])).toEqual({
      rHat: Number.NaN,
      essBulk: Number.NaN,
      essTail: Number.NaN,
      mcseMean: Number.NaN,
    });
    const chains = [0, 1].map((c) => autoregressive(1, c, 50, 0.5, 0));
    chains[1][3] = Number.POSITIVE_INFINITY;
    expect(diagnose(chains).mcseMean).toBeNaN();
  });

  it('is refused when the chains are not equally long', () => {
    expect(() => diagnose([new Float64Array(10), new Float64Array(9)])).toThrow(
      'Diagnostics need chains of equal length, got 10 and 9 draws.',
    );
  });

  it('summarises draws with a NaN as NaN, and no draws likewise', () => {
    expect(summarize(Float64Array.of(1, Number.NaN, 2)).hdi94).toEqual([Number.NaN, Number.NaN]);
    expect(summarize(Float64Array.of(1, Number.NaN, 2)).median).toBeNaN();
    expect(summarize(new Float64Array(0)).mean).toBeNaN();
    expect(summarize(new Float64Array(0)).median).toBeNaN();
  });
});
