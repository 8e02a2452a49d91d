// What a sign makes of a prior: cut at 0, drawn in to 0, about the size, or nothing.
import { describe, expect, it } from 'vitest';
import type { Prior } from '../model/spec.ts';
import { withSign } from './signed.ts';

describe('a sign', () => {
  it('cuts a normal at 0, on the side it says', () => {
    const prior: Prior = { family: 'normal', mean: 0.5, sd: 2 };
    const cut = { family: 'truncated_normal', mean: 0.5, sd: 2 };
    expect(withSign(prior, 'positive')).toEqual({ prior: { ...cut, low: 0 }, mirrored: false });
    expect(withSign(prior, 'negative')).toEqual({ prior: { ...cut, high: 0 }, mirrored: false });
    expect(withSign(prior, undefined)).toEqual({ prior, mirrored: false });
  });

  it('draws bounds in to 0 and leaves those that are on its side already', () => {
    const wide: Prior = { family: 'uniform', low: -1, high: 3 };
    expect(withSign(wide, 'positive')).toEqual({ prior: { ...wide, low: 0 }, mirrored: false });
    const below: Prior = { family: 'uniform', low: -2, high: -1 };
    expect(withSign(below, 'negative')).toEqual({ prior: below, mirrored: false });
    expect(withSign(below, 'positive')).toBeUndefined();
    const cut: Prior = { family: 'truncated_normal', mean: 0, sd: 1, low: -3 };
    expect(withSign(cut, 'negative')).toEqual({ prior: { ...cut, high: 0 }, mirrored: false });
  });

  it('takes a prior on positive numbers to be about the size', () => {
    const prior: Prior = { family: 'gamma', shape: 2, rate: 4 };
    expect(withSign(prior, 'positive')).toEqual({ prior, mirrored: false });
    expect(withSign(prior, 'negative')).toEqual({ prior, mirrored: true });
  });

  it('finds nothing where a family has no cut form', () => {
    expect(withSign({ family: 'laplace', location: 0, b: 1 }, 'positive')).toBeUndefined();
    expect(withSign({ family: 'student_t', nu: 3, location: 0, scale: 1 }, 'negative')).toBeUndefined();
  });
});
