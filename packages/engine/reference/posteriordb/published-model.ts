// A model of posteriordb for the tests of the sampler: its density, and its quantities by their published names.
import type { Target } from '../../src/sampler/target.ts';

export interface PublishedModel {
  readonly target: Target;
  /** Names of what `describe` gives. */
  readonly names: readonly string[];
  describe(position: readonly number[]): number[];
}

/** `theta[1]`, `theta[2]`, … */
export function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${name}[${i + 1}]`);
}
