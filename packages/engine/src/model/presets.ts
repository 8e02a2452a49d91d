// The default models of PyMC-Marketing 1.3 and Google Meridian 2.1 in this spec: docs/method/presets.md, line by line.
//
// A preset is what a draft would say had somebody written the other library's defaults into it: whatever the draft says
// itself stands, and everything it leaves out of the preset takes the usual default.
import { columnOf, type ModelData } from './data.ts';
import * as defaults from './defaults.ts';
import { trainingMask } from './holdout.ts';
import type {
  Adstock,
  BaselineDraft,
  ChannelDraft,
  NormalPrior,
  Prior,
  Saturation,
  Scales,
  SizeDraft,
  SpecDraft,
} from './spec.ts';

const normal = (sd: number): NormalPrior => ({ family: 'normal', mean: 0, sd });
const halfNormal = (sd: number): Prior => ({ family: 'half_normal', sd });

/** What the preset of `draft` says wherever the draft itself says nothing; the caller has checked the draft. */
export function withPreset(draft: SpecDraft, data: ModelData): SpecDraft {
  switch (draft.preset ?? 'default') {
    case 'default':
      return draft;
    case 'pymc_1_3':
      return pymc(draft, data);
    case 'meridian_2_1':
      return meridian(draft, data);
  }
}

/** `MMM.default_model_config`, and the transforms its documentation begins with. */
function pymc(draft: SpecDraft, data: ModelData): SpecDraft {
  const seasons: Prior = { family: 'laplace', location: 0, b: 1 };
  return {
    ...draft,
    channels: draft.channels.map((channel) => {
      const curve = channel.saturation?.kind ?? 'logistic';
      const size: SizeDraft = { kind: 'coefficient', prior: defaults.defaultAmplitude[curve] };
      return {
        ...channel,
        ...stated(channel, pymcAdstock(channel, data), pymcSaturation(curve, channel.size ?? size)),
        size: channel.size ?? size,
      };
    }),
    baseline: withBaseline(draft.baseline, normal(2), seasons),
    controls: draft.controls?.map((control) => ({ prior: normal(2), ...control })),
    likelihood: { sigma: halfNormal(2), ...draft.likelihood },
  };
}

function pymcAdstock({ adstock }: ChannelDraft, data: ModelData): Adstock {
  const usual = defaults.defaultAdstock(adstock?.kind ?? 'geometric', data.period);
  if (usual.kind === 'weibull_cdf') {
    // Gamma of mean 2 and sd 2.5.
    const gamma: Prior = { family: 'gamma', shape: 4 / 6.25, rate: 2 / 6.25 };
    return { ...usual, priors: { lam: gamma, k: gamma } };
  }
  if (usual.kind !== 'binomial') return usual;
  return { ...usual, divisor: 'l_max_plus_one', priors: { alpha: { family: 'beta', alpha: 1, beta: 3 } } };
}

function pymcSaturation(kind: Saturation['kind'], { kind: size }: SizeDraft): Saturation {
  const usual = defaults.defaultSaturation(kind, size);
  return usual.kind === 'hill' ? { ...usual, priors: { ...usual.priors, slope: halfNormal(1.5) } } : usual;
}

/** `ModelSpec()` and `PriorDistribution()` of a national model. */
function meridian(draft: SpecDraft, data: ModelData): SpecDraft {
  const kpi = columnOf(data, draft.columns.target.column);
  const mask = trainingMask(kpi, data, draft.holdout);
  const scales = draft.scales ?? meridianScales(draft, data, kpi, mask);
  // Meridian takes the KPI's mean off before its N(0, 5): here the mean comes with the intercept.
  const level: NormalPrior = { family: 'normal', mean: meanOf(kpi, mask) / scales.target, sd: 5 };
  return {
    ...draft,
    scales,
    channels: draft.channels.map((channel) => {
      const size = channel.size ?? meridianSize(channel, draft);
      const curve = channel.saturation?.kind ?? 'michaelis_menten';
      return {
        ...channel,
        ...stated(channel, meridianAdstock(channel, data), meridianSaturation(curve, size)),
        size: size.kind === 'coefficient' ? { prior: halfNormal(5), ...size } : size,
      };
    }),
    baseline: withBaseline(draft.baseline, level, normal(0.5)),
    controls: draft.controls?.map((control) => ({ prior: normal(5), ...control })),
    treatments: draft.treatments?.map((treatment) => ({ prior: normal(5), ...treatment })),
    likelihood: { sigma: halfNormal(5), ...draft.likelihood },
  };
}

