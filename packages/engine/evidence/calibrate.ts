// One step of simulation-based calibration: a truth from the prior, a fit of what it made, the truth's rank among the draws.
import { diagnose } from '../src/diagnostics/diagnose.ts';
import { runChain } from '../src/fit/chain.ts';
import type { ChainSegment } from '../src/fit/draws.ts';
import type { ChainJob } from '../src/fit/job.ts';
import { lagWeights } from '../src/insights/carryover.ts';
import { type Describer, describer } from '../src/insights/describe.ts';
import { pointReader } from '../src/insights/point.ts';
import { meanAt } from '../src/insights/predictive.ts';
import { channelVariables } from '../src/insights/variables.ts';
import type { ModelData } from '../src/model/data.ts';
import { type ParameterPoint, type Posterior, posterior } from '../src/model/posterior.ts';
import type { Spec } from '../src/model/spec.ts';
import { purpose } from '../src/numeric/purposes.ts';
import { stream } from '../src/numeric/random.ts';
import { drawTruth, withSimulatedKpi } from './truth.ts';

/** How each fit is done. */
export interface Plan {
  readonly warmup: number;
  readonly draws: number;
  /** Draws a rank is taken among, evenly spread over all. */
  readonly ranked: number;
  readonly targetAcceptance: number;
}

/** METHOD §10, at the last but one rung of the ladder: truths from a prior are harder than data that somebody has. */
export const longPlan: Plan = { warmup: 300, draws: 1000, ranked: 99, targetAcceptance: 0.98 };

/** Half the cost, for every run of the tests. */
export const shortPlan: Plan = { warmup: 200, draws: 500, ranked: 49, targetAcceptance: 0.98 };

export interface Step {
  /** By quantity: how many of the ranked draws lie below the truth. */
  readonly ranks: readonly number[];
  readonly divergences: number;
  /** The smallest bulk ESS of the stored quantities. */
  readonly ess: number;
}

/**
 * Whether a step's draws may not be trusted to be a sample: it diverged, or so few draws are effective that the ranked
 * ones are neighbours. Such steps are counted and kept (METHOD §10).
 */
export function isTroubled({ divergences, ess }: Step, { ranked }: Plan): boolean {
  return divergences > 0 || !(ess >= ranked);
}

/** Draws of one chain: the product's own, or a mutant's. */
export type Sampler = (job: ChainJob) => Drawn;
export type Drawn = Pick<ChainSegment, 'values' | 'draws'> & {
  readonly divergences: number;
  /** Where the chain may go on. */
  readonly state?: ChainSegment['state'];
};

/** Times a chain goes on for as many draws again where fewer than the ranked ones are effective, as a full run would. */
export const EXTENSIONS = 3;

export interface Setting {
  readonly spec: Spec;
  /** Everything but the KPI. */
  readonly inputs: ModelData;
  readonly plan: Plan;
  readonly sampler?: Sampler;
}

export function calibrationStep({ spec, inputs, plan, sampler = ownChain }: Setting, seed: number): Step {
  const random = stream(seed, 0, purpose.simulate, 0);
  const truth = drawTruth(posterior(spec, inputs), random);
  const data = withSimulatedKpi(posterior(spec, inputs), inputs, truth, random);
  const model = posterior(spec, data);
  const described = describer(model);
  const quantities = quantitiesOf(model, described);
  const job: ChainJob = {
    spec,
    data,
    seed,
    chain: 0,
    warmup: plan.warmup,
    draws: plan.draws,
    targetAcceptance: plan.targetAcceptance,
  };
  const essOf = (drawn: Drawn) => smallestEss(quantities, drawn, described.columns);
  let made = sampler(job);
  for (let i = 0; i < EXTENSIONS && made.state && !(essOf(made) >= plan.ranked); i++)
    made = joined(made, sampler({ ...job, resume: made.state }));
  const row = new Float64Array(described.columns);
  described.describePoint(truth, row, 0);
  const reader = pointReader(model, described);
  const told = quantities.map(({ of }) => of(truth, row, 0));
  const below = quantities.map(() => 0);
  for (let i = 1; i <= plan.ranked; i++) {
    const offset = (Math.floor((i * made.draws) / plan.ranked) - 1) * described.columns;
    const point = reader.read(made.values, offset);
    model.locateAt(point);
    for (const [q, { of }] of quantities.entries()) {
      const value = of(point, made.values, offset);
      // Ties (a mean lag of exactly 0) are broken by chance.
      if (value < told[q] || (value === told[q] && random.uniform() < 0.5)) below[q]++;
    }
  }
  return {
    ranks: below,
    divergences: made.divergences,
    ess: essOf(made),
  };
}

