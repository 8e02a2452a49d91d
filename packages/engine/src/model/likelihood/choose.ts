// The likelihood a spec asks for, with everything but media and σ that is sampled beside it.
import type { Kernel } from '../../kernel/kernel.ts';
import { log } from '../../numeric/elementary.ts';
import type { Stream } from '../../numeric/random.ts';
import { distribution } from '../../priors/distribution.ts';
import { noiseParameters } from '../noise-parameters.ts';
import { type OwnParameters, ownParameters } from '../own-parameters.ts';
import { type Placement, placementOf } from '../placement.ts';
import type { ParameterPoint } from '../posterior.ts';
import { type SampledColumns, sampledColumns } from '../sampled.ts';
import type { ScaledData } from '../scaled.ts';
import type { Spec } from '../spec.ts';
import { type Variances, variancesOf } from '../variances.ts';
import { fixedLikelihood } from './fixed.ts';
import { learnedLikelihood } from './learned.ts';
import type { Likelihood } from './likelihood.ts';
import { studentTLikelihood } from './student-t.ts';

/** The part of the posterior that media do not change. */
export interface Rest {
  readonly placement: Placement;
  readonly likelihood: Likelihood;
  readonly own: OwnParameters;
  /** Coordinates, the first of a position: sampled columns, then own parameters. */
  readonly count: number;
  attach(kernel: Kernel, scores: number): void;
  /** Sets everything at a position, the kernel's target included; before `kernel.residuals()`. */
  locate(position: Float64Array, sigma: number): void;
  /** The same from parameters in their own units. */
  locateAt(point: Pick<ParameterPoint, 'linear' | 'own'>, sigma: number): void;
  /** What was taken off the scaled KPI before the kernel saw it, by row. */
  readonly subtracted: Float64Array;
  /** Priors and gradient of its coordinates, after the likelihood's `logDensity`. */
  addDensity(perVariance: number, gradient: Float64Array): number;
  /** All linear coefficients at the located point. */
  drawLinear(sigma: number, random: Stream | null, out: Float64Array): void;
  drawPrior(random: Stream, position: Float64Array): void;
  /** All linear coefficients at the located point as their priors have them, whatever the data say. */
  drawPriorLinear(random: Stream, out: Float64Array): void;
  /** Whether sampled coefficients are stated from where least squares would put them given the media. */
  readonly centred: boolean;
  /** After `drawPrior`, once the kernel has the media of that position: coefficients stay what was drawn. */
  centre(position: Float64Array): void;
  /** `sum` and log p of linear coefficients and own parameters at the located point, as their priors declare them. */
  addDeclared(sum: number, linear: Float64Array): number;
}

export function restOf(spec: Spec, scaled: ScaledData): Rest {
  const parts = partsOf(spec, scaled);
  const { placement, variances, own, likelihood, explicit, centred, count, held, subtracted } = parts;
  const afterMedia = mediaRemover(scaled, held);
  const subtract = subtractor(scaled, parts);
  return {
    placement,
    likelihood,
    own,
    count,
    subtracted,
    attach(kernel, scores) {
      held.kernel = kernel;
      likelihood.attach(kernel, scores);
    },
    locate(position, sigma) {
      // Most models have nothing here, and calls that find nothing to do would take a tenth of their gradient.
      if (count > 0) {
        own.locate(position);
        variances.update(own.values);
        explicit.locate(position, centred ? afterMedia() : null);
        subtract();
      }
      likelihood.prepare(sigma);
    },
    locateAt({ linear, own: values }, sigma) {
      if (values) own.values.set(values);
      variances.update(own.values);
      explicit.set(linear);
      subtract();
      likelihood.prepare(sigma);
    },
    addDensity(perVariance, gradient) {
      if (count === 0) return 0;
      likelihood.addSlopes(own.slopes);
      const density = explicit.addDensity(likelihood.score, perVariance, gradient, own.slopes);
      return density + own.addDensity(gradient);
    },
    drawLinear(sigma, random, out) {
      likelihood.draw(sigma, random, out);
      explicit.write(out);
    },
    drawPrior(random, position) {
      explicit.drawPrior(random, position);
      own.drawPrior(random, position);
    },
    drawPriorLinear: (random, out) => drawPriorLinear(parts, random, out),
    centred,
    centre: (position) => explicit.centre(position, afterMedia()),
    addDeclared: declaredDensity(scaled, placement, variances, own),
  };
}

interface Parts extends Pick<Rest, 'placement' | 'likelihood' | 'own' | 'count' | 'centred' | 'subtracted'> {
  readonly variances: Variances;
  /** The columns that are sampled. */
  readonly explicit: SampledColumns;
  /** The model's kernel, once there is one. */
  readonly held: { kernel?: Kernel };
}

