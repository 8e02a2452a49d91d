// Posterior beside prior: which quantities, which prior, which grid, and that the mass is there.
import { describe, expect, it } from 'vitest';
import { otherDrafts, smallData, smallDraft } from '../../fixtures/small-model.ts';
import { priorDraws } from '../../fixtures/stored-draws.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import { checkSet } from './check-set.ts';
import { densitiesOf } from './densities.ts';
import type { Draws } from './draws.ts';

const data = smallData({ leadIn: 5, missing: [9] });
const { spec } = expandSpec(smallDraft, data);
const model = posterior(spec, data);
const draws = priorDraws(model, 500, 2);
const found = densitiesOf(model, draws);
const named = (name: string, among = found) => {
  const density = among.find((d) => d.name === name);
  if (!density) throw new Error(`no density of ${name}`);
  return density;
};

const implied =
  /^(total_contribution|roas_of_spend|marginal_roas|total_media|baseline|mean_mu|log_posterior)/;

it('every parameter and every ROAS has one, in the order of the parameters', () => {
  const parameters = checkSet(draws).map(({ name }) => name);
  expect(found.map(({ name }) => name)).toEqual(parameters.filter((name) => !implied.test(name)));
  expect(found.map(({ name }) => name)).toContain('roas[tv]');
  expect(found.map(({ name }) => name)).not.toContain('roas[news]');
});

it('of other transforms stand beside the priors of their own names', () => {
  const of = (draft: (typeof otherDrafts)[number]) => {
    const other = posterior(expandSpec(draft, data).spec, data);
    const parameters = densitiesOf(other, priorDraws(other, 50, 2));
    const names = parameters.filter(({ name }) => /^(adstock|saturation)_/.test(name));
    return Object.fromEntries(names.map(({ name, prior }) => [name, prior !== null]));
  };
  expect(of(otherDrafts[0])).toEqual({
    'adstock_alpha[tv]': true,
    'adstock_alpha[search]': true,
    'adstock_alpha[social]': true,
    'adstock_alpha[news]': true,
    'adstock_theta[tv]': true,
    'adstock_lam[radio]': true,
    'adstock_k[radio]': true,
    'saturation_lam[tv]': true,
    'saturation_lam[social]': true,
    'saturation_lam[news]': true,
    'saturation_kappa[radio]': true,
    'saturation_slope[radio]': true,
    'saturation_alpha[search]': true,
    // What multiplies a sigmoid, and what bends it.
    'saturation_sigma[social]': false,
    'saturation_beta[social]': true,
    'saturation_beta[tv]': false,
    'saturation_beta[radio]': false,
    'saturation_beta[search]': true,
    'saturation_beta[news]': false,
  });
  expect(of(otherDrafts[1])).toMatchObject({
    'saturation_alpha[tv]': false,
    'saturation_b[radio]': true,
    'saturation_c[radio]': true,
    'saturation_beta[search]': false,
    'saturation_lam[tv]': true,
  });
});

