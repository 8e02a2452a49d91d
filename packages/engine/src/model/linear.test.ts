// Draws of the linear block against the dense conditional normal they come from.
import { describe, expect, it } from 'vitest';
import { linearBlock, type NormalColumn } from './linear.ts';

const rows = 12;
/** Rows 0 and 7 are outside the likelihood. */
const mask = Float64Array.from({ length: rows }, (_, t) => (t === 0 || t === 7 ? 0 : 1));

function column(mean: number, sd: number, at: (t: number) => number): NormalColumn {
  return {
    values: Float64Array.from({ length: rows }, (_, t) => at(t)),
    prior: { family: 'normal', mean, sd },
  };
}

const columns = [
  column(0.4, 1.5, () => 1),
  column(-0.2, 0.5, (t) => t / rows),
  column(0.3, 0.8, (t) => Math.sin(t)),
  // Only in a row that no likelihood sees: the data say nothing of it.
  column(0.7, 0.6, (t) => (t === 7 ? 1 : 0)),
];
const size = columns.length;
const variance = 0.3;
const block = linearBlock(columns, mask);
const errors = Float64Array.from({ length: rows }, (_, t) => mask[t] * Math.cos(3 * t));
const projections = Float64Array.from({ length: block.directions }, (_, k) =>
  errors.reduce((sum, e, t) => sum + e * block.basis[t * block.directions + k], 0),
);

/** Z′Z/σ² + V⁻¹ and Z′e/σ² over the rows of the likelihood. */
const precision = columns.map((a, i) =>
  columns.map(
    (b, j) =>
      a.values.reduce((sum, z, t) => sum + mask[t] * z * b.values[t], 0) / variance +
      (i === j ? a.prior.sd ** -2 : 0),
  ),
);
const pull = columns.map(({ values }) => values.reduce((sum, z, t) => sum + z * errors[t], 0) / variance);
const times = (matrix: readonly (readonly number[])[], vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, x, j) => sum + x * vector[j], 0));

/** A draw whose k-th normal is 1 and all others 0; k −1 for none. */
function drawn(k: number): number[] {
  let next = 0;
  const normals = { uniform: () => Number.NaN, normal: () => (next++ === k ? 1 : 0) };
  const out = new Float64Array(size);
  block.draw(variance, projections, normals, out);
  expect(next).toBe(size);
  return [...out];
}

describe('a draw of the linear block', () => {
  const mean = drawn(-1);

  it('is around the mean that prior and errors have together', () => {
    const fromPrior = mean.map((w, i) => w - columns[i].prior.mean);
    for (const [i, sum] of times(precision, fromPrior).entries()) expect(sum).toBeCloseTo(pull[i], 10);
    const conditional = new Float64Array(size);
    block.draw(variance, projections, null, conditional);
    expect([...conditional]).toEqual(mean);
  });

  it('spreads by the inverse of the precision', () => {
    const ways = Array.from({ length: size }, (_, k) => drawn(k).map((w, i) => w - mean[i]));
    const covariance = mean.map((_, i) =>
      mean.map((__, j) => ways.reduce((sum, way) => sum + way[i] * way[j], 0)),
    );
    for (let j = 0; j < size; j++)
      for (const [i, one] of times(precision, covariance[j]).entries())
        expect(one).toBeCloseTo(i === j ? 1 : 0, 10);
  });

  it('is the prior where no row of the likelihood tells', () => {
    expect(block.directions).toBe(size - 1);
    expect(mean[3]).toBeCloseTo(0.7, 12);
    const spread = Array.from({ length: size }, (_, k) => drawn(k)[3] - mean[3]);
    expect(Math.hypot(...spread)).toBeCloseTo(0.6, 12);
  });
});
