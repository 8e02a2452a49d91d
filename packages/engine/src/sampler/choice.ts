// Choosing one point of a trajectory by its weight exp(−energy), while the trajectory is being walked.
import { exp } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';

/** Weights seen so far. They are kept as plain numbers relative to `reference`: one exp a point and no logs. */
export interface Choice {
  initialEnergy: number;
  /** Energy of weight one. */
  reference: number;
  /** Weight of the trajectory so far, and of the subtree being added to it. */
  trajectory: number;
  subtree: number;
  /** The subtree's candidate changes when `subtree` grows beyond this. */
  threshold: number;
  /** Sum of min(1, exp(initial energy − energy)): what the step size is tuned by. */
  acceptance: number;
}

/** A gain of energy beyond which weights would near the end of the number range. */
const rescaleAt = 500;

export function createChoice(): Choice {
  return { initialEnergy: 0, reference: 0, trajectory: 1, subtree: 0, threshold: 0, acceptance: 0 };
}

export function startTrajectory(choice: Choice, initialEnergy: number): void {
  choice.initialEnergy = initialEnergy;
  choice.reference = initialEnergy;
  choice.trajectory = 1;
  choice.acceptance = 0;
}

export function startSubtree(choice: Choice): void {
  choice.subtree = 0;
  choice.threshold = 0;
}

/**
 * Counts a point of the subtree; true if it becomes the subtree's candidate.
 *
 * A point should replace the candidate with probability weight/(sum of weights up to it). A candidate taken at
 * sum A is then still the candidate at sum B with probability A/B = P(A/u > B) for one uniform u: one random
 * number decides how long it stays (the idea of the exponential jumps in Efraimidis & Spirakis 2006,
 * Information Processing Letters 97, 181).
 */
export function offer(choice: Choice, energy: number, random: Stream): boolean {
  if (choice.reference - energy > rescaleAt) rescale(choice, energy);
  const weight = exp(choice.reference - energy);
  choice.acceptance += acceptanceOf(choice, energy, weight);
  choice.subtree += weight;
  if (!(choice.subtree > choice.threshold)) return false;
  choice.threshold = choice.subtree / random.uniform();
  return true;
}

/**
 * Adds the finished subtree; true if its candidate becomes the trajectory's. Biased towards the new subtree,
 * min(1, new/old), which moves farther than a plain multinomial choice (Betancourt 2017, arXiv:1701.02434,
 * appendix A).
 */
export function mergeSubtree(choice: Choice, random: Stream): boolean {
  const moves = random.uniform() * choice.trajectory < choice.subtree;
  choice.trajectory += choice.subtree;
  return moves;
}

function acceptanceOf(choice: Choice, energy: number, weight: number): number {
  if (energy <= choice.initialEnergy) return 1;
  return choice.reference === choice.initialEnergy ? weight : exp(choice.initialEnergy - energy);
}

function rescale(choice: Choice, energy: number): void {
  const factor = exp(energy - choice.reference);
  choice.trajectory *= factor;
  choice.subtree *= factor;
  choice.threshold *= factor;
  choice.reference = energy;
}