function joined(first: Drawn, then: Drawn): Drawn {
  const values = new Float64Array(first.values.length + then.values.length);
  values.set(first.values);
  values.set(then.values, first.values.length);
  const divergences = first.divergences + then.divergences;
  return { ...then, values, draws: first.draws + then.draws, divergences };
}

/** The chain that the product runs. */
export function ownChain(job: ChainJob): Drawn {
  const chain = runChain(job);
  for (;;) {
    const step = chain.next();
    if (!step.done) continue;
    const { values, draws, stats, state } = step.value;
    return { values, draws, state, divergences: stats.diverging.reduce((a, b) => a + b, 0) };
  }
}

interface Quantity {
  readonly name: string;
  /** Its value at a point the model was located at, whose described row begins at `offset`. */
  of(point: ParameterPoint, values: Float64Array, offset: number): number;
  /** Its column among the described ones, where it is one. */
  readonly column?: number;
}

/** What METHOD §10 ranks, channel by channel, then σ and other parameters of the noise, one w, the last mean, log p(y). */
function quantitiesOf(model: Posterior, { variables }: Describer): Quantity[] {
  const { spec, scaled } = model;
  const stored = (name: string, column: number): Quantity => ({
    name,
    column,
    of: (_, values, offset) => values[offset + column],
  });
  const variable = (name: string) => variables.find((v) => v.name === name);
  const out: Quantity[] = [];
  for (const [c, channel] of spec.channels.entries()) {
    for (const name of ['roas', ...channelVariables({ spec: { ...spec, channels: [channel] } })])
      out.push(stored(`${name} ${c + 1}`, (variable(name)?.offset ?? 0) + c));
    if (channel.adstock.lMax === 1) continue;
    const weights = lagWeights(channel, scaled.weeksPerPeriod);
    out.push({ name: `mean_lag ${c + 1}`, of: ({ channels }) => meanLag(weights(channels[c].adstock)) });
  }
  for (const name of new Set(['y_sigma', ...model.own.list.map((own) => own.variable)])) {
    const found = variable(name);
    if (found && !found.labels) out.push(stored(name, found.offset));
  }
  out.push(stored('w_last', scaled.columns.length - 1));
  out.push({ name: 'last_mean', of: (point) => meanAt(model, point, scaled.rows - 1) });
  const likelihood = variables.find(({ group, name }) => group === 'log_density' && name === 'y');
  if (likelihood) out.push(stored('log_likelihood', likelihood.offset));
  return out;
}

export function quantityNames(spec: Spec, inputs: ModelData): string[] {
  const model = posterior(spec, inputs);
  return quantitiesOf(model, describer(model)).map(({ name }) => name);
}

function meanLag(weights: Float64Array): number {
  let sum = 0;
  let first = 0;
  for (const [s, w] of weights.entries()) {
    sum += w;
    first += s * w;
  }
  return first / sum;
}

function smallestEss(quantities: readonly Quantity[], { values, draws }: Drawn, columns: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { column } of quantities) {
    if (column === undefined) continue;
    const series = Float64Array.from({ length: draws }, (_, s) => values[s * columns + column]);
    const { essBulk } = diagnose([series]);
    least = essBulk < least || Number.isNaN(essBulk) ? essBulk : least;
  }
  return least;
}
