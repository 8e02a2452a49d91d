// What the priors alone predict, before any KPI is looked at: media's share, each channel's, and the KPI itself.
import { quantile } from '../diagnostics/quantile.ts';
import { describer } from '../insights/describe.ts';
import { isMultiplicative } from '../insights/multiplicative.ts';
import { meanPart, noisePart } from '../insights/parts.ts';
import { pointReader } from '../insights/point.ts';
import { variableNamed } from '../insights/variables.ts';
import { columnOf, type ModelData } from '../model/data.ts';
import { type ExpandedSpec, expandSpec } from '../model/expand.ts';
import { atMost, type MediaShare } from '../model/media-share.ts';
import { type Posterior, posterior } from '../model/posterior.ts';
import type { Spec, SpecDraft } from '../model/spec.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { measuredKpi } from './assemble.ts';
import type { FitWarning } from './result.ts';
import { mediaShareWarning } from './warnings.ts';

const DRAWS = 1000;

/** The same for every run of a spec, as for the media share: nobody has asked for a seed yet. */
const SEED = 1;

/** More of the measured KPI than this outside its prior intervals is worth a word. */
const MISSED = 0.5;

/** Shares of the KPI over the training rows; intervals are equal-tailed. */
export interface PriorChannel {
  /** Its column. */
  readonly name: string;
  readonly label: string;
  readonly median: number;
  readonly interval94: readonly [number, number];
  /** Probability that this channel alone exceeds the whole KPI. */
  readonly above1: number;
}

export interface PriorPredictive {
  readonly spec: Spec;
  readonly sizeRule: ExpandedSpec['sizeRule'];
  /** Of all paid media: the check before every fit. */
  readonly mediaShare: MediaShare;
  readonly channels: readonly PriorChannel[];
  /** The KPI of a training row with its noise, in KPI units: all rows together. */
  readonly kpi: {
    readonly median: number;
    readonly interval94: readonly [number, number];
    readonly belowZero: number;
  };
  /** What was measured in the same rows. */
  readonly measured: { readonly low: number; readonly median: number; readonly high: number };
  /** Share of the rows whose KPI lies outside the 94 % interval that the priors give that row. */
  readonly outside: number;
  readonly warnings: readonly FitWarning[];
}

/** Throws `InputError` naming every problem of spec and data. Nothing of it depends on the KPI but scales and totals. */
export function priorPredictive(data: ModelData, spec: SpecDraft | Spec): PriorPredictive {
  const expanded = expandSpec(spec, data);
  const model = posterior(expanded.spec, data);
  const drawn = drawPriors(model);
  const { target } = expanded.spec.columns;
  const kpi = columnOf(data, target.column);
  const measured = Float64Array.from(drawn.rows, (t) => kpi[t]).sort();
  const misses = drawn.kpi.filter((draws, i) => {
    const [low, high] = interval(draws);
    return kpi[drawn.rows[i]] < low || kpi[drawn.rows[i]] > high;
  });
  const outside = misses.length / drawn.rows.length;
  const all = Float64Array.from(drawn.kpi.flatMap((draws) => [...draws])).sort();
  return {
    spec: expanded.spec,
    sizeRule: expanded.sizeRule,
    mediaShare: expanded.mediaShare,
    channels: drawn.shares.map((shares, c) => channelOf(model, c, shares)),
    kpi: {
      median: quantile(all, 0.5),
      interval94: interval(all),
      belowZero: all.filter((y) => y < 0).length / all.length,
    },
    measured: { low: measured[0], median: quantile(measured, 0.5), high: measured[measured.length - 1] },
    outside,
    warnings: [
      ...mediaShareWarning(expanded),
      ...(outside > MISSED ? [{ code: 'prior_kpi_missed', column: target.column, facts: { outside } }] : []),
    ],
  };
}

interface PriorDraws {
  /** Training rows. */
  readonly rows: readonly number[];
  /** By channel, ascending. */
  readonly shares: readonly Float64Array[];
  /** By training row, ascending. */
  readonly kpi: readonly Float64Array[];
}

function drawPriors(model: Posterior): PriorDraws {
  const { mask, leadIn, rows: periods } = model.scaled;
  const rows = Array.from(mask.keys()).filter((t) => mask[t] === 1);
  const described = describer(model);
  const row = new Float64Array(described.columns);
  const reader = pointReader(model, described);
  const [addNoise, whole] = [noisePart(model, SEED), meanPart(model)];
  const [noise, mean] = [0, 1].map(() => new Float64Array(periods - leadIn));
  const contribution = variableNamed(described, 'total_contribution').offset;
  // Where parts multiply a share is of what the draw itself expects: its media know no other level.
  const measured = measuredKpi(model);
  const expected = isMultiplicative(model) ? variableNamed(described, 'mean_mu_kpi').offset : -1;
  const total = () => (expected < 0 ? measured : rows.length * row[expected]);
  const shares = model.channels.map(() => new Float64Array(DRAWS));
  const kpi = rows.map(() => new Float64Array(DRAWS));
  for (let s = 0; s < DRAWS; s++) {
    const random = stream(SEED, 0, purpose.linear, s);
    const position = model.priorPosition(SEED, s);
    described.describe(position, random, row, 0);
    const point = reader.read(row, 0);
    // What was described has coefficients that know the KPI: here they are those of the priors.
    model.locate(position);
    model.drawPriorLinear(random, point.linear);
    described.describePoint(point, row, 0);
    for (const [c, draws] of shares.entries()) draws[s] = atMost(row[contribution + c] / total());
    whole(point, s, mean);
    addNoise(point, s, noise);
    for (const [i, t] of rows.entries()) kpi[i][s] = mean[t - leadIn] + noise[t - leadIn];
  }
  return { rows, shares: shares.map((draws) => draws.sort()), kpi: kpi.map((draws) => draws.sort()) };
}

function channelOf({ spec }: Posterior, c: number, shares: Float64Array): PriorChannel {
  const { column, name } = spec.channels[c];
  return {
    name: column,
    label: name,
    median: quantile(shares, 0.5),
    interval94: interval(shares),
    above1: shares.filter((share) => share > 1).length / shares.length,
  };
}

function interval(sorted: Float64Array): [number, number] {
  return [quantile(sorted, 0.03), quantile(sorted, 0.97)];
}