describe('the prior', () => {
  const expectPrior = (name: string, density: (x: number) => number) => {
    const { grid, prior } = named(name);
    expect(prior).not.toBeNull();
    for (const [i, x] of grid.entries()) expect(prior?.[i]).toBeCloseTo(density(x), 10);
  };
  const logNormal = (mu: number, sigma: number) => (x: number) =>
    Math.exp(-0.5 * ((Math.log(x) - mu) / sigma) ** 2) / (x * sigma * Math.sqrt(2 * Math.PI));
  const halfNormal = (sd: number) => (x: number) =>
    (Math.sqrt(2 / Math.PI) / sd) * Math.exp(-0.5 * (x / sd) ** 2);
  const normal = (sd: number) => (x: number) => halfNormal(sd)(x) / 2;

  it('is the one the spec states about the quantity', () => {
    expectPrior('adstock_alpha[tv]', (x) => 3 * (1 - x) ** 2);
    expectPrior('saturation_lam[tv]', (x) => (x * x * Math.exp(-x)) / 2);
    expectPrior('saturation_kappa[radio]', halfNormal(1.5));
    expectPrior('saturation_slope[radio]', logNormal(0, 0.4));
    expectPrior('y_sigma', halfNormal(2));
    expectPrior('intercept_contribution', normal(2));
    expectPrior('trend_coefficient', normal(1));
    expectPrior('gamma_fourier[cos_1]', normal(0.5));
    expectPrior('gamma_control[holiday]', normal(2));
  });

  it('of a size is about the amplitude or about the return, whichever the spec says', () => {
    expectPrior('saturation_beta[tv]', halfNormal(2));
    expect(named('roas[tv]').prior).toBeNull();
    expectPrior('roas[radio]', logNormal(0.2, 0.9));
    expect(named('saturation_beta[radio]').prior).toBeNull();
    const { prior } = spec.channels[2].size;
    if (prior.family !== 'log_normal') throw new Error('total_media is stated as a LogNormal');
    expectPrior('roas[search]', logNormal(prior.mu, prior.sigma));
    expect(named('saturation_beta[news]').prior).toBeNull();
  });

  it('of a return is where the draws are when the data say nothing', () => {
    const { grid, posterior: drawn, prior } = named('roas[radio]');
    const top = Math.max(...drawn);
    for (const [i, x] of grid.entries()) {
      if (x > 0.4) expect(Math.abs(drawn[i] - (prior?.[i] ?? Number.NaN))).toBeLessThan(0.2 * top);
    }
  });
});

describe('the posterior', () => {
  it('has its mass on the grid', () => {
    for (const { name, grid, posterior: density } of found) {
      let mass = 0;
      for (let i = 1; i < grid.length; i++)
        mass += ((density[i] + density[i - 1]) / 2) * (grid[i] - grid[i - 1]);
      // Heavy tails are cut short of their last 0.1 % and coarse there.
      expect([name, mass > 0.93 && mass < 1.05]).toEqual([name, true]);
    }
  });

  it('has a grid that holds it and the bulk of its prior', () => {
    for (const { name, grid, posterior: density, prior } of found) {
      expect(grid).toHaveLength(48);
      expect(density).toHaveLength(48);
      if (prior) expect(prior).toHaveLength(48);
      expect([name, grid.every((x, i) => i === 0 || x > grid[i - 1])]).toEqual([name, true]);
    }
    const { grid } = named('saturation_lam[tv]');
    // Gamma(3, 1): 5 % below 0.818, 5 % above 6.296.
    expect(grid[0]).toBeLessThan(0.818);
    expect(grid[47]).toBeGreaterThan(6.296);
  });

  it('keeps most of the grid, and a sixth of its width, when the prior is far wider', () => {
    const narrow = densitiesOf(model, squeezed('y_sigma', 0.001));
    const { grid, posterior: density } = named('y_sigma', narrow);
    const inside = grid.filter((_, i) => density[i] > 0.001 * Math.max(...density));
    expect(inside.length).toBeGreaterThan(25);
    const { low, high } = range('y_sigma', 0.001);
    expect((grid[47] - grid[0]) / (high - low)).toBeCloseTo(6, 0);
    expect(grid[0]).toBeLessThanOrEqual(low);
  });

  it('is left out for what never varies', () => {
    const names = densitiesOf(model, squeezed('y_sigma', 0)).map(({ name }) => name);
    expect(names).toEqual(found.map(({ name }) => name).filter((name) => name !== 'y_sigma'));
  });
});

/** The draws with everything that varies about a quantity multiplied by `share`, around 1. */
function squeezed(name: string, share: number): Draws {
  const offset = draws.variables.find((v) => v.name === name)?.offset ?? Number.NaN;
  const segments = draws.segments.map((chain) =>
    chain.map((segment) => {
      const values = segment.values.slice();
      for (let s = 0; s < segment.draws; s++) {
        const at = s * draws.columns + offset;
        values[at] = 1 + share * (values[at] - 1);
      }
      return { ...segment, values };
    }),
  );
  return { ...draws, segments };
}

/** Central 99.8 % of the squeezed quantity. */
function range(name: string, share: number): { low: number; high: number } {
  const sorted = checkSet(squeezed(name, share))
    .filter((q) => q.name === name)
    .flatMap((q) => q.chains.flatMap((chain) => [...chain]))
    .sort((a, b) => a - b);
  return { low: sorted[1], high: sorted[sorted.length - 2] };
}
