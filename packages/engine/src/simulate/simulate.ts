// Data with a known truth: a spec, its columns and true parameters give the KPI that model would produce.
import { describer } from '../insights/describe.ts';
import { isMultiplicative } from '../insights/multiplicative.ts';
import { noiseOf } from '../insights/noise.ts';
import { meanAt } from '../insights/predictive.ts';
import { variableNamed } from '../insights/variables.ts';
import type { ModelData } from '../model/data.ts';
import { type ParameterPoint, posterior } from '../model/posterior.ts';
import type { Spec } from '../model/spec.ts';
import { exp } from '../numeric/elementary.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';

/** What is true of one channel, in the units a fit reports. */
export interface ChannelTruth {
  readonly column: string;
  readonly name: string;
  readonly spend: number;
  readonly contribution: number;
  readonly roas: number;
  readonly roasOfSpend: number;
  readonly marginalRoas: number;
  /** α of its adstock, where its kind has one, as stated per week. */
  readonly alpha: number | null;
  readonly shapes: readonly number[];
}

export interface Truth {
  readonly channels: readonly ChannelTruth[];
  readonly totalMedia: number;
  readonly baseline: number;
  /** Standard deviation of the noise, in KPI units: where parts multiply, at the scale of the KPI. */
  readonly sigma: number;
}

/**
 * The KPI of `spec` at the true `point` (scaled units, so `spec.scales` must be fixed), with noise drawn by `seed`.
 * `data` brings every column; its target column is overwritten.
 */
export function simulate(
  spec: Spec,
  data: ModelData,
  point: ParameterPoint,
  seed: number,
): { readonly data: ModelData; readonly truth: Truth } {
  const model = posterior(spec, data);
  const { targetScale, rows } = model.scaled;
  const described = describer(model);
  const values = new Float64Array(described.columns);
  described.describePoint(point, values, 0);
  const random = stream(seed, 0, purpose.simulate, 0);
  const errors = new Float64Array(rows);
  noiseOf(model).replicate(point, random, errors);
  const target = errors.map((error, t) => {
    const scaled = meanAt(model, point, t) + error;
    return targetScale * (isMultiplicative(model) ? exp(scaled) : scaled);
  });
  const read = (name: string, c = 0) => values[variableNamed(described, name).offset + c];
  const channels = spec.channels.map(
    (channel, c): ChannelTruth => ({
      column: channel.column,
      name: channel.name,
      spend: model.scaled.channels[c].spend,
      contribution: read('total_contribution', c),
      roas: read('roas', c),
      roasOfSpend: read('roas_of_spend', c),
      marginalRoas: read('marginal_roas', c),
      alpha: 'alpha' in channel.adstock.priors ? point.channels[c].adstock[0] : null,
      shapes: [...point.channels[c].shapes],
    }),
  );
  return {
    data: withColumn(data, spec.columns.target.column, target),
    truth: {
      channels,
      totalMedia: read('total_media_contribution'),
      baseline: read('baseline_contribution'),
      sigma: point.sigma * targetScale,
    },
  };
}

/** A copy of the data with one column replaced. */
export function withColumn(data: ModelData, name: string, values: Float64Array): ModelData {
  return { ...data, columns: new Map([...data.columns, [name, values]]) };
}

/** β that gives channel `c` the return `roas` at the shapes of `point`, everything else as in `data`. */
export function amplitudeFor(
  spec: Spec,
  data: ModelData,
  point: ParameterPoint,
  c: number,
  roas: number,
): number {
  const model = posterior(spec, data);
  const described = describer(model);
  const values = new Float64Array(described.columns);
  const unit = { ...point, channels: point.channels.map((channel) => ({ ...channel, beta: 1 })) };
  described.describePoint(unit, values, 0);
  return roas / values[variableNamed(described, 'roas').offset + c];
}
