// Response curves and what the shape of a curve says: earnings at multiples of today's spend, flatness, level.
import type { Kernel } from '../kernel/kernel.ts';
import { fusedKind } from '../model/fused-curve.ts';
import type { ParameterPoint, Posterior } from '../model/posterior.ts';
import { geometricWindow } from '../transforms/adstock/geometric.ts';
import { perPeriod } from '../transforms/adstock/period.ts';
import { saturationForm } from '../transforms/saturation/saturation.ts';
import { curveKernel, drawCurves, rowWeight } from './curves.ts';
import { isMultiplicative } from './multiplicative.ts';
import { earningsWhereMultiplied } from './multiplicative-returns.ts';

/** Multiples of historical spend: 0, 0.1 … 2. */
export const CURVE_SCALES: readonly number[] = Array.from({ length: 21 }, (_, i) => i / 10);

/**
 * A curve with f(low)/f(largest) above this is nearly a constant: a second intercept (METHOD §4). Low is the 10 %
 * quantile of the inputs above 0, not the smallest: docs/decisions/0008.
 */
const FLAT = 0.9;
const LOW = 0.1;

/** Per channel, one row a draw. */
export interface CurveDraws {
  /** Earnings at each scale, by scale then draw. */
  readonly earnings: readonly Float64Array[];
  /** Share of periods whose adstocked input exceeds the largest seen, by scale, summed over draws. */
  readonly beyond: Float64Array;
  /** 1 where the draw's curve is nearly flat over the inputs seen. */
  readonly flat: Float64Array;
  /** f(mean input)/asymptote: how full the channel is, 0..1; NaN where f grows for ever. */
  readonly level: Float64Array;
}

export interface CurveCollector {
  readonly channels: readonly CurveDraws[];
  add(point: ParameterPoint, index: number): void;
}

/** Collects `draws` draws; each costs one evaluation of the kernel a scale. */
export function curveCollector(model: Posterior, draws: number): CurveCollector {
  const kernels = CURVE_SCALES.map((scale) => curveKernel(model, scale));
  const today = kernels[CURVE_SCALES.indexOf(1)];
  const earningsOf = isMultiplicative(model) ? earningsWhereMultiplied(model, kernels) : undefined;
  const channels = model.channels.map(
    (): CurveDraws => ({
      earnings: CURVE_SCALES.map(() => new Float64Array(draws)),
      beyond: new Float64Array(CURVE_SCALES.length),
      flat: new Float64Array(draws),
      level: new Float64Array(draws),
    }),
  );
  return {
    channels,
    add(point, index) {
      model.locateAt(point);
      for (const kernel of kernels) drawCurves(kernel, model);
      earningsOf?.(point.linear, (c, i, earned) => {
        channels[c].earnings[i][index] = earned;
      });
      for (const [i, kernel] of earningsOf ? [] : kernels.entries()) {
        kernel.weigh(rowWeight.moneyWithTail);
        for (const [c, { lane }] of model.channels.entries()) {
          const unit = model.scaled.targetScale * point.channels[c].beta;
          channels[c].earnings[i][index] =
            unit * (kernel.weighted.value[lane] - kernels[0].weighted.value[lane]);
        }
      }
      for (const [c, channel] of channels.entries()) describeShape(model, today, point, c, channel, index);
    },
  };
}

function describeShape(
  model: Posterior,
  kernel: Kernel,
  point: ParameterPoint,
  c: number,
  out: CurveDraws,
  index: number,
): void {
  const { mask, rows, trainingRows } = model.scaled;
  const lane = model.channels[c].lane;
  const inputs = new Float64Array(rows);
  let count = 0;
  let sum = 0;
  for (let t = 0; t < rows; t++) {
    const a = mask[t] * kernel.adstocked[t * kernel.lanes + lane];
    if (a > 0) inputs[count++] = a;
    sum += a;
  }
  // Typed arrays sort as numbers without a function to call: ten times as fast.
  const seen = inputs.subarray(0, count).sort();
  const low = seen[Math.floor(LOW * seen.length)];
  const largest = seen[seen.length - 1];
  const { adstock, shapes } = point.channels[c];
  const norm = driveUnit(model, c, adstock);
  const form = saturationForm(model.spec.channels[c].saturation.kind, model.scaled.channels[c].scale);
  const saturate = (a: number) => form.value(norm * a, shapes);
  out.flat[index] = saturate(low) > FLAT * saturate(largest) ? 1 : 0;
  out.level[index] = saturate(sum / trainingRows) / (form.asymptote(shapes) ?? Number.NaN);
  for (let k = 0; k < count; k++) {
    const share = seen[k] / largest;
    for (let i = CURVE_SCALES.length - 1; i >= 0 && CURVE_SCALES[i] * share > 1; i--) out.beyond[i]++;
  }
}

/** What the saturation gets for one unit of the kernel's `adstocked`: a fused lane leaves normalising to its shape. */
function driveUnit(model: Posterior, c: number, parameters: readonly number[]): number {
  const channel = model.spec.channels[c];
  const { adstock } = channel;
  if (!fusedKind(channel) || adstock.kind !== 'geometric') return 1;
  const alpha = perPeriod('retention', parameters[0], model.scaled.weeksPerPeriod).value;
  return geometricWindow(alpha, adstock.lMax, adstock.normalize).norm;
}
