// The running choice picks by weight, also where weights leave the range of numbers.
import { describe, expect, it } from 'vitest';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { createChoice, mergeSubtree, offer, startSubtree, startTrajectory } from './choice.ts';

/** How often each of the points is the candidate at the end of a subtree. */
function frequencies(energies: readonly number[], trials: number): number[] {
  const random = stream(9, 0, purpose.simulate, 0);
  const choice = createChoice();
  const counts = energies.map(() => 0);
  for (let trial = 0; trial < trials; trial++) {
    startTrajectory(choice, 0);
    startSubtree(choice);
    let candidate = -1;
    energies.forEach((energy, point) => {
      if (offer(choice, energy, random)) candidate = point;
    });
    if (candidate >= 0) counts[candidate]++;
  }
  return counts.map((count) => count / trials);
}

function expectShares(energies: readonly number[], offset: number): void {
  const trials = 40_000;
  const weights = energies.map((energy) => Math.exp(-energy));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found = frequencies(
    energies.map((energy) => energy + offset),
    trials,
  );
  weights.forEach((weight, point) => {
    const share = weight / total;
    expect(Math.abs(found[point] - share) / Math.sqrt((share * (1 - share)) / trials)).toBeLessThan(4);
  });
}

const energies = [1, 0.2, 3, -0.5, 0, 0.7, 1.5, 0.1];

describe('the candidate of a subtree', () => {
  it('is each point with probability by weight', () => {
    expectShares(energies, 0);
  });

  it('is so too after a gain in energy that no weight could express', () => {
    expectShares(energies, -5000);
  });

  it('is never a point without weight', () => {
    expect(frequencies([Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY], 100)).toEqual([0, 1, 0]);
    expect(frequencies([Number.POSITIVE_INFINITY], 10)).toEqual([0]);
  });
});

describe('the choice between trajectory and subtree', () => {
  it('takes the subtree with probability new/old, at most one', () => {
    const random = stream(10, 0, purpose.simulate, 0);
    const choice = createChoice();
    const share = (energy: number) => {
      let taken = 0;
      for (let trial = 0; trial < 20_000; trial++) {
        startTrajectory(choice, 0);
        startSubtree(choice);
        offer(choice, energy, random);
        if (mergeSubtree(choice, random)) taken++;
      }
      return taken / 20_000;
    };
    expect(share(-0.1)).toBe(1);
    expect(share(-3000)).toBe(1);
    expect(Math.abs(share(1) - Math.exp(-1))).toBeLessThan(0.014);
    expect(share(Number.POSITIVE_INFINITY)).toBe(0);
  });

  it('sums the acceptance against the initial energy, whatever the weights are relative to', () => {
    const random = stream(11, 0, purpose.simulate, 0);
    const choice = createChoice();
    startTrajectory(choice, 2);
    startSubtree(choice);
    for (const energy of [1, 3, -2000, 2.5]) offer(choice, energy, random);
    expect(choice.acceptance).toBeCloseTo(2 + Math.exp(-1) + Math.exp(-0.5), 12);
  });
});
