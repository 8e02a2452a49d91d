// A size prior from an experiment: what it found, made wider by how far it is from what the model asks (METHOD §5).
//
// Google Meridian 2.1 (model/calibration/roi.py, "Set custom ROI priors using past experiments") states the factors:
//   mean·(1/p + γ_user),  sd·√(1 + τ_spend + τ_recency + τ_duration + τ_user)
// with τ_duration = (1 − p)/p, τ_recency = (1 − h)/h, h = 0.5^(weeks ago/52), and τ_spend = max/min − 1 of the two rates
// of spend. Its p is what has come of the first day's spend when the experiment ends; here it is what has come of even
// spend over all of it, so that a short test of a channel that carries over is corrected for every day it ran.
import { lengthOf } from '../baseline/events.ts';
import { log, pow } from '../numeric/elementary.ts';
import { distribution } from '../priors/distribution.ts';
import { adstockForm } from '../transforms/adstock/adstock.ts';
import { perPeriod } from '../transforms/adstock/period.ts';
import { daysPerPeriod, type ModelData } from './data.ts';
import { curveParameters } from './parameters.ts';
import type { ChannelSpec, Experiment, Prior } from './spec.ts';

const WEEKS_A_YEAR = 52;

/** Mean and sd of the return it stands for; `weeklySpend` is the channel's usual rate. */
export function adjusted(
  found: Experiment,
  channel: ChannelSpec,
  weeklySpend: number,
  data: ModelData,
): { readonly mean: number; readonly sd: number } {
  const p = capturedShare(channel, found.weeks, data);
  const h = pow(0.5, found.weeksAgo / WEEKS_A_YEAR);
  const rate = found.spend === undefined ? weeklySpend : found.spend / found.weeks;
  const bySpend = Math.max(rate, weeklySpend) / Math.min(rate, weeklySpend) - 1;
  const variance = 1 + bySpend + (1 - h) / h + (1 - p) / p + found.tau;
  return { mean: found.mean * (1 / p + found.gamma), sd: found.sd * Math.sqrt(variance) };
}

/** The LogNormal of a mean and standard deviation. */
export function logNormalOf({ mean, sd }: { readonly mean: number; readonly sd: number }): Prior {
  const ratio = sd / mean;
  const variance = log(1 + ratio * ratio);
  return { family: 'log_normal', mu: log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

/**
 * What part of the effect of even spend over `weeks` comes within them, at the prior medians of the adstock's parameters:
 * the mean over the periods of the part that has come by the end.
 */
export function capturedShare(
  channel: ChannelSpec,
  weeks: number,
  { period }: Pick<ModelData, 'period'>,
): number {
  const weights = medianWeights(channel, daysPerPeriod[period] / 7);
  const periods = Math.max(1, Math.round((7 * weeks) / daysPerPeriod[period]));
  const whole = weights.reduce((sum, w) => sum + w, 0);
  const shown = Math.min(periods, weights.length);
  let come = 0;
  let within = 0;
  for (let s = 0; s < shown; s++) {
    come += weights[s];
    within += come / whole;
  }
  // Beyond the window all of it has come.
  return (within + (periods - shown)) / periods;
}

function medianWeights(channel: ChannelSpec, weeksPerPeriod: number): Float64Array {
  const form = adstockForm(channel.adstock);
  const { lMax } = channel.adstock;
  const medians = curveParameters(channel).adstock.map(({ prior }, i) => {
    const median = distribution(prior).atNormal(0);
    return perPeriod(form.parameters[i].scaling, median, weeksPerPeriod).value;
  });
  const slopes = form.parameters.map(() => new Float64Array(lMax));
  const weights = { values: new Float64Array(lMax), slopes };
  form.weigh(medians, weights, true);
  return weights.values;
}

/** First and last day it ran, counted back from the last day of the data. */
export function daysOf(
  { weeks, weeksAgo }: Pick<Experiment, 'weeks' | 'weeksAgo'>,
  { dates, period }: Pick<ModelData, 'dates' | 'period'>,
): { readonly first: number; readonly last: number } {
  const lastDate = dates[dates.length - 1];
  const last = lastDate + lengthOf(lastDate, period) - 1 - Math.round(7 * weeksAgo);
  return { first: last - Math.round(7 * weeks) + 1, last };
}
