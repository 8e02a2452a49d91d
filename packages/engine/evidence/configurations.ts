// Models that calibration is shown for: inputs of 78 weeks, two channels, tight priors, and which kinds meet in which model.
import { columnOf, type ModelData } from '../src/model/data.ts';
import { expandSpec } from '../src/model/expand.ts';
import type {
  Adstock,
  BaselineDraft,
  ChannelDraft,
  ChannelSpec,
  Prior,
  Saturation,
  Size,
  Spec,
  SpecDraft,
} from '../src/model/spec.ts';
import { stream } from '../src/numeric/random.ts';

/** METHOD's set: 78 weeks, two channels, four linear columns. */
const WEEKS = 78;
/** What a scaled unit of the KPI is in its own. */
const KPI_SCALE = 20;
/** Monday, 2 January 2023. */
const FIRST_DAY = 19359;

const normal = (sd: number): Prior => ({ family: 'normal', mean: 0, sd });
const halfNormal = (sd: number): Prior => ({ family: 'half_normal', sd });

export interface ChannelKinds {
  readonly adstock: Adstock['kind'];
  readonly saturation: Saturation['kind'];
  readonly order?: ChannelSpec['order'];
  readonly size?: Size['kind'];
}

export interface Configuration {
  /** Unique, and the same from run to run: seeds and stored results are found by it. */
  readonly name: string;
  readonly channels: readonly [ChannelKinds, ChannelKinds];
  readonly baseline?: BaselineDraft;
  readonly likelihood?: SpecDraft['likelihood'];
  /** Instead of the plan's. */
  readonly draws?: number;
}

/** Every adstock, every saturation, every size in six models; each channel its own kinds. */
export const shortForm: readonly Configuration[] = [
  pair('geometric logistic', 'delayed hill'),
  pair('weibull_pdf tanh', 'weibull_cdf michaelis_menten'),
  pair('binomial root', 'none hill_sigmoid'),
  pair('geometric inverse_scaled_logistic roi', 'weibull_cdf logistic total_media saturation_first'),
  pair('delayed none contribution', 'binomial log spend_share'),
  pair('weibull_pdf hill roi saturation_first', 'geometric logistic mroi'),
];

const adstocks = ['geometric', 'delayed', 'weibull_pdf', 'weibull_cdf', 'binomial', 'none'] as const;
const saturations = [
  'logistic',
  'hill',
  'tanh',
  'michaelis_menten',
  'root',
  'inverse_scaled_logistic',
  'hill_sigmoid',
  'log',
  'none',
] as const;

/** Every adstock with every saturation: 54 pairs in 27 models, one of each in flights, one always on. */
function pairs(): Configuration[] {
  const all = saturations.flatMap((saturation) => adstocks.map((adstock) => `${adstock} ${saturation}`));
  const half = all.length / 2;
  return all.slice(0, half).map((first, i) => pair(first, all[half + ((i + 1) % half)]));
}

const laplace: Prior = { family: 'laplace', location: 0, b: 0.3 };
const studentT: Prior = { family: 'student_t', nu: 4, location: 0, scale: 0.3 };

/** Sizes and orders beside `coefficient`, on curves of several kinds. */
const sized: readonly Configuration[] = [
  pair('geometric logistic roi', 'geometric logistic mroi'),
  pair('geometric logistic total_media', 'geometric logistic contribution'),
  pair('geometric logistic spend_share', 'geometric hill roi'),
  pair('delayed michaelis_menten mroi', 'binomial hill spend_share'),
  pair('weibull_cdf tanh contribution', 'delayed root total_media'),
  pair('binomial inverse_scaled_logistic mroi saturation_first', 'weibull_pdf logistic roi'),
  pair('delayed logistic coefficient saturation_first', 'geometric michaelis_menten contribution'),
];

/** Baselines and noise beside the default. */
const others: readonly Configuration[] = [
  {
    ...pair('geometric logistic roi', 'geometric hill roi'),
    name: 'piecewise trend',
    baseline: { trend: { kind: 'piecewise', prior: normal(0.5) } },
  },
  {
    ...pair('geometric logistic roi', 'geometric hill roi'),
    name: 'gaussian process trend',
    baseline: { trend: { kind: 'gaussian_process' } },
  },
  {
    ...pair('geometric logistic roi', 'geometric hill roi'),
    name: 'Laplace and Student-t coefficients',
    baseline: { trend: { kind: 'linear', prior: studentT }, yearly: { order: 1, prior: laplace } },
  },
  {
    ...pair('geometric logistic roi', 'geometric hill roi'),
    name: 'a positive trend, sampled',
    baseline: { trend: { kind: 'linear', prior: halfNormal(0.5) } },
  },
  {
    ...pair('geometric logistic roi', 'geometric hill roi'),
    name: 'AR(1) noise',
    likelihood: { errors: 'ar1' },
  },
  {
    ...pair('geometric logistic roi', 'geometric hill roi'),
    name: 'Student-t noise, 4000 draws',
    // Its linear coefficients are sampled with the rest, which takes more draws.
    draws: 4000,
    likelihood: { family: 'student_t' },
  },
  {
    ...pair('geometric logistic', 'delayed log'),
    name: 'multiplicative',
    likelihood: { link: 'log' },
  },
  {
    ...pair('geometric hill', 'geometric root'),
    name: 'multiplicative with AR(1) noise',
    likelihood: { link: 'log', errors: 'ar1' },
  },
];

