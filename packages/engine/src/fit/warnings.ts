// What a reader must know beside the numbers: named findings with the facts their sentences need.
import { columnOf, type ModelData } from '../model/data.ts';
import { type ExpandedSpec, TOO_MUCH_MEDIA } from '../model/expand.ts';
import { curveParameters } from '../model/parameters.ts';
import type { Spec } from '../model/spec.ts';
import type { Summaries } from './assemble.ts';
import type { ChannelSummary, FitStatistics, FitWarning } from './result.ts';

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

export function warningsOf(expanded: ExpandedSpec, data: ModelData, found: Summaries): FitWarning[] {
  const { channels, fit } = found;
  return [
    ...mediaShareWarning(expanded),
    ...tooManyUnknowns(expanded.spec, data, fit),
    ...negativeBaseline(found),
    ...residualWarning(fit),
    ...expanded.spec.controls
      .filter((c) => c.role === 'outcome')
      .map((c): FitWarning => ({ code: 'outcome_left_out', column: c.column })),
    ...expanded.spec.channels
      .filter((c) => c.demandCaptured)
      .map((c): FitWarning => ({ code: 'demand_captured', column: c.column })),
    ...channels.flatMap((channel) => channelWarnings(channel, expanded.spec, data)),
  ];
}

function mediaShareWarning({ spec, mediaShare }: ExpandedSpec): FitWarning[] {
  if (mediaShare.interval94[1] < TINY_MEDIA)
    return [{ code: 'prior_media_tiny', facts: { high: mediaShare.interval94[1] } }];
  if (mediaShare.above1 <= TOO_MUCH_MEDIA) return [];
  const paid = spec.channels.filter((c) => !c.organic).map((c) => c.name);
  return [
    {
      code: 'prior_media_share',
      facts: { above1: mediaShare.above1, median: mediaShare.median, channels: paid },
    },
  ];
}

/** More sampled and linear parameters than periods: what comes out is mostly what was put in. */
function tooManyUnknowns(
  { channels, baseline, controls }: Spec,
  { period }: ModelData,
  { rows }: FitStatistics,
): FitWarning[] {
  const perChannel = channels.reduce((sum, channel) => {
    const { adstock, shapes } = curveParameters(channel);
    return sum + adstock.length + shapes.length + 1;
  }, 0);
  const seasons = 2 * (baseline.yearly.order + baseline.weekly.order);
  const trend = baseline.trend.kind === 'none' ? 0 : 1;
  const used = controls.filter((c) => c.role !== 'outcome').length;
  const unknowns = perChannel + seasons + trend + used + 2;
  return unknowns > rows
    ? [
        {
          code: 'many_channels',
          facts: { channels: channels.length, controls: used, unknowns, rows, period },
        },
      ]
    : [];
}

function negativeBaseline({ baselineNegative }: Summaries): FitWarning[] {
  if (baselineNegative <= NEGATIVE_BASELINE) return [];
  return [{ code: 'baseline_negative', facts: { probability: baselineNegative } }];
}

function residualWarning({ residualAcf1, residualAcf1PValue }: FitStatistics): FitWarning[] {
  if (Math.abs(residualAcf1) <= ACF && residualAcf1PValue >= ACF_P_VALUE) return [];
  return [{ code: 'residual_autocorrelation', facts: { acf1: residualAcf1, pValue: residualAcf1PValue } }];
}

function channelWarnings(channel: ChannelSummary, spec: Spec, data: ModelData): FitWarning[] {
  const { name: column, roas, roasOfSpend } = channel;
  const warnings: FitWarning[] = [];
  const active = activePeriods(column, spec, data);
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
function activePeriods(column: string, spec: Spec, data: ModelData): number {
  const exposure = spec.channels.find((c) => c.column === column)?.exposure;
  const input = columnOf(data, exposure ?? column);
  const kpi = columnOf(data, spec.columns.target.column);
  return input.filter((x, t) => t >= data.leadIn && x > 0 && !Number.isNaN(kpi[t])).length;
}
