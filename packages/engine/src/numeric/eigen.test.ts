// Eigen-decompositions put back together.
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from './eigen.ts';
import { purpose } from './purposes.ts';
import { stream } from './random.ts';

function symmetric(n: number, entry: (i: number, j: number) => number): Float64Array {
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) a[i * n + j] = a[j * n + i] = entry(i, j);
  return a;
}

function randomSymmetric(n: number): Float64Array {
  const source = stream(4, 0, purpose.simulate, n);
  return symmetric(n, () => source.normal());
}

/** Largest |V·D·Vᵀ − a| and |Vᵀ·V − I|. */
function defects(a: Float64Array, n: number): { rebuilt: number; orthogonal: number } {
  const { values, vectors } = symmetricEigen(a, n);
  let rebuilt = 0;
  let orthogonal = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      let dot = 0;
      for (let k = 0; k < n; k++) {
        sum += vectors[i * n + k] * values[k] * vectors[j * n + k];
        dot += vectors[k * n + i] * vectors[k * n + j];
      }
      rebuilt = Math.max(rebuilt, Math.abs(sum - a[i * n + j]));
      orthogonal = Math.max(orthogonal, Math.abs(dot - (i === j ? 1 : 0)));
    }
  }
  return { rebuilt, orthogonal };
}

describe('the eigen-decomposition', () => {
  it('rebuilds the matrix from orthonormal vectors', () => {
    for (const n of [1, 2, 3, 7, 20, 60]) {
      const { rebuilt, orthogonal } = defects(randomSymmetric(n), n);
      expect(rebuilt).toBeLessThan(1e-13 * n);
      expect(orthogonal).toBeLessThan(1e-14 * n);
    }
  });

  it('manages repeated eigenvalues, zeros, diagonal and rank-one matrices', () => {
    const cases = [
      symmetric(5, (i, j) => (i === j ? 1 : 0)),
      symmetric(5, () => 0),
      symmetric(5, (i, j) => (i === j ? 5 - i : 0)),
      symmetric(5, () => 1),
      symmetric(5, (i, j) => (i === j ? 2 : i - j === 1 ? -1 : 0)),
    ];
    for (const a of cases) {
      const { rebuilt, orthogonal } = defects(a, 5);
      expect(rebuilt).toBeLessThan(1e-14);
      expect(orthogonal).toBeLessThan(1e-14);
    }
  });

  it('finds the known eigenvalues 2 − 2cos(kπ/(n+1)) of the second difference', () => {
    const n = 8;
    const { values } = symmetricEigen(
      symmetric(n, (i, j) => (i === j ? 2 : i - j === 1 ? -1 : 0)),
      n,
    );
    for (let k = 1; k <= n; k++)
      expect(values[k - 1]).toBeCloseTo(2 - 2 * Math.cos((k * Math.PI) / (n + 1)), 13);
  });

  it('orders the values upwards, makes the largest component of each vector positive, and leaves the matrix alone', () => {
    const n = 9;
    const a = randomSymmetric(n);
    const before = a.slice();
    const { values, vectors } = symmetricEigen(a, n);
    expect(a).toEqual(before);
    for (let k = 0; k < n; k++) {
      if (k > 0) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]);
      const column = Array.from({ length: n }, (_, i) => vectors[i * n + k]);
      expect(Math.max(...column)).toBe(Math.max(...column.map(Math.abs)));
    }
  });

  it('spans scales: eigenvalues a factor 1e12 apart keep their digits', () => {
    const { values } = symmetricEigen(Float64Array.of(1e-6, 1e-3, 1e-3, 1e6), 2);
    expect(values[1]).toBeCloseTo(1e6, 6);
    expect(values[0] / (1e-6 - 1e-12)).toBeCloseTo(1, 3);
  });

  it('says that a matrix with NaN cannot be decomposed', () => {
    expect(() => symmetricEigen(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)).toThrow(
      'does the matrix hold NaN',
    );
  });
});
