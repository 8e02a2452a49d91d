// Kernel densities against the sum they are short for, and against densities that are known.
import { describe, expect, it } from 'vitest';
import { stream } from '../numeric/random.ts';
import { type Bounds, type EvenGrid, kernelDensity } from './density.ts';
import { quantile } from './quantile.ts';

const free: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const random = stream(6, 0, 8, 0);
const normals = Float64Array.from({ length: 4000 }, () => random.normal());
const uniforms = Float64Array.from({ length: 4000 }, () => random.uniform());

const pointsOf = (grids: readonly EvenGrid[]) =>
  grids.flatMap(({ first, step, points }) => Array.from({ length: points }, (_, i) => first + step * i));

/** Every draw and its mirror images at every point, with Math's functions. */
function slowDensity(draws: Float64Array, grids: readonly EvenGrid[], { low, high }: Bounds): number[] {
  const n = draws.length;
  const mean = draws.reduce((sum, x) => sum + x, 0) / n;
  const sd = Math.sqrt(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
  const sorted = draws.slice().sort();
  const width = 0.9 * Math.min(sd, (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34) * n ** -0.2;
  const images = [...draws].flatMap((x) => [x, 2 * low - x, 2 * high - x]).filter(Number.isFinite);
  return pointsOf(grids).map(
    (g) =>
      images.reduce((sum, x) => sum + Math.exp(-0.5 * ((g - x) / width) ** 2), 0) /
      (n * width * Math.sqrt(2 * Math.PI)),
  );
}

describe('the density of draws', () => {
  it.each([
    { title: 'a fine grid', draws: normals, grids: [{ first: -4, step: 0.1, points: 81 }], bounds: free },
    { title: 'a coarse grid', draws: normals, grids: [{ first: -9, step: 1.5, points: 13 }], bounds: free },
    {
      title: 'grids of different steps',
      draws: normals,
      grids: [
        { first: -10, step: 2, points: 4 },
        { first: -3, step: 0.2, points: 31 },
        { first: 3.5, step: 0.5, points: 9 },
      ],
      bounds: free,
    },
    {
      title: 'two bounds',
      draws: uniforms,
      grids: [{ first: 0, step: 0.02, points: 51 }],
      bounds: { low: 0, high: 1 },
    },
    {
      title: 'one bound',
      draws: normals.map(Math.abs),
      grids: [{ first: 0.001, step: 0.08, points: 48 }],
      bounds: { low: 0, high: Number.POSITIVE_INFINITY },
    },
  ])('is the sum of one kernel a draw on $title', ({ draws, grids, bounds }) => {
    const slow = slowDensity(draws, grids, bounds);
    const found = kernelDensity(draws, grids, bounds);
    expect(found).toHaveLength(slow.length);
    // Beyond six bandwidths a kernel counts as 0: e^−18 of its height.
    for (const [i, value] of slow.entries()) expect(Math.abs(found[i] - value)).toBeLessThan(2e-7);
  });

  it('comes near the distribution the draws are from, up to its bounds', () => {
    const flat = kernelDensity(uniforms, [{ first: 0, step: 0.05, points: 21 }], { low: 0, high: 1 });
    for (const value of flat) expect(Math.abs(value - 1)).toBeLessThan(0.15);
    const bell = kernelDensity(normals, [{ first: -2, step: 0.5, points: 9 }], free);
    for (const [i, value] of bell.entries()) {
      const x = -2 + 0.5 * i;
      expect(Math.abs(value - Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI))).toBeLessThan(0.03);
    }
  });

  it('holds all mass inside the bounds', () => {
    const step = 0.005;
    const density = kernelDensity(uniforms, [{ first: 0, step, points: 201 }], { low: 0, high: 1 });
    const mass = density.reduce((sum, value, i) => sum + (i % 200 === 0 ? value / 2 : value), 0) * step;
    expect(mass).toBeCloseTo(1, 4);
  });
});
