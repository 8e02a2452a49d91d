// Student-t noise: σ is its scale. Nothing is integrated out; every linear coefficient is sampled.
import type { Kernel } from '../../kernel/kernel.ts';
import { logBeta } from '../../numeric/beta.ts';
import { log, log1p } from '../../numeric/elementary.ts';
import { digamma } from '../../numeric/gamma.ts';
import type { Likelihood } from './likelihood.ts';
import { scoreSums } from './likelihood.ts';

/** Adds to `out`, the score of media by row, what follows for them from coefficients that are centred on what they leave. */
type AddPull = (score: Float64Array, variance: number, out: Float64Array) => void;

/** `at`: where ν stands among the model's own parameters. */
export function studentTLikelihood(
  mask: Float64Array,
  values: Float64Array,
  at: number,
  addPull: AddPull,
): Likelihood {
  const ofMedia = new Float64Array(mask.length);
  const score = new Float64Array(mask.length);
  const now = { byLogSigma: 0, byNu: 0 };
  const held: { kernel?: Kernel; sum?: (score: Float64Array) => void } = {};
  return {
    basis: new Float64Array(0),
    directions: 0,
    scoresRows: true,
    offset: new Float64Array(mask.length),
    attach(kernel, scores) {
      held.kernel = kernel;
      held.sum = scoreSums(kernel, scores);
    },
    prepare() {
      // Everything is done once the errors are there.
    },
    logDensity(_, sigma) {
      const { errors } = held.kernel as Kernel;
      const nu = values[at];
      const perScale = 1 / (sigma * sigma);
      const constant = perRow(nu) - log(sigma);
      const byNu = 0.5 * (digamma((nu + 1) / 2) - digamma(nu / 2) - 1 / nu);
      let density = 0;
      now.byLogSigma = 0;
      now.byNu = 0;
      for (let t = 0; t < mask.length; t++) {
        if (!mask[t]) continue;
        const squares = errors[t] * errors[t] * perScale;
        const weight = (nu + 1) / (nu + squares);
        const tail = log1p(squares / nu);
        density += constant - 0.5 * (nu + 1) * tail;
        score[t] = weight * errors[t];
        now.byLogSigma += weight * squares - 1;
        now.byNu += byNu + 0.5 * ((weight * squares) / nu - tail);
      }
      ofMedia.set(score);
      addPull(score, sigma * sigma, ofMedia);
      held.sum?.(ofMedia);
      return density;
    },
    score,
    byLogSigma: () => now.byLogSigma,
    addSlopes(slopes) {
      slopes[at] += now.byNu;
    },
    draw() {
      // No column is left to be drawn.
    },
    noiseLogDensity(errors, sigma) {
      const nu = values[at];
      let density = 0;
      for (let t = 0; t < mask.length; t++) {
        if (!mask[t]) continue;
        const u = errors[t] / sigma;
        density += perRow(nu) - log(sigma) - 0.5 * (nu + 1) * log1p((u * u) / nu);
      }
      return density;
    },
  };
}

/** The log density of one standard row at its mode. */
function perRow(nu: number): number {
  return -logBeta(nu / 2, 0.5) - 0.5 * log(nu);
}
