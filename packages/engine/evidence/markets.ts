// Markets for recovery: 2 to 4 years of 3 to 8 channels with the spend patterns of real ones, and returns that are known.
//
// Nothing here is the engine's: spend, curves (by the slow twins), baseline and noise are made by plain formulas, half of
// them by curves and carryover that the fit does not have.
import { slowSaturation, slowWeights } from '../reference/transforms.ts';
import type { ModelData } from '../src/model/data.ts';
import { defaultAdstock } from '../src/model/defaults.ts';
import type { Adstock, Saturation, SpecDraft } from '../src/model/spec.ts';
import { purpose } from '../src/numeric/purposes.ts';
import { type Stream, stream } from '../src/numeric/random.ts';

/** Mean KPI of a week in money. */
const LEVEL = 100_000;
/** Monday, 3 January 2022. */
const FIRST_DAY = 18995;
const YEAR = 52.18;

/** What is said of a market in the tables. */
export interface Traits {
  readonly weeks: number;
  readonly channels: number;
  /** Whether curves and carryover are of kinds that the fit does not have. */
  readonly misspecified: boolean;
  /** Whether demand moves both spend and KPI, and whether the fit is told of it. */
  readonly confounding: 'none' | 'controlled' | 'hidden';
  /** Whether the channels cost more than the KPI is worth. */
  readonly overspent: boolean;
}

export interface Market {
  readonly traits: Traits;
  readonly data: ModelData;
  /** Columns and what they are; everything else is left to the defaults. */
  readonly draft: SpecDraft;
  /** By channel: true return of the period, and true contribution in money. */
  readonly roas: readonly number[];
  readonly contribution: readonly number[];
}

/** Market `index` of the study; traits come in turn, so that every stretch of markets has all of them. */
export function market(index: number): Market {
  const random = stream(2, 0, purpose.simulate, index);
  const traits = traitsOf(index, random);
  const demand = demandSeries(traits.weeks, random);
  const spends = spendsOf(traits, traits.confounding === 'none' ? null : demand, random);
  const roas = spends.map(() =>
    traits.overspent ? logUniform(random, 0.3, 0.6) : logUniform(random, 0.3, 4),
  );
  const share = traits.overspent ? 0.45 + 0.15 * random.uniform() : 0.1 + 0.35 * random.uniform();
  scaleToShare(spends, roas, share * LEVEL * traits.weeks);
  const curves = spends.map((spend) => shape(spend, curveOf(traits, random)));
  const contribution = spends.map((spend, c) => roas[c] * total(spend));
  const effects = curves.map((curve, c) => curve.map((f) => (f * contribution[c]) / total(curve)));
  const control = demandSeries(traits.weeks, random);
  const baseline = baselineSeries(traits, share, random);
  const errors = noise(
    traits.weeks,
    index % 4 === 3 ? 0.4 : 0,
    (0.02 + 0.04 * random.uniform()) * LEVEL,
    random,
  );
  const pull = traits.confounding === 'none' ? 0 : 0.06 * LEVEL;
  const kpi = baseline.map(
    (b, t) =>
      b +
      effects.reduce((sum, e) => sum + e[t], 0) +
      pull * demand[t] +
      0.03 * LEVEL * control[t] +
      errors[t],
  );
  return { traits, ...asData({ kpi, spends, demand, control }, traits), roas, contribution };
}

/** The inputs of market `index` alone, at a total spend of `share` of the KPI: for truths drawn from priors. */
export function marketInputs(index: number, share: number): { data: ModelData; draft: SpecDraft } {
  const random = stream(3, 0, purpose.simulate, index);
  const traits: Traits = { ...traitsOf(index, random), confounding: 'none' };
  const spends = spendsOf(traits, null, random);
  const all = spends.reduce((sum, spend) => sum + total(spend), 0);
  for (const spend of spends)
    for (let t = 0; t < spend.length; t++) spend[t] *= (share * LEVEL * traits.weeks) / all;
  const control = demandSeries(traits.weeks, random);
  const kpi = Float64Array.from({ length: traits.weeks }, (_, t) => LEVEL + t);
  return asData({ kpi, spends, demand: control, control }, traits);
}

export { LEVEL as marketLevel };

function traitsOf(index: number, random: Stream): Traits {
  return {
    weeks: [104, 130, 156, 208][Math.floor(4 * random.uniform())],
    channels: 3 + Math.floor(6 * random.uniform()),
    misspecified: index % 2 === 1,
    confounding: (['none', 'controlled', 'hidden'] as const)[Math.floor(index / 2) % 3],
    overspent: index % 8 === 7,
  };
}

/** Slow ups and downs of sd 1 around 0. */
function demandSeries(weeks: number, random: Stream): Float64Array {
  let state = random.normal();
  return Float64Array.from({ length: weeks }, () => {
    state = 0.85 * state + Math.sqrt(1 - 0.85 ** 2) * random.normal();
    return state;
  });
}

