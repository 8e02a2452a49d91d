// A truth drawn from the priors of a model and the KPI it would have made, by formulas apart from the engine's own code.
//
// Draws are exact quantiles of each prior as it is declared, and curves come from the slow twins in reference/: what the
// sampler's coordinates, Jacobians and kernels get wrong is not repeated here, so calibration can see it.
import { slowCurve } from '../reference/transforms.ts';
import type { ModelData } from '../src/model/data.ts';
import { curveParameters } from '../src/model/parameters.ts';
import type { ParameterPoint, Posterior } from '../src/model/posterior.ts';
import { variancesOf } from '../src/model/variances.ts';
import type { Stream } from '../src/numeric/random.ts';
import { type Distribution, distribution } from '../src/priors/distribution.ts';
import { restricted } from '../src/priors/restricted.ts';
import { withColumn } from '../src/simulate/simulate.ts';

/** Parameters drawn from the priors of `model`, whose scales must be fixed. */
export function drawTruth(model: Posterior, random: Stream): ParameterPoint {
  const own = drawOwn(model, random);
  const point: ParameterPoint = {
    channels: model.spec.channels.map((channel) => {
      const { adstock, shapes } = curveParameters(channel);
      return {
        adstock: adstock.map(({ prior }) => draw(distribution(prior), random)),
        shapes: shapes.map(({ prior }) => draw(distribution(prior), random)),
        beta: 1,
      };
    }),
    linear: drawLinear(model, own, random),
    own,
    sigma: draw(distribution(model.spec.likelihood.sigma), random),
  };
  setAmplitudes(model, point, random);
  return point;
}

/** Every kind of size is β times something the curve decides: what a β of 1 amounts to tells the β of a drawn size. */
function setAmplitudes(model: Posterior, point: ParameterPoint, random: Stream): void {
  const sizes = model.spec.channels.map(({ size }) => draw(distribution(size.prior), random));
  model.locateAt(point);
  const perUnit = model.spec.channels.map(({ size }, c) =>
    size.kind === 'coefficient' ? 1 : model.channels[c].size.x,
  );
  for (const [c, channel] of model.spec.channels.entries()) {
    const at = point.channels[c];
    at.beta = sizes[c] / perUnit[c];
    for (const [i, { perAmplitude }] of curveParameters(channel).shapes.entries())
      if (perAmplitude) at.shapes[i] *= at.beta;
  }
}

function drawOwn(model: Posterior, random: Stream): Float64Array {
  return Float64Array.from(model.own.list, ({ prior, within }) => {
    const law = distribution(prior);
    return draw(within ? restricted(law, ...within) : law, random);
  });
}

/** Coefficients given the scales they are drawn with, or from priors of their own. */
function drawLinear({ scaled, placement }: Posterior, own: Float64Array, random: Stream): Float64Array {
  const variances = variancesOf(placement.normal);
  variances.update(own);
  const out = new Float64Array(scaled.columns.length);
  for (const [i, { index }] of placement.normal.entries())
    out[index] = variances.means[i] + variances.sds[i] * random.normal();
  for (const [index, { prior, mirrored }] of scaled.columns.entries()) {
    if (prior.family === 'learned' || placement.normal.some((placed) => placed.index === index)) continue;
    out[index] = (mirrored ? -1 : 1) * draw(distribution(prior), random);
  }
  return out;
}

function draw(law: Distribution, random: Stream): number {
  return law.atNormal(random.normal());
}

/** The mean of the scaled KPI, or of its logarithm where parts multiply, by period at `point`. */
export function slowMean({ scaled, spec }: Posterior, point: ParameterPoint): Float64Array {
  const mean = new Float64Array(scaled.rows);
  for (const [i, { values }] of scaled.columns.entries())
    for (let t = 0; t < mean.length; t++) mean[t] += point.linear[i] * values[t];
  for (const [c, channel] of spec.channels.entries()) {
    const { adstock, shapes, beta } = point.channels[c];
    const { input, scale } = scaled.channels[c];
    const curve = slowCurve({ channel, adstock, shapes, weeks: scaled.weeksPerPeriod, unit: scale }, input);
    for (let t = 0; t < mean.length; t++) mean[t] += beta * curve[t];
  }
  return mean;
}

/** `data` with the KPI that `point` makes, noise drawn from `random`. */
export function withSimulatedKpi(
  model: Posterior,
  data: ModelData,
  point: ParameterPoint,
  random: Stream,
): ModelData {
  const noise = noiseOf(model, point, random);
  const multiplies = model.spec.likelihood.link === 'log';
  const kpi = slowMean(model, point).map((mean, t) => {
    const scaled = mean + noise[t];
    return model.scaled.targetScale * (multiplies ? Math.exp(scaled) : scaled);
  });
  if (!kpi.every(Number.isFinite)) throw new Error('a drawn truth gives a KPI that is not a number');
  return withColumn(data, model.spec.columns.target.column, kpi);
}

/** σ times: independent normals, Student's t with ν degrees of freedom, or x_t = ρ·x_{t−1} + a normal, stationary. */
function noiseOf(model: Posterior, point: ParameterPoint, random: Stream): Float64Array {
  const own = (variable: string) =>
    point.own?.[model.own.list.findIndex((parameter) => parameter.variable === variable)] ?? Number.NaN;
  const { family, errors } = model.spec.likelihood;
  const [nu, rho] = [own('y_nu'), errors === 'ar1' ? own('y_rho') : 0];
  const chiSquare =
    family === 'student_t' ? distribution({ family: 'gamma', shape: nu / 2, rate: 0.5 }) : null;
  let previous = random.normal() / Math.sqrt(1 - rho * rho);
  return Float64Array.from({ length: model.scaled.rows }, (_, t) => {
    if (chiSquare) return (point.sigma * random.normal()) / Math.sqrt(draw(chiSquare, random) / nu);
    if (t > 0) previous = rho * previous + random.normal();
    return point.sigma * previous;
  });
}
