// The logarithm of a product against the sum of logarithms, beyond what a product can hold.
import { describe, expect, it } from 'vitest';
import { log } from './elementary.ts';
import { LogProduct } from './log-product.ts';

function ofProduct(factors: readonly number[]): number {
  const product = new LogProduct();
  product.multiply(7);
  product.clear();
  for (const factor of factors) product.multiply(factor);
  return product.log();
}

describe('the logarithm of a product', () => {
  it('is the sum of logarithms, however large or small the product', () => {
    for (const factor of [1e-200, 3e-9, 0.4, 1, 17, 1e140, 1e200]) {
      const factors = Array.from({ length: 50 }, (_, i) => factor * (1 + i / 50));
      const slow = factors.reduce((sum, one) => sum + log(one), 0);
      expect(Math.abs(ofProduct(factors) - slow)).toBeLessThan(1e-12 * (1 + Math.abs(slow)));
    }
  });

  it('is the same to the last bit with all factors at once', () => {
    for (const factor of [1e-160, 1e-70, 0.3, 1, 1e60, 1e155, 0, -1]) {
      const factors = Float64Array.from({ length: 50 }, (_, i) => (i % 9 === 5 ? factor : 1 + i / 50));
      const product = new LogProduct();
      product.multiplyAll(factors);
      expect(product.log()).toBe(ofProduct([...factors]));
    }
  });

  it('is minus infinity with a factor of zero, and no number with one that has no logarithm', () => {
    expect(ofProduct([2, 0, 3])).toBe(Number.NEGATIVE_INFINITY);
    expect(ofProduct([2, -1])).toBeNaN();
    expect(ofProduct([2, Number.NaN, 1])).toBeNaN();
    expect(ofProduct([])).toBe(0);
  });
});