/** Always on, in flights, with the season, or started late; where demand is given, half of the channels follow it. */
function spendsOf({ weeks, channels }: Traits, demand: Float64Array | null, random: Stream): Float64Array[] {
  return Array.from({ length: channels }, (_, c) => {
    const pattern = ['always on', 'pulsed', 'seasonal', 'late'][
      Math.floor(random.uniform() * (c === 0 ? 2 : 4))
    ];
    const size = Math.exp(0.8 * random.normal());
    const [on, cycle, shift] = [
      2 + Math.floor(5 * random.uniform()),
      6 + Math.floor(8 * random.uniform()),
      random.uniform(),
    ];
    const follows = demand !== null && c % 2 === 0 ? 0.4 : 0;
    const spread = 0.15 + 0.3 * random.uniform();
    return Float64Array.from({ length: weeks }, (_, t) => {
      const level = size * Math.exp(spread * random.normal() + follows * (demand?.[t] ?? 0));
      if (pattern === 'pulsed') return (t + Math.floor(shift * cycle)) % cycle < on ? level : 0;
      if (pattern === 'seasonal')
        return level * (1 + 0.8 * Math.sin((2 * Math.PI * t) / YEAR + 6.28 * shift));
      return pattern === 'late' && t < 0.3 * weeks ? 0 : level;
    });
  });
}

/** Scales all spend so that the returns add up to `media`. */
function scaleToShare(spends: readonly Float64Array[], roas: readonly number[], media: number): void {
  const now = spends.reduce((sum, spend, c) => sum + roas[c] * total(spend), 0);
  for (const spend of spends) for (let t = 0; t < spend.length; t++) spend[t] *= media / now;
}

interface TrueCurve {
  readonly adstock: Adstock;
  readonly stated: readonly number[];
  readonly saturation: Saturation['kind'];
  readonly shapes: readonly number[];
}

function curveOf({ misspecified }: Traits, random: Stream): TrueCurve {
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  const week = (kind: Adstock['kind']) => defaultAdstock(kind, 'week');
  if (!misspecified)
    return {
      adstock: week('geometric'),
      stated: [between(0.1, 0.7)],
      saturation: 'logistic',
      shapes: [between(1, 4)],
    };
  const carried = [
    { adstock: week('delayed'), stated: [between(0.3, 0.7), between(1, 3)] },
    { adstock: week('weibull_pdf'), stated: [between(1.5, 3.5), between(1.5, 4)] },
    { adstock: { ...week('geometric'), lMax: 16 } as Adstock, stated: [between(0.6, 0.85)] },
  ];
  const curved = [
    { saturation: 'hill', shapes: [between(0.3, 0.9), between(1, 2.2)] },
    { saturation: 'root', shapes: [between(0.3, 0.7)] },
    { saturation: 'michaelis_menten', shapes: [between(0.3, 1)] },
  ] as const;
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random.uniform() * of.length)];
  return { ...pick(carried), ...pick(curved) };
}

function shape(spend: Float64Array, { adstock, stated, saturation, shapes }: TrueCurve): number[] {
  const top = spend.reduce((a, b) => Math.max(a, b), 0);
  const weights = slowWeights(adstock, stated, 1);
  return Array.from(spend, (_, t) => {
    const carried = weights.reduce((sum, w, s) => sum + (w * (spend[t - s] ?? 0)) / top, 0);
    return slowSaturation(saturation, carried, shapes);
  });
}

function baselineSeries({ weeks }: Traits, share: number, random: Stream): number[] {
  const [slope, swing, phase] = [
    0.3 * random.uniform() - 0.1,
    0.12 * random.uniform(),
    6.28 * random.uniform(),
  ];
  return Array.from({ length: weeks }, (_, t) => {
    const season = swing * Math.sin((2 * Math.PI * t) / YEAR + phase);
    return LEVEL * ((1 - share) * (1 + slope * (t / weeks - 0.5)) + season);
  });
}

function noise(weeks: number, rho: number, sd: number, random: Stream): Float64Array {
  let state = random.normal();
  return Float64Array.from({ length: weeks }, () => {
    state = rho * state + Math.sqrt(1 - rho * rho) * random.normal();
    return sd * state;
  });
}

interface Series {
  readonly kpi: ArrayLike<number>;
  readonly spends: readonly Float64Array[];
  readonly demand: Float64Array;
  readonly control: Float64Array;
}

function asData(
  { kpi, spends, demand, control }: Series,
  { weeks, confounding }: Traits,
): { data: ModelData; draft: SpecDraft } {
  const names = spends.map((_, c) => `channel_${c + 1}`);
  const told = confounding === 'controlled';
  const columns = new Map<string, Float64Array>([
    ['revenue', Float64Array.from(kpi)],
    ['weather', control],
    ...(told ? [['demand', demand] as const] : []),
    ...names.map((name, c) => [name, spends[c]] as const),
  ]);
  return {
    data: {
      period: 'week',
      dates: Array.from({ length: weeks }, (_, t) => FIRST_DAY + 7 * t),
      columns,
      leadIn: 0,
    },
    draft: {
      columns: { date: 'week', target: { column: 'revenue', kind: 'money' } },
      channels: names.map((column) => ({ column })),
      controls: [{ column: 'weather' }, ...(told ? [{ column: 'demand' }] : [])],
    },
  };
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) sum += values[t];
  return sum;
}

function logUniform(random: Stream, low: number, high: number): number {
  return low * (high / low) ** random.uniform();
}
