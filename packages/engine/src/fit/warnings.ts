// What a reader must know beside the numbers: named findings with the facts their sentences need.
import { columnOf, type ModelData } from '../model/data.ts';
import { type ExpandedSpec, TOO_MUCH_MEDIA } from '../model/expand.ts';
import { curveParameters } from '../model/parameters.ts';
import type { Posterior } from '../model/posterior.ts';
import type { ChannelSpec, Spec } from '../model/spec.ts';
import type { Summaries } from './assemble.ts';
import { liftWarnings } from './lift-results.ts';
import type { ChannelSummary, FitResult, FitStatistics, FitWarning } from './result.ts';

/** Residual autocorrelation beyond this, or less likely than the p-value, makes intervals too narrow (METHOD §6). */
const ACF = 0.3;
const ACF_P_VALUE = 0.01;
/** Prior media share whose upper end is below this: spend and KPI are probably in different units. */
const TINY_MEDIA = 0.01;
/** P(baseline < 0) that means media are given more than the KPI. */
const NEGATIVE_BASELINE = 0.05;
/** A channel whose curve is this likely to be flat cannot be told from the baseline (METHOD §4). */
const FLAT = 0.5;
/** The two ROAS are shown apart when they differ by more. */
const ROAS_GAP = 0.05;
/** Fewer active periods than this cannot show a curve (METHOD §1). */
const FEW_ACTIVE = 8;

export function warningsOf(
  expanded: ExpandedSpec,
  data: ModelData,
  model: Posterior,
  found: Summaries & Pick<FitResult, 'liftTests'>,
): FitWarning[] {
  const { channels, fit } = found;
  return [
    ...mediaShareWarning(expanded),
    ...heldOut(expanded.spec, data),
    ...tooManyUnknowns(model, data, fit),
    ...negativeBaseline(found),
    ...residualWarning(fit, expanded.spec),
    ...expanded.spec.controls
      .filter((c) => c.role === 'outcome')
      .map((c): FitWarning => ({ code: 'outcome_left_out', column: c.column })),
    ...expanded.spec.channels
      .filter((c) => c.demandCaptured)
      .map((c): FitWarning => ({ code: 'demand_captured', column: c.column })),
    ...channels.flatMap((channel) => channelWarnings(channel, model, data)),
    ...liftWarnings(found.liftTests),
    ...expanded.spec.channels.flatMap(endlessPriors),
    ...linearBlock(model),
    ...(expanded.spec.likelihood.link === 'log' ? [{ code: 'parts_multiply' }] : []),
  ];
}

/** A carry-over whose prior has infinite density at 0, as PyMC-Marketing's for `weibull_cdf`: its own sampler diverged. */
function endlessPriors(channel: ChannelSpec): FitWarning[] {
  return curveParameters(channel).adstock.flatMap(({ variable, prior }): FitWarning[] => {
    if (prior.family !== 'gamma' || prior.shape >= 1) return [];
    const facts = { name: variable, shape: prior.shape };
    return [{ code: 'endless_prior', column: channel.column, facts }];
  });
}

/** What is held out is in no total: who reads a ROAS must know. */
function heldOut({ holdout }: Spec, { period }: ModelData): FitWarning[] {
  return holdout ? [{ code: 'held_out', facts: { periods: holdout.periods, period } }] : [];
}

/** Where the coefficients went that are not simply integrated out (METHOD §2: never in silence). */
function linearBlock({ scaled, placement, spec }: Posterior): FitWarning[] {
  const { integrated, sampled } = placement;
  const scaledBy = integrated.filter(({ column }) => column.prior.family !== 'normal');
  if (sampled.length + scaledBy.length === 0) return [];
  const names = (columns: typeof sampled) => [...new Set(columns.map(({ column }) => nameOf(column)))];
  const facts = {
    sampled: names(sampled),
    scaled: names(scaledBy),
    rest: scaled.columns.length - sampled.length,
    ...(spec.likelihood.family === 'normal' ? {} : { noise: spec.likelihood.family }),
  };
  return [{ code: 'linear_block', facts }];
}

