// Posterior beside prior: every parameter and each channel's ROAS as densities on one grid.
import { type EvenGrid, kernelDensity } from '../diagnostics/density.ts';
import { quantilesOf } from '../diagnostics/quantile.ts';
import { type Stated, statedPrior } from '../insights/stated-priors.ts';
import type { Posterior } from '../model/posterior.ts';
import { exp } from '../numeric/elementary.ts';
import { normalQuantile } from '../numeric/normal.ts';
import type { Draws } from './draws.ts';
import type { Density } from './insights.ts';
import { columnByChain, pooled } from './read-draws.ts';

const GRID_POINTS = 48;
/** Of these, at most so many lie outside the posterior's range, where only the prior is. */
const MOST_OUTSIDE = 16;
/** The grid holds this much of the posterior … */
const POSTERIOR_MASS = 0.998;
/** … and this much of the prior, unless the grid would be wider than so many posterior ranges. */
const PRIOR_MASS = 0.9;
const WIDEST = 6;

type Range = readonly [low: number, high: number];

export function densitiesOf(model: Posterior, draws: Draws): Density[] {
  return draws.variables.flatMap(({ group, name, offset, labels = [''] }) => {
    if (group !== 'posterior') return [];
    return labels.flatMap((label, i): Density[] => {
      const stated = statedPrior(model, name, i);
      if (!stated) return [];
      const values = pooled(columnByChain(draws, offset + i));
      // What never varies has no density; NaN stands where a variable does not apply, as a return of organic media.
      if (values.every((value) => Number.isNaN(value) || value === values[0])) return [];
      return [{ name: label === '' ? name : `${name}[${label}]`, ...densityOf(values, stated) }];
    });
  });
}

function densityOf(draws: Float64Array, { bounds, prior }: Stated): Omit<Density, 'name'> {
  const tail = (1 - POSTERIOR_MASS) / 2;
  const [low, high] = quantilesOf(draws, [tail, 1 - tail]);
  const z = normalQuantile((1 + PRIOR_MASS) / 2);
  const grids = gridsOver([low, high], prior ? [prior.atNormal(-z), prior.atNormal(z)] : [low, high]);
  const grid = grids.flatMap(({ first, step, points }) =>
    Array.from({ length: points }, (_, i) => first + step * i),
  );
  return {
    grid,
    posterior: kernelDensity(draws, grids, bounds),
    prior: prior && grid.map((x) => exp(prior.logDensity(x))),
  };
}

/** Even inside the posterior's range, and coarser on either side of it as far as the prior reaches. */
function gridsOver([low, high]: Range, prior: Range): EvenGrid[] {
  const width = high - low;
  const [left, right] = [Math.max(0, low - prior[0]), Math.max(0, prior[1] - high)];
  const beyond = left + right;
  const kept = beyond > 0 ? Math.min(1, ((WIDEST - 1) * width) / beyond) : 0;
  const outside = Math.min(MOST_OUTSIDE, (GRID_POINTS * beyond) / (width + beyond));
  const pointsOn = (side: number) => (side > 0 ? Math.ceil((outside * side) / beyond) : 0);
  const [before, after] = [pointsOn(left), pointsOn(right)];
  const [stepBefore, stepAfter] = [(kept * left) / before, (kept * right) / after];
  const inside = GRID_POINTS - before - after;
  const grids = [
    { first: low - kept * left, step: stepBefore, points: before },
    { first: low, step: width / (inside - 1), points: inside },
    { first: high + stepAfter, step: stepAfter, points: after },
  ];
  return grids.filter(({ points }) => points > 0);
}
