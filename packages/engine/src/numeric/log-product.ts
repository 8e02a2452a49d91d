// The logarithm of a product of many numbers for one logarithm in all.
import { log } from './elementary.ts';

/** Within these, one more factor of their size neither overflows nor loses digits. */
const SMALL = 1e-150;
const LARGE = 1e150;

export class LogProduct {
  private product = 1;
  /** Logarithms of what was taken out because the product left the range. */
  private taken = 0;

  clear(): void {
    this.product = 1;
    this.taken = 0;
  }

  multiply(factor: number): void {
    if (!(factor > SMALL && factor < LARGE)) {
      this.taken += log(factor);
      return;
    }
    this.product *= factor;
    if (this.product > SMALL && this.product < LARGE) return;
    this.taken += log(this.product);
    this.product = 1;
  }

  /** Each of `factors`, in their order: a running product in a variable is half as dear as one in a field. */
  multiplyAll(factors: Float64Array): void {
    let { product } = this;
    for (let i = 0; i < factors.length; i++) {
      const next = product * factors[i];
      if (factors[i] > SMALL && factors[i] < LARGE && next > SMALL && next < LARGE) product = next;
      else {
        this.product = product;
        this.multiply(factors[i]);
        product = this.product;
      }
    }
    this.product = product;
  }

  /** Of all factors since `clear`. */
  log(): number {
    return this.taken + log(this.product);
  }
}