function partsOf(spec: Spec, { columns, mask }: ScaledData): Parts {
  const placement = placementOf(columns, spec.likelihood);
  const variances = variancesOf(placement.normal);
  const { sampled } = placement;
  const own = ownParameters([...variances.parameters, ...noiseParameters(spec.likelihood)], sampled.length);
  const pull: { add?: Parameters<typeof studentTLikelihood>[3] } = {};
  const likelihood = likelihoodOf(spec, placement, variances, {
    mask,
    own,
    addPull: (score, variance, out) => pull.add?.(score, variance, out),
  });
  const count = sampled.length + own.list.length;
  // Scales that are learned at the middle of their priors: sampled columns choose their directions by them.
  own.locate(new Float64Array(count));
  variances.update(own.values);
  const explicit = sampledColumns(sampled, placement.normal, variances, mask);
  pull.add = explicit.addPull;
  return {
    placement,
    variances,
    own,
    likelihood,
    explicit,
    count,
    // Student-t noise leaves every coefficient to be sampled. As the data would fit them by least squares to what media
    // leave, they no longer move with the media: else no chain would find its way along that ridge.
    centred: spec.likelihood.family === 'student_t',
    subtracted: likelihood.offset.slice(),
    held: {},
  };
}

/** The kernel sees what sampled columns leave of the KPI. */
function subtractor(
  { rows, mask, target }: ScaledData,
  { explicit, likelihood, subtracted, held }: Parts,
): () => void {
  return () => {
    if (explicit.count === 0) return;
    const { target: left } = held.kernel as Kernel;
    for (let t = 0; t < rows; t++) {
      subtracted[t] = likelihood.offset[t] + explicit.mean[t];
      left[t] = mask[t] * (target[t] - subtracted[t]);
    }
  };
}

/** What media leave of the KPI, by training row. */
function mediaRemover({ rows, mask, target }: ScaledData, held: Parts['held']): () => Float64Array {
  const left = new Float64Array(rows);
  return () => {
    const { values, amplitude, lanes } = held.kernel as Kernel;
    for (let t = 0; t < rows; t++) {
      let media = 0;
      for (let lane = 0; lane < lanes; lane++) media += amplitude[lane] * values[t * lanes + lane];
      left[t] = mask[t] * (target[t] - media);
    }
    return left;
  };
}

function drawPriorLinear({ placement, variances, explicit }: Parts, random: Stream, out: Float64Array): void {
  for (const [at, { index }] of placement.normal.entries())
    out[index] = variances.means[at] + variances.sds[at] * random.normal();
  // Those that are sampled stand where the point says.
  explicit.write(out);
}

function likelihoodOf(
  { likelihood: { family, errors } }: Spec,
  { integrated, learns }: Placement,
  variances: Variances,
  {
    mask,
    own,
    addPull,
  }: { mask: Float64Array; own: OwnParameters; addPull: Parameters<typeof studentTLikelihood>[3] },
): Likelihood {
  const at = (variable: string) => own.list.findIndex((parameter) => parameter.variable === variable);
  if (family === 'student_t') return studentTLikelihood(mask, own.values, at('y_nu'), addPull);
  if (errors === 'ar1')
    return learnedLikelihood(integrated, variances, mask, { values: own.values, at: at('y_rho') });
  return learns ? learnedLikelihood(integrated, variances, mask, null) : fixedLikelihood(integrated, mask);
}

/** A mixture declares its coefficient's prior whole, so the variance it is sampled by is not counted beside it. */
function declaredDensity(
  { columns }: ScaledData,
  { normal }: Placement,
  { sds }: Variances,
  own: OwnParameters,
): Rest['addDeclared'] {
  const parts = columns.map(({ prior, mirrored }, index) => {
    const at = normal.findIndex((placed) => placed.index === index);
    const law = prior.family === 'learned' ? standardNormal : distribution(prior);
    const [sign, scaledBy] = [mirrored ? -1 : 1, prior.family === 'learned' ? at : -1];
    return { law, sign, scaledBy };
  });
  return (sum, linear) => {
    let total = sum;
    for (let i = 0; i < parts.length; i++) {
      const { law, sign, scaledBy } = parts[i];
      const sd = scaledBy < 0 ? 1 : sds[scaledBy];
      total += scaledBy < 0 ? law.logDensity(sign * linear[i]) : law.logDensity(linear[i] / sd) - log(sd);
    }
    return own.addDeclared(total);
  };
}

const standardNormal = distribution({ family: 'normal', mean: 0, sd: 1 });
