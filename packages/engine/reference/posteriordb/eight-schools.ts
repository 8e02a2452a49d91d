// Eight schools (Rubin 1981), centred and not: the same posterior in two coordinates, of which one is a funnel.
import { exp, log } from '../../src/numeric/elementary.ts';
import type { Target } from '../../src/sampler/target.ts';
import { eightSchools } from '../targets.ts';
import { numbered, type PublishedModel } from './published-model.ts';

const names = [...numbered('theta', 8), 'mu', 'tau'];

/** eight_schools_noncentered: theta = mu + tau·theta_trans. */
export const nonCentred: PublishedModel = {
  target: eightSchools(),
  names,
  describe(position) {
    const [mu, tau] = [position[8], Math.exp(position[9])];
    return [...position.slice(0, 8).map((z) => mu + tau * z), mu, tau];
  },
};

/** eight_schools_centered: theta[0..7], mu, log tau. */
export const centred: PublishedModel = {
  target: centredTarget(),
  names,
  describe: (position) => [...position.slice(0, 9), Math.exp(position[9])],
};

function centredTarget(): Target {
  const effect = [28, 8, -3, 7, -1, 1, 18, 12];
  const error = [15, 10, 16, 11, 9, 11, 10, 18];
  return {
    size: 10,
    logDensity(position, gradient) {
      const mu = position[8];
      const tau = exp(position[9]);
      let density = -(mu * mu) / 50 - log(1 + (tau * tau) / 25) - 7 * position[9];
      gradient[8] = -mu / 25;
      gradient[9] = -7 - (2 * tau * tau) / (25 + tau * tau);
      for (let j = 0; j < 8; j++) {
        const residual = (effect[j] - position[j]) / error[j];
        const z = (position[j] - mu) / tau;
        density -= 0.5 * (residual * residual + z * z);
        gradient[j] = residual / error[j] - z / tau;
        gradient[8] += z / tau;
        gradient[9] += z * z;
      }
      return density;
    },
  };
}