/** `max_lag = 8` is nine weights, in periods whatever they are. */
const MERIDIAN_LAGS = 9;

function meridianAdstock({ adstock }: ChannelDraft, { period, dates }: ModelData): Adstock {
  const usual = defaults.defaultAdstock(adstock?.kind ?? 'geometric', period);
  if (usual.kind === 'none') return usual;
  const window = { ...usual, lMax: Math.min(MERIDIAN_LAGS, dates.length) };
  return window.kind === 'geometric' || window.kind === 'binomial'
    ? { ...window, priors: { alpha: { family: 'uniform', low: 0, high: 1 } } }
    : window;
}

const halfSaturation: Prior = { family: 'truncated_normal', mean: 0.8, sd: 0.8, low: 0.1, high: 10 };

/** A Hill curve whose slope is fixed at 1 is x/(λ + x). */
function meridianSaturation(kind: Saturation['kind'], { kind: size }: SizeDraft): Saturation {
  const usual = defaults.defaultSaturation(kind, size);
  if (usual.kind === 'michaelis_menten') return { ...usual, priors: { lam: halfSaturation } };
  return usual.kind === 'hill' ? { ...usual, priors: { ...usual.priors, kappa: halfSaturation } } : usual;
}

/** Returns where the outcome is money, else all media together at 0.4 ± 0.2 of it. */
function meridianSize({ organic }: ChannelDraft, { columns: { target } }: SpecDraft): SizeDraft {
  if (organic) return { kind: 'contribution', prior: defaults.defaultContribution };
  const isMoney = target.kind === 'money' || target.revenuePerKpi !== undefined;
  return isMoney ? { kind: 'roi', prior: defaults.defaultRoi } : { kind: 'total_media' };
}

/** The KPI by its standard deviation, media by the median of what is not 0. */
function meridianScales(draft: SpecDraft, data: ModelData, kpi: Float64Array, mask: Float64Array): Scales {
  const mean = meanOf(kpi, mask);
  const squares = kpi.map((y, t) => (mask[t] ? (y - mean) * (y - mean) : 0));
  return {
    target: Math.sqrt(meanOf(squares, mask)),
    channels: Object.fromEntries(
      draft.channels.map(({ column, exposure }) => {
        const used = columnOf(data, exposure ?? column).filter((x, t) => mask[t] === 1 && x > 0);
        return [column, medianOf(used)];
      }),
    ),
  };
}

/** No trend and no season unless asked for; what is asked for has the preset's priors. */
function withBaseline(draft: BaselineDraft = {}, intercept: Prior, seasons: Prior): BaselineDraft {
  return {
    intercept,
    trend: { kind: 'none' },
    ...draft,
    yearly: { order: 0, prior: seasons, ...draft.yearly },
    weekly: { order: 0, prior: seasons, ...draft.weekly },
    ...(draft.monthly ? { monthly: { prior: seasons, ...draft.monthly } } : {}),
  };
}

/** A channel's own transforms laid over the preset's, down to single priors. */
function stated(
  { adstock, saturation }: ChannelDraft,
  carried: Adstock,
  curved: Saturation,
): Pick<ChannelDraft, 'adstock' | 'saturation'> {
  return {
    adstock: { ...carried, ...adstock, priors: { ...carried.priors, ...adstock?.priors } },
    saturation: { ...curved, ...saturation, priors: { ...curved.priors, ...saturation?.priors } },
  } as Pick<ChannelDraft, 'adstock' | 'saturation'>;
}

function meanOf(values: Float64Array, mask: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let t = 0; t < values.length; t++) {
    if (!mask[t]) continue;
    sum += values[t];
    count++;
  }
  return sum / count;
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
