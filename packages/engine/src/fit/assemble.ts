// From draws to everything a fit reports: a pure function of model, draws and what the check found.
import { summarize } from '../diagnostics/summarize.ts';
import { lagWeights } from '../insights/carryover.ts';
import { isMultiplicative } from '../insights/multiplicative.ts';
import { pointReader } from '../insights/point.ts';
import { CURVE_SCALES, type CurveDraws, curveCollector } from '../insights/response-curves.ts';
import { isMoney } from '../model/check-size.ts';
import { curveParameters } from '../model/parameters.ts';
import type { Posterior } from '../model/posterior.ts';
import type { ChannelSpec } from '../model/spec.ts';
import { expm1 } from '../numeric/elementary.ts';
import { meanLag } from '../transforms/adstock/lag.ts';
import { bandOf, meanOf } from './band.ts';
import { channelInformation } from './channel-information.ts';
import type { Checked } from './check-set.ts';
import type { Draws } from './draws.ts';
import { fitStatistics } from './fit-statistics.ts';
import { pooled, visitThinned } from './read-draws.ts';
import type {
  ChannelSummary,
  FitResult,
  ParameterSummary,
  ResponseCurve,
  TreatmentSummary,
} from './result.ts';

/** Curves come from every k-th draw, at least this many (METHOD §8). */
const CURVE_DRAWS = 1000;

export type Summaries = Pick<
  FitResult,
  'parameters' | 'channels' | 'treatments' | 'baseline' | 'baselineNegative' | 'totalMedia' | 'fit'
>;

export function assemble(
  model: Posterior,
  draws: Draws,
  checked: readonly Checked[],
  seed: number,
): Summaries {
  const reader = pointReader(model, draws);
  const curves = curveCollector(model, thinnedCount(draws, CURVE_DRAWS));
  const used = visitThinned(draws, CURVE_DRAWS, (values, offset, index) =>
    curves.add(reader.read(values, offset), index),
  );
  const of = byName(checked);
  const informationOf = channelInformation(model.spec, draws);
  return {
    parameters: checked.map(parameterSummary),
    channels: model.spec.channels.map((_, c) => ({
      ...channelSummary(model, of, curves.channels[c], c, used),
      information: informationOf(c, broughtBy(model, of, model.spec.channels[c].column)),
    })),
    ...(model.scaled.treatments.length > 0 ? { treatments: treatmentSummaries(model, of) } : {}),
    baseline: summarize(of('baseline_contribution')),
    baselineNegative: shareOf(of('baseline_contribution'), (b) => b < 0),
    totalMedia: summarize(of('total_media_contribution')),
    fit: fitStatistics(model, draws, seed),
  };
}

type DrawsOf = (name: string) => Float64Array;

function byName(checked: readonly Checked[]): DrawsOf {
  const found = new Map(checked.map((q) => [q.name, q.chains]));
  return (name) => {
    const chains = found.get(name);
    if (!chains) throw new Error(`no draws of ${name}`);
    return pooled(chains);
  };
}

/** How many draws `visitThinned` will visit. */
export function thinnedCount(draws: Draws, least: number): number {
  return visitThinned(draws, least, () => {});
}

function parameterSummary({ name, chains, rHat, essBulk, essTail, mcseMean }: Checked): ParameterSummary {
  return { name, ...summarize(pooled(chains)), mcseMean, rHat, essBulk, essTail };
}

/** What would be missing without a channel: its contribution, unless parts multiply. */
function broughtBy(model: Posterior, of: DrawsOf, column: string): Float64Array {
  return of(`${isMultiplicative(model) ? 'incremental' : 'total'}_contribution[${column}]`);
}

