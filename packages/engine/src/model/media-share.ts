// What the priors alone say about media: their share of the KPI, before any KPI is looked at.
import { expm1 } from '../numeric/elementary.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import type { ChannelBlock } from './channel.ts';
import type { ModelData } from './data.ts';
import { type Posterior, posterior } from './posterior.ts';
import type { Spec } from './spec.ts';

/** Prior draws behind the share (METHOD §5). */
const DRAWS = 2000;

/** The same for every run of a spec: the choice of size prior must not depend on the run's seed. */
const SEED = 1;

/** Shares are cut here: priors that allow more say nothing, and what is infinite, or no number, could not be written. */
const MOST_SHARE = 1e9;

export function atMost(share: number): number {
  return share <= MOST_SHARE ? share : MOST_SHARE;
}

export interface MediaShare {
  readonly median: number;
  /** Equal-tailed: 3 and 97 % quantiles. */
  readonly interval94: readonly [number, number];
  /** Probability that paid media exceed the whole KPI. */
  readonly above1: number;
}

/** Distribution of Σ paid contribution / Σ r·y under the priors of `spec`. */
export function priorMediaShare(spec: Spec, data: ModelData): MediaShare {
  const model = posterior(spec, data);
  const { kernel, scaled } = model;
  const paid = model.channels.filter((_, c) => !scaled.channels[c].spec.organic);
  // A return on all spend says what the channel brings; a coefficient, or a part of the return, needs the curve.
  const needsCurves = paid.some((channel) => !channel.statesTotal);
  const shares = new Float64Array(DRAWS);
  const position = new Float64Array(model.size);
  for (let s = 0; s < DRAWS; s++) {
    const random = stream(SEED, 0, purpose.priorCheck, s);
    for (const channel of model.channels) channel.drawPrior(random, position);
    if (needsCurves) {
      model.locate(position);
      model.weighMeasured();
    }
    if (spec.likelihood.link === 'log') {
      shares[s] = missingShare(model, paid);
      continue;
    }
    let share = 0;
    for (const channel of paid) {
      if (channel.statesTotal) share += channel.totalAt(position);
      else share += kernel.amplitude[channel.lane] * kernel.weighted.value[channel.lane];
    }
    shares[s] = atMost((share * scaled.targetScale) / scaled.kpiTotal);
  }
  shares.sort();
  const at = (p: number) => shares[Math.round(p * (DRAWS - 1))];
  let above = 0;
  for (const share of shares) if (share > 1) above++;
  return { median: at(0.5), interval94: [at(0.03), at(0.97)], above1: above / DRAWS };
}

/** Where parts multiply: Σ r·y·(1 − e^{−m}) / Σ r·y, m the paid media together; never above 1. */
function missingShare({ kernel, scaled }: Posterior, paid: readonly ChannelBlock[]): number {
  const { rows, mask, revenue, kpi } = scaled;
  let [missing, all] = [0, 0];
  for (let t = 0; t < rows; t++) {
    if (!mask[t]) continue;
    let m = 0;
    for (const { lane } of paid) m += kernel.amplitude[lane] * kernel.values[t * kernel.lanes + lane];
    missing -= revenue[t] * kpi[t] * expm1(-m);
    all += revenue[t] * kpi[t];
  }
  return missing / all;
}
