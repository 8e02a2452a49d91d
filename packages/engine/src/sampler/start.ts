// Where a chain starts: from its own prior draw up to a mode, then a wide draw around it by Laplace's method.
import { symmetricEigen } from '../numeric/eigen.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { curvatureAt, curvatureGradients } from './curvature.ts';
import { keptDirections } from './metric-estimate.ts';
import { climb, evaluate } from './optimize.ts';
import type { SamplerSettings } from './settings.ts';
import type { MetricState } from './state.ts';
import type { Target } from './target.ts';

export interface Start {
  readonly position: Float64Array;
  /** From the curvature at the mode. */
  readonly metric: MetricState;
  readonly modeLogDensity: number;
  /** Gradients it took. */
  readonly gradients: number;
}

/** A normal approximation N(mode, S·V·diag(variances)·Vᵀ·S). */
interface Laplace {
  readonly mode: Float64Array;
  readonly scale: Float64Array;
  /** Column k is an eigenvector. */
  readonly vectors: Float64Array;
  readonly variances: Float64Array;
}

interface Found {
  readonly position: Float64Array;
  readonly gradients: number;
}

/** Curvature below this is not believed: unconstrained coordinates are chosen so that the prior is near N(0, 1). */
const smallestCurvature = 0.1;
/** The same for directions, relative to the curvature along the coordinates. */
const smallestRelativeCurvature = 0.05;
/** The draw is wider than the approximation, so that R-hat can still see several modes. */
const wideness = 2;
const halvings = 30;
const blindTries = 100;
/** Draws tried at full width before they are drawn in. */
const wideTries = 10;

/**
 * Climbs from `from` to a mode and draws around it. Where the density is not finite at `from`, a point towards
 * the origin or, failing that, a random one takes its place.
 */
export function laplaceStart(target: Target, from: Float64Array, settings: SamplerSettings): Start {
  const foothold = findFoothold(target, from, settings);
  const ascent = climb(target, foothold.position);
  const laplace = approximate(curvatureAt(target, ascent.position), ascent.position);
  const draw = drawAround(target, laplace, ascent.logDensity, settings);
  return {
    position: draw.position,
    metric: { scale: laplace.scale, ...keptDirections(laplace.variances, laplace.vectors, target.size) },
    modeLogDensity: ascent.logDensity,
    gradients: foothold.gradients + ascent.gradients + curvatureGradients(target.size) + draw.gradients,
  };
}

/** A point where density and gradient are finite. */
function findFoothold(target: Target, from: Float64Array, settings: SamplerSettings): Found {
  let gradients = 0;
  for (const position of footholds(from, settings)) {
    gradients++;
    if (evaluate(target, position).logDensity > Number.NEGATIVE_INFINITY) return { position, gradients };
  }
  throw new Error(
    `A chain needs a point where log density and gradient are finite. There is none at its prior draw, between that and the origin, or among ${blindTries} standard normal points. Check the priors and the data's scale.`,
  );
}

/** The given point, points halfway and halfway again to the origin, the origin, then blind tries. */
function* footholds(from: Float64Array, { seed, chain }: SamplerSettings): Generator<Float64Array> {
  const position = from.map((value) => (Number.isFinite(value) ? value : 0));
  for (let halving = 0; halving < halvings; halving++) {
    yield position.slice();
    for (let i = 0; i < position.length; i++) position[i] /= 2;
  }
  yield new Float64Array(from.length);
  // Draw 0 of this purpose is the caller's prior draw.
  const random = stream(seed, chain, purpose.start, 1);
  for (let blind = 0; blind < blindTries; blind++) yield from.map(() => random.normal());
}

/** Laplace's approximation from the curvature at a mode, kept within believable bounds. */
function approximate(curvature: Float64Array, mode: Float64Array): Laplace {
  const size = mode.length;
  const scale = mode.map((_, i) => 1 / Math.sqrt(Math.max(curvature[i * size + i], smallestCurvature)));
  const scaled = curvature.map((value, at) => value * scale[Math.floor(at / size)] * scale[at % size]);
  const { values, vectors } = symmetricEigen(scaled, size);
  return {
    mode,
    scale,
    vectors,
    variances: values.map((value) => 1 / Math.max(value, smallestRelativeCurvature)),
  };
}

/**
 * A wide draw around the mode that is not absurdly less likely than it. At a mode that is not nearly normal such
 * draws can fail: then they are drawn in, and at last the mode itself is taken.
 */
function drawAround(
  target: Target,
  laplace: Laplace,
  modeLogDensity: number,
  { seed, chain }: SamplerSettings,
): Found {
  const { size } = target;
  // The log density of a draw of a normal falls by wideness·size/2 on average.
  const lowest = modeLogDensity - 3 * size - 6;
  let spread = Math.sqrt(wideness);
  for (let tried = 0; tried < wideTries + halvings; tried++) {
    if (tried >= wideTries) spread /= 2;
    const random = stream(seed, chain, purpose.laplace, tried);
    const noise = laplace.variances.map((variance) => spread * Math.sqrt(variance) * random.normal());
    const position = laplace.mode.map((centre, i) => {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += laplace.vectors[i * size + k] * noise[k];
      return centre + laplace.scale[i] * sum;
    });
    if (evaluate(target, position).logDensity > lowest) return { position, gradients: tried + 1 };
  }
  return { position: laplace.mode.slice(), gradients: wideTries + halvings };
}
