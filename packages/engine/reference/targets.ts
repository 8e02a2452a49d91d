// Targets whose moments are known, for the tests of the sampler.
import { exp, log } from '../src/numeric/elementary.ts';
import type { Target } from '../src/sampler/target.ts';

/** N(0, 1) in each of `size` dimensions. */
export function standardNormal(size: number): Target {
  return normal(
    Array.from({ length: size }, () => 0),
    Array.from({ length: size }, () => 1),
    0,
  );
}

/**
 * A normal with these means and sds, and the correlation `rho`^|i − j| between coordinates i and j: its precision
 * is tridiagonal, so density and gradient are short.
 */
export function normal(means: readonly number[], sds: readonly number[], rho: number): Target {
  const size = means.length;
  const free = 1 - rho * rho;
  return {
    size,
    logDensity(position, gradient) {
      let sum = 0;
      const z = means.map((mean, i) => (position[i] - mean) / sds[i]);
      for (let i = 0; i < size; i++) {
        // Given its left neighbour, z[i] is N(rho·z[i − 1], 1 − rho²).
        const innovation = i === 0 ? z[0] : (z[i] - rho * z[i - 1]) / free;
        const ahead = i === size - 1 ? 0 : (z[i + 1] - rho * z[i]) / free;
        gradient[i] = (rho * ahead - innovation) / sds[i];
        sum += i === 0 ? z[0] * z[0] : innovation * innovation * free;
      }
      return -0.5 * sum;
    },
  };
}

/** Neal's funnel, centred: log variance v ~ N(0, 3), x ~ N(0, e^(v/2)) in `size − 1` dimensions. */
export function funnel(size: number): Target {
  return {
    size,
    logDensity(position, gradient) {
      const v = position[0];
      const precision = exp(-v);
      let squares = 0;
      for (let i = 1; i < size; i++) {
        squares += position[i] * position[i];
        gradient[i] = -position[i] * precision;
      }
      gradient[0] = -v / 9 - 0.5 * (size - 1) + 0.5 * precision * squares;
      return -(v * v) / 18 - 0.5 * (size - 1) * v - 0.5 * precision * squares;
    },
  };
}

/**
 * Eight schools, non-centred: theta_trans ~ N(0, 1), mu ~ N(0, 5), tau ~ half-Cauchy(5), sampled as log tau.
 * Coordinates: theta_trans[0..7], mu, log tau.
 */
export function eightSchools(): Target {
  const effect = [28, 8, -3, 7, -1, 1, 18, 12];
  const error = [15, 10, 16, 11, 9, 11, 10, 18];
  return {
    size: 10,
    logDensity(position, gradient) {
      const mu = position[8];
      const tau = exp(position[9]);
      let density = -(mu * mu) / 50 - log(1 + (tau * tau) / 25) + position[9];
      gradient[8] = -mu / 25;
      gradient[9] = 1 - (2 * tau * tau) / (25 + tau * tau);
      for (let j = 0; j < 8; j++) {
        const residual = (effect[j] - mu - tau * position[j]) / error[j];
        density -= 0.5 * (residual * residual + position[j] * position[j]);
        gradient[j] = (tau * residual) / error[j] - position[j];
        gradient[8] += residual / error[j];
        gradient[9] += (tau * position[j] * residual) / error[j];
      }
      return density;
    },
  };
}
