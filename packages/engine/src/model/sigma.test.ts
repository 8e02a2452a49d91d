// The noise's coordinate: a draw in it is a draw from the prior, whichever coordinate the prior asks for.
import { describe, expect, it } from 'vitest';
import { distribution } from '../priors/distribution.ts';
import { sigmaCoordinate } from './sigma.ts';
import type { Prior } from './spec.ts';

const priors: [string, Prior][] = [
  ['its logarithm', { family: 'half_normal', sd: 2 }],
  ['that of a prior with bounds', { family: 'uniform', low: 0.01, high: 0.4 }],
];

describe.each(priors)('σ in %s', (_, prior) => {
  it('is drawn as its prior has it', () => {
    const noise = sigmaCoordinate(prior);
    const law = distribution(prior);
    for (const z of [-2, -0.5, 0, 1, 2.5]) {
      const position = noise.draw({ uniform: () => Number.NaN, normal: () => z });
      expect(noise.at(position) / law.atNormal(z)).toBeCloseTo(1, 6);
    }
  });
});
