// From draws to what stands behind the charts of a fit: a pure function of expanded spec, model data and draws.
import { percentiles } from '../diagnostics/quantile.ts';
import { summarize } from '../diagnostics/summarize.ts';
import { lagWeights } from '../insights/carryover.ts';
import { isMultiplicative } from '../insights/multiplicative.ts';
import { pointReader } from '../insights/point.ts';
import { autocorrelation } from '../insights/predictive.ts';
import { drawLayout, variableNamed } from '../insights/variables.ts';
import { isMoney } from '../model/check-size.ts';
import type { ModelData } from '../model/data.ts';
import { curveParameters } from '../model/parameters.ts';
import { type Posterior, posterior } from '../model/posterior.ts';
import type { Spec } from '../model/spec.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { halfLife } from '../transforms/adstock/lag.ts';
import { measuredKpi, ofLags, thinnedCount } from './assemble.ts';
import { bandOf } from './band.ts';
import { bestShares } from './best-shares.ts';
import { densitiesOf } from './densities.ts';
import type { Draws } from './draws.ts';
import { PREDICTIVE_DRAWS, predictiveOf } from './fit-statistics.ts';
import type { ChannelInsights, Insights, PaidMedia, Series } from './insights.ts';
import { checkLayout, columnByChain, pooled, visitThinned } from './read-draws.ts';
import type { Band } from './result.ts';
import { seriesOf } from './series.ts';

const LAGS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const NOISE_MASS = 0.94;

/** `spec` is the expanded one; `seed` that of the run, for the noise of the predictive bands. */
export function insights(data: ModelData, spec: Spec, draws: Draws, seed: number): Insights {
  const model = posterior(spec, data);
  checkLayout(draws, drawLayout(model));
  const of: DrawsOf = (name, c) => pooled(columnByChain(draws, variableNamed(draws, name).offset + c));
  const series = seriesOf(model, data, draws, seed);
  const returns = model.channels.map((_, c) => (hasReturn(model, c) ? of('roas_of_spend', c) : null));
  const best = bestShares(returns);
  return {
    kpi: measuredKpi(model),
    series,
    channels: model.channels.map((_, c) => ({ ...channelInsights(model, draws, of, c), best: best[c] })),
    paid: paidMedia(model, of),
    densities: densitiesOf(model, draws),
    residuals: residualsOf(series, () => predictiveOf(model, draws, seed).residuals(), isPlain(spec)),
  };
}

/** Something was spent, and what came of it is money. */
function hasReturn(model: Posterior, c: number): boolean {
  return model.scaled.channels[c].spend > 0 && isMoney(model.spec.columns.target);
}

/** All draws of a channel's quantity. */
type DrawsOf = (name: string, c: number) => Float64Array;

function channelInsights(
  model: Posterior,
  draws: Draws,
  of: DrawsOf,
  c: number,
): Omit<ChannelInsights, 'best'> {
  const spec = model.spec.channels[c];
  const { weeksPerPeriod } = model.scaled;
  const money = hasReturn(model, c);
  const quantiles = (name: string) => percentiles(of(name, c).sort());
  const contribution = of('total_contribution', c);
  const carried = curveParameters(spec).adstock.map(({ variable }) => of(variable, c));
  const halfLives = ofLags(spec, weeksPerPeriod, carried, contribution.length, halfLife);
  return {
    name: spec.column,
    decay: decayOf(model, draws, c),
    halfLife: summarize(halfLives),
    contribution: percentiles(contribution.sort()),
    ...(isMultiplicative(model) ? { incremental: quantiles('incremental_contribution') } : {}),
    roas: money ? quantiles('roas') : null,
    roasOfSpend: money ? quantiles('roas_of_spend') : null,
    marginalRoas: money ? quantiles('marginal_roas') : null,
  };
}

/** Whether or not the spec's weights sum to 1, these do: they say when an effect comes, not how large it is. */
function decayOf(model: Posterior, draws: Draws, c: number): Band {
  const count = thinnedCount(draws, PREDICTIVE_DRAWS);
  const weightsAt = lagWeights(model.spec.channels[c], model.scaled.weeksPerPeriod);
  const lags = Array.from({ length: model.spec.channels[c].adstock.lMax }, () => new Float64Array(count));
  const reader = pointReader(model, draws);
  visitThinned(draws, PREDICTIVE_DRAWS, (values, offset, index) => {
    const weights = weightsAt(reader.read(values, offset).channels[c].adstock);
    let sum = 0;
    for (const weight of weights) sum += weight;
    for (const [s, weight] of weights.entries()) lags[s][index] = weight / sum;
  });
  return bandOf(lags);
}

/** Channels with spend together; what they earn is each one's ROAS times its spend. */
function paidMedia(model: Posterior, of: DrawsOf): PaidMedia {
  const { channels } = model.scaled;
  const paid = [...channels.keys()].filter((c) => channels[c].spend > 0);
  const spend = paid.reduce((sum, c) => sum + channels[c].spend, 0);
  const total = (name: string, weight: (c: number) => number) => {
    const sum = new Float64Array(of('total_media_contribution', 0).length);
    for (const c of paid) {
      const draws = of(name, c);
      for (let s = 0; s < sum.length; s++) sum[s] += weight(c) * draws[s];
    }
    return sum;
  };
  const brought = {
    contribution: summarize(total('total_contribution', () => 1)),
    ...(isMultiplicative(model) ? { incremental: summarize(of('paid_media_incremental', 0)) } : {}),
  };
  if (spend === 0 || !isMoney(model.spec.columns.target))
    return { spend, ...brought, roas: null, roasQuantiles: null };
  const roas = isMultiplicative(model)
    ? of('paid_media_roas', 0)
    : total('roas', (c) => channels[c].spend / spend);
  return { spend, ...brought, roas: summarize(roas), roasQuantiles: percentiles(roas.sort()) };
}

/** Whether what is left adds to the mean and is new in every period: it is seen in the series themselves. */
function isPlain({ likelihood: { link, errors } }: Spec): boolean {
  return link === 'identity' && errors === 'independent';
}

/**
 * Of what is left when the expected KPI is taken from the measured one, over the periods in the likelihood. `left` gives
 * it as the model has it: AR(1) errors without what was carried over, a multiplicative model's on the log scale.
 */
function residualsOf(
  { actual, fitted, predicted }: Series,
  left: () => Float64Array,
  plain: boolean,
): Insights['residuals'] {
  const rows = [...fitted.keys()].filter((t) => fitted[t]);
  const residuals = plain ? Float64Array.from(rows, (t) => actual[t] - predicted.mean[t]) : left();
  return {
    autocorrelation: LAGS.map((lag) => autocorrelation(residuals, rows, lag)),
    noise: normalQuantile((1 + NOISE_MASS) / 2) / Math.sqrt(rows.length),
  };
}
