// Contributions and returns of one draw in a multiplicative model: attributed ones that add up, incremental ones that do not.

import type { Kernel } from '../kernel/kernel.ts';
import { fusedKind } from '../model/fused-curve.ts';
import type { Posterior } from '../model/posterior.ts';
import { exp } from '../numeric/elementary.ts';
import { curveKernel, drawCurves, elasticityFactor, hasHistory, rowWeight, rowWeights } from './curves.ts';
import { levelWithout, mediaAt, missingWithout, multiplied } from './multiplicative.ts';
import { type DrawLayout, variableNamed } from './variables.ts';

/** Writes what `describe.ts` writes for the additive model, and what only this one has. */
export function multiplicativeReturns(
  model: Posterior,
  layout: DrawLayout,
): (linear: Float64Array, out: Float64Array, offset: number) => void {
  const { scaled } = model;
  const { mask, rows, revenue, trainingRows } = scaled;
  const at = (name: string) => variableNamed(layout, name).offset;
  const of = {
    attributed: at('total_contribution'),
    incremental: at('incremental_contribution'),
    roas: at('roas'),
    ofSpend: at('roas_of_spend'),
    marginal: at('marginal_roas'),
    paid: at('paid_media_incremental'),
    paidRoas: at('paid_media_roas'),
    media: at('total_media_contribution'),
    baseline: at('baseline_contribution'),
    mean: at('mean_mu_kpi'),
  };
  const treatments = scaled.treatments.length;
  const firstTreatment = scaled.columns.length - treatments;
  const treated = treatments > 0 ? at('treatment_contribution') : 0;
  const whole = multiplied(model);
  const spendReturns = returnsOnSpend(model, whole);
  return (linear, out, offset) => {
    whole.update(linear);
    spendReturns.update();
    let media = 0;
    for (let c = 0; c < model.channels.length; c++) {
      let [attributed, incremental, money] = [0, 0, 0];
      for (let t = 0; t < rows; t++) {
        if (!mask[t]) continue;
        const m = mediaAt(model, c, t);
        const missing = missingWithout(whole.expected[t], m);
        attributed += whole.worth[t] * m;
        incremental += missing;
        money += revenue[t] * missing;
      }
      const { spend } = scaled.channels[c];
      const per = spend > 0 ? 1 / spend : Number.NaN;
      out[offset + of.attributed + c] = attributed;
      out[offset + of.incremental + c] = incremental;
      out[offset + of.roas + c] = money * per;
      out[offset + of.ofSpend + c] = spendReturns.channels[c].money * per;
      out[offset + of.marginal + c] = spendReturns.channels[c].marginal * per;
      media += attributed;
    }
    for (let i = 0; i < treatments; i++) {
      let sum = 0;
      const { values } = scaled.columns[firstTreatment + i];
      for (let t = 0; t < rows; t++) sum += mask[t] * whole.worth[t] * linear[firstTreatment + i] * values[t];
      out[offset + treated + i] = sum;
    }
    let [base, all] = [0, 0];
    for (let t = 0; t < rows; t++) {
      base += mask[t] * whole.baseline[t];
      all += mask[t] * whole.expected[t];
    }
    const paid = withoutPaid(model, whole.expected);
    // Without media there is no total of them: NaN, as wherever a variable does not apply.
    const none = model.channels.length === 0;
    out[offset + of.paid] = none ? Number.NaN : paid.kpi;
    out[offset + of.paidRoas] = paid.roas;
    out[offset + of.media] = none ? Number.NaN : media;
    out[offset + of.baseline] = base;
    out[offset + of.mean] = all / trainingRows;
  };
}

/** What would be missing without all paid media together, and its worth per unit of their spend: NaN without spend. */
function withoutPaid(model: Posterior, expected: Float64Array): { kpi: number; roas: number } {
  const { mask, rows, revenue, channels } = model.scaled;
  let [kpi, money, spend] = [0, 0, 0];
  for (const channel of channels) spend += channel.spend;
  for (let t = 0; t < rows; t++) {
    if (!mask[t]) continue;
    let m = 0;
    for (let c = 0; c < channels.length; c++) if (channels[c].spend > 0) m += mediaAt(model, c, t);
    const missing = missingWithout(expected[t], m);
    kpi += missing;
    money += revenue[t] * missing;
  }
  return { kpi, roas: spend > 0 ? money / spend : Number.NaN };
}

interface SpendReturns {
  money: number;
  /** d(money)/d log(spend of every period) at today's spend. */
  marginal: number;
}

/** What the measured spend earns, its tail counted and what history earns alone taken out, and how that grows with it. */
function returnsOnSpend(
  model: Posterior,
  whole: ReturnType<typeof multiplied>,
): { readonly channels: readonly SpendReturns[]; update(): void } {
  const kernel = curveKernel(model, 1);
  const before = hasHistory(model) ? curveKernel(model, 0) : null;
  const rows = kernel.adstocked.length / kernel.lanes;
  const weights = rowWeights(model, rows)[rowWeight.moneyWithTail];
  const level = new Float64Array(rows);
  const channels = model.channels.map((): SpendReturns => ({ money: 0, marginal: 0 }));
  return {
    channels,
    update() {
      drawCurves(kernel, model);
      if (before) drawCurves(before, model);
      for (const [c, { lane }] of model.channels.entries()) {
        levelWithout(model, whole, c, level);
        const beta = model.kernel.amplitude[lane];
        const fused = fusedKind(model.spec.channels[c]) !== undefined;
        const slope = beta * elasticityFactor(kernel, lane, model.spec.channels[c]);
        let [money, marginal] = [0, 0];
        for (let t = 0; t < rows; t++) {
          if (weights[t] === 0) continue;
          const at = t * kernel.lanes + lane;
          const grown = exp(beta * kernel.values[at]);
          money += weights[t] * level[t] * (grown - exp(before ? beta * before.values[at] : 0));
          // A fused curve's slope is by all of its input; only the measured part of it is scaled.
          const carried =
            fused && before && before.adstocked[at] > 0 ? before.adstocked[at] / kernel.adstocked[at] : 0;
          marginal += weights[t] * level[t] * grown * slope * kernel.columnA[at] * (1 - carried);
        }
        channels[c].money = money;
        channels[c].marginal = marginal;
      }
    },
  };
}

/** Tells what each channel earns by its curves in each of `kernels` above those in the first, all else as it was. */
export function earningsWhereMultiplied(
  model: Posterior,
  kernels: readonly Kernel[],
): (linear: Float64Array, tell: (c: number, kernel: number, earned: number) => void) => void {
  const [none] = kernels;
  const rows = none.adstocked.length / none.lanes;
  const weights = rowWeights(model, rows)[rowWeight.moneyWithTail];
  const level = new Float64Array(rows);
  const whole = multiplied(model);
  return (linear, tell) => {
    whole.update(linear);
    for (const [c, { lane }] of model.channels.entries()) {
      levelWithout(model, whole, c, level);
      const beta = model.kernel.amplitude[lane];
      for (const [i, kernel] of kernels.entries()) {
        let sum = 0;
        for (let t = 0; t < rows; t++) {
          if (weights[t] === 0) continue;
          const at = t * kernel.lanes + lane;
          sum += weights[t] * level[t] * (exp(beta * kernel.values[at]) - exp(beta * none.values[at]));
        }
        tell(c, i, sum);
      }
    }
  };
}
