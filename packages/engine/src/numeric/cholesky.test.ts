// Cholesky factors put back together, and systems solved with them.
import { describe, expect, it } from 'vitest';
import { cholesky, solveLower, solveUpperTransposed } from './cholesky.ts';
import { purpose } from './purposes.ts';
import { stream } from './random.ts';

/** B·Bᵀ + n·I for a random n × n matrix B. */
function positiveDefinite(n: number, seed: number): Float64Array {
  const source = stream(seed, 0, purpose.simulate, n);
  const b = Float64Array.from({ length: n * n }, () => source.normal());
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) a[i * n + j] += b[i * n + k] * b[j * n + k];
      if (i === j) a[i * n + j] += n;
    }
  }
  return a;
}

describe('the Cholesky factor', () => {
  it('times its transpose is the matrix, and nothing stands above its diagonal', () => {
    for (const n of [1, 2, 5, 30]) {
      const a = positiveDefinite(n, 1);
      const l = a.slice();
      expect(cholesky(l, n)).toBe(true);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += l[i * n + k] * l[j * n + k];
          expect(sum).toBeCloseTo(a[i * n + j], 11);
          if (j > i) expect(l[i * n + j]).toBe(0);
        }
      }
    }
  });

  it('solves a·x = b by one triangle after the other', () => {
    const n = 12;
    const a = positiveDefinite(n, 2);
    const x = Float64Array.from({ length: n }, (_, i) => i - 4.5);
    const b = x.map((_, i) => x.reduce((sum, xj, j) => sum + a[i * n + j] * xj, 0));
    cholesky(a, n);
    solveLower(a, b, n);
    solveUpperTransposed(a, b, n);
    for (let i = 0; i < n; i++) expect(b[i]).toBeCloseTo(x[i], 12);
  });

  it('does not exist for a matrix that is indefinite, singular or not a number', () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBe(false);
    expect(cholesky(Float64Array.of(1, 0, 0, Number.NaN), 2)).toBe(false);
    expect(cholesky(Float64Array.of(Number.POSITIVE_INFINITY), 1)).toBe(false);
  });
});