const partNames: Readonly<Partial<Record<string, string>>> = {
  intercept_contribution: 'level',
  trend_coefficient: 'trend',
  trend_delta: 'trend',
  trend_gp: 'trend',
  gamma_fourier: 'yearly season',
  gamma_weekly: 'weekly season',
  gamma_monthly: 'monthly season',
};

/** The part of the baseline a coefficient belongs to, or what the user calls it. */
function nameOf({ variable, label }: Posterior['scaled']['columns'][number]): string {
  return partNames[variable] ?? label;
}

export function mediaShareWarning({ spec, mediaShare }: ExpandedSpec): FitWarning[] {
  if (mediaShare.interval94[1] < TINY_MEDIA)
    return [{ code: 'prior_media_tiny', facts: { high: mediaShare.interval94[1] } }];
  if (mediaShare.above1 <= TOO_MUCH_MEDIA) return [];
  const paid = spec.channels.filter((c) => !c.organic).map((c) => c.name);
  return [
    {
      code: 'prior_media_share',
      facts: {
        above1: mediaShare.above1,
        median: mediaShare.median,
        low: mediaShare.interval94[0],
        high: mediaShare.interval94[1],
        channels: paid,
      },
    },
  ];
}

/** More sampled and linear parameters than periods: what comes out is mostly what was put in. */
function tooManyUnknowns(
  { spec, size, placement }: Posterior,
  { period }: ModelData,
  { rows }: FitStatistics,
): FitWarning[] {
  // A learned scale holds its coefficients together: they are no free unknowns.
  const free = placement.integrated.filter(({ column }) => column.prior.family !== 'learned').length;
  const unknowns = size + free;
  const controls = spec.controls.filter((c) => c.role !== 'outcome').length;
  const facts = { channels: spec.channels.length, controls, unknowns, rows, period };
  return unknowns > rows ? [{ code: 'many_channels', facts }] : [];
}

function negativeBaseline({ baselineNegative }: Summaries): FitWarning[] {
  if (baselineNegative <= NEGATIVE_BASELINE) return [];
  return [{ code: 'baseline_negative', facts: { probability: baselineNegative } }];
}

/** Offers AR(1) errors where they could be had: not beside Student-t noise. */
function residualWarning(
  { residualAcf1, residualAcf1PValue }: FitStatistics,
  { likelihood: { family, errors } }: Spec,
): FitWarning[] {
  if (Math.abs(residualAcf1) <= ACF && residualAcf1PValue >= ACF_P_VALUE) return [];
  const facts = {
    acf1: residualAcf1,
    pValue: residualAcf1PValue,
    errors: family === 'normal' ? errors : family,
  };
  return [{ code: 'residual_autocorrelation', facts }];
}

function channelWarnings(channel: ChannelSummary, model: Posterior, data: ModelData): FitWarning[] {
  const { name: column, roas, roasOfSpend } = channel;
  const warnings: FitWarning[] = [];
  const active = activePeriods(column, model, data);
  if (active < FEW_ACTIVE)
    warnings.push({ code: 'few_active_periods', column, facts: { active, least: FEW_ACTIVE } });
  if (channel.flatProbability > FLAT)
    warnings.push({ code: 'flat_curve', column, facts: { probability: channel.flatProbability } });
  if (roas && roasOfSpend && Math.abs(roasOfSpend.mean - roas.mean) > ROAS_GAP * Math.abs(roas.mean))
    warnings.push({
      code: 'roas_with_tail',
      column,
      facts: { reported: roas.mean, ofSpend: roasOfSpend.mean },
    });
  return warnings;
}

/** Training rows in which what drives the channel is above 0. */
function activePeriods(column: string, { spec, scaled }: Posterior, data: ModelData): number {
  const exposure = spec.channels.find((c) => c.column === column)?.exposure;
  const input = columnOf(data, exposure ?? column);
  return input.filter((x, t) => x > 0 && scaled.mask[t] === 1).length;
}