function channelSummary(
  model: Posterior,
  of: DrawsOf,
  curves: CurveDraws,
  c: number,
  curveDraws: number,
): Omit<ChannelSummary, 'information'> {
  const spec = model.spec.channels[c];
  const { scaled } = model;
  const { spend } = scaled.channels[c];
  const contribution = of(`total_contribution[${spec.column}]`);
  const carried = curveParameters(spec).adstock.map(({ variable }) => of(`${variable}[${spec.column}]`));
  const { target } = model.spec.columns;
  const money = spend > 0 && isMoney(target);
  const kpi = measuredKpi(model);
  const returns = (name: string) => (money ? summarize(of(`${name}[${spec.column}]`)) : null);
  return {
    name: spec.column,
    label: spec.name,
    spend,
    contribution: summarize(contribution),
    ...(isMultiplicative(model) ? { incremental: summarize(broughtBy(model, of, spec.column)) } : {}),
    share: summarize(contribution.map((x) => x / kpi)),
    roas: returns('roas'),
    roasOfSpend: returns('roas_of_spend'),
    marginalRoas: returns('marginal_roas'),
    costPerKpi:
      spend > 0 && target.kind === 'units' ? costPerKpi(spend, broughtBy(model, of, spec.column)) : null,
    flatProbability: meanOf(curves.flat),
    adstock: {
      kind: spec.adstock.kind,
      alpha: 'alpha' in spec.adstock.priors ? summarize(carried[0]) : null,
      meanLag: summarize(ofLags(spec, scaled.weeksPerPeriod, carried, contribution.length, meanLag)),
    },
    saturation: {
      kind: spec.saturation.kind,
      level: curves.level.every(Number.isNaN) ? null : summarize(curves.level),
    },
    responseCurve: spend > 0 ? responseCurve(curves, spend, scaled.trainingRows, curveDraws) : null,
  };
}

/** What `read` says of the weights by lag, draw by draw; `carried` holds the adstock's parameters, one array each. */
export function ofLags(
  spec: ChannelSpec,
  weeksPerPeriod: number,
  carried: readonly Float64Array[],
  draws: number,
  read: (weights: Float64Array) => number,
): Float64Array {
  const weightsAt = lagWeights(spec, weeksPerPeriod);
  const stated = new Float64Array(carried.length);
  return Float64Array.from({ length: draws }, (_, s) => {
    for (let i = 0; i < stated.length; i++) stated[i] = carried[i][s];
    return read(weightsAt(stated));
  });
}

function treatmentSummaries(model: Posterior, of: DrawsOf): TreatmentSummary[] {
  const { treatments, targetScale } = model.scaled;
  const kpi = measuredKpi(model);
  return (model.spec.treatments ?? []).map(({ column, name }, i): TreatmentSummary => {
    const contribution = of(`treatment_contribution[${column}]`);
    const perUnit = targetScale / treatments[i].scale;
    return {
      name: column,
      label: name,
      reference: treatments[i].centre,
      contribution: summarize(contribution),
      share: summarize(contribution.map((x) => x / kpi)),
      effect: summarize(
        isMultiplicative(model)
          ? growth(of(`gamma_treatment[${column}]`), treatments[i].scale, of('mean_mu_kpi'))
          : of(`gamma_treatment[${column}]`).map((w) => w * perUnit),
      ),
    };
  });
}

/** What one unit more of a column adds to a mean period where parts multiply. */
function growth(coefficients: Float64Array, scale: number, expected: Float64Array): Float64Array {
  return coefficients.map((w, s) => expected[s] * expm1(w / scale));
}

/** Σ y over the training rows, in KPI units. */
export function measuredKpi(model: Posterior): number {
  let sum = 0;
  for (let t = 0; t < model.scaled.rows; t++) sum += model.scaled.kpi[t];
  return sum * model.scaled.targetScale;
}

/** Spend per KPI unit won: a ratio with a heavy tail, so median and interval only. */
function costPerKpi(spend: number, contribution: Float64Array): ChannelSummary['costPerKpi'] {
  const { median, hdi94 } = summarize(contribution.map((x) => spend / x));
  return { median, hdi94 };
}

function responseCurve(curves: CurveDraws, spend: number, periods: number, draws: number): ResponseCurve {
  return {
    scale: CURVE_SCALES,
    spend: CURVE_SCALES.map((scale) => scale * spend),
    ...bandOf(curves.earnings),
    extrapolated: Array.from(curves.beyond, (count) => count > 0.05 * periods * draws),
    draws,
  };
}

function shareOf(values: Float64Array, holds: (value: number) => boolean): number {
  return values.filter(holds).length / values.length;
}