/** Everything that the long form runs, by what is varied. */
export const longForm: Readonly<Record<string, readonly Configuration[]>> = {
  'Every adstock with every saturation': pairs(),
  'Sizes and orders': [...shortForm.slice(3), ...sized],
  'Baselines and noise': others,
};

/** Both channels' kinds in words, as `kinds` reads them. */
export function pair(
  first: string,
  second: string,
  rest: Omit<Configuration, 'name' | 'channels'> = {},
): Configuration {
  return { name: `${first} + ${second}`, channels: [kinds(first), kinds(second)], ...rest };
}

/** 'geometric logistic roi saturation_first': what is not said is METHOD's default. */
function kinds(words: string): ChannelKinds {
  const [adstock, saturation, size = 'coefficient', order = 'adstock_first'] = words.split(' ');
  return { adstock, saturation, size, order } as ChannelKinds;
}

/** Seed of step `i`: of its own for every configuration, so that chance is not shared between them. */
export function seedOf({ name }: Pick<Configuration, 'name'>, i: number): number {
  // FNV-1a, 32 bits.
  let hash = 2166136261;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash * 2 ** 16 + i;
}

/** A complete spec with fixed scales, and data whose KPI is yet to be made. */
export function modelOf(configuration: Configuration): { readonly spec: Spec; readonly data: ModelData } {
  const { draft, data } = draftOf(configuration);
  return { spec: expandSpec(draft, data).spec, data };
}

/** What is asked for and the data it is asked of: they decide a calibration whole. */
export function draftOf(configuration: Configuration): {
  readonly draft: SpecDraft;
  readonly data: ModelData;
} {
  const data = inputs();
  const largest = (name: string) => columnOf(data, name).reduce((a, b) => Math.max(a, b), 0);
  const draft: SpecDraft = {
    columns: { date: 'week', target: { column: 'sales', kind: 'money' } },
    channels: configuration.channels.map((channel, c) => channelOf(channel, columns[c])),
    baseline: {
      intercept: normal(0.5),
      trend: { kind: 'linear', prior: normal(0.5) },
      yearly: { order: 1, prior: normal(0.5) },
      ...configuration.baseline,
    },
    likelihood: { sigma: halfNormal(0.1), ...configuration.likelihood },
    scales: {
      target: KPI_SCALE,
      kpiTotal: KPI_SCALE * WEEKS,
      channels: Object.fromEntries(columns.map((name) => [name, largest(name)])),
    },
  };
  return { draft, data };
}

const columns = ['tv', 'search'] as const;

const logNormal = (mu: number, sigma: number): Prior => ({ family: 'log_normal', mu, sigma });

/** Tighter than the defaults where those reach curves that are nothing but a level, or nothing at all. */
const shapePriors: Readonly<Partial<Record<Saturation['kind'], Readonly<Record<string, Prior>>>>> = {
  hill: { kappa: logNormal(-0.5, 0.5), slope: logNormal(0, 0.3) },
  hill_sigmoid: { beta: logNormal(1, 0.3), lam: logNormal(-1.2, 0.3) },
  inverse_scaled_logistic: { lam: { family: 'gamma', shape: 3, rate: 6 } },
  tanh: { c: logNormal(0.5, 0.4) },
  root: { alpha: { family: 'beta', alpha: 3, beta: 3 } },
};
const adstockPriors: Readonly<Partial<Record<Adstock['kind'], Readonly<Record<string, Prior>>>>> = {
  weibull_pdf: {
    lam: { family: 'gamma', shape: 8, rate: 4 },
    k: { family: 'gamma', shape: 12, rate: 4 },
  },
};

function channelOf(
  { adstock, saturation, order, size = 'coefficient' }: ChannelKinds,
  column: string,
): ChannelDraft {
  // A tanh curve of another size is stated by λ.
  const shapes =
    saturation === 'tanh' && size !== 'coefficient' ? { lam: logNormal(-0.7, 0.4) } : shapePriors[saturation];
  return {
    column,
    order,
    adstock: { kind: adstock, priors: adstockPriors[adstock] },
    saturation: { kind: saturation, priors: shapes },
    size: size === 'coefficient' ? { kind: size, prior: halfNormal(0.3) } : { kind: size },
  } as ChannelDraft;
}

/** One channel in flights, one always on; a few units of money each, because a log curve sees its input as it is. */
function inputs(): ModelData {
  const random = stream(1, 0, 8, 0);
  const series = (at: (t: number) => number) => Float64Array.from({ length: WEEKS }, (_, t) => at(t));
  return {
    period: 'week',
    dates: Array.from({ length: WEEKS }, (_, t) => FIRST_DAY + 7 * t),
    columns: new Map([
      ['tv', series((t) => (t % 9 < 5 ? 2 + 2 * random.uniform() : 0))],
      ['search', series(() => 0.5 + 2.5 * random.uniform())],
      // Something the checks accept until the simulated KPI takes its place.
      ['sales', series((t) => KPI_SCALE + t / 100)],
    ]),
    leadIn: 0,
  };
}
