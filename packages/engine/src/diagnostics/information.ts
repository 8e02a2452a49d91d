// How much of a ROAS is the data: what each part of the density adds to its precision (METHOD §8).
//
// Raising one part ℓ_k of the log density to the power 1 + ε changes the log precision of z by −Cov(z², ℓ_k)·ε,
// exactly, and its mean by Cov(z, ℓ_k)·ε: both are covariances over stored draws, so no refit is needed.
import { normalScores } from './scores.ts';

/** The parts a posterior's log density is made of, as seen from one channel. */
export interface DensityParts<T> {
  readonly data: T;
  /** Lift tests, and size priors made from an experiment. */
  readonly experiments: T;
  /** The prior on the channel's own size. */
  readonly ownSize: T;
  /** The priors on the channel's own adstock and saturation. */
  readonly ownShape: T;
  /** Every other prior: other channels, baseline, σ. */
  readonly otherPriors: T;
}

export interface Information {
  /** Parts of the precision, 0..1, adding to 1. */
  readonly shares: DensityParts<number>;
  /** Shift of the ROAS, in posterior sds, by a unit of power on each part; its sign says which way the part pulls. */
  readonly pulls: DensityParts<number>;
  /** Σ of the positive parts of the precision's derivatives: near 1 where the posterior is near normal. */
  readonly total: number;
  /** Monte Carlo error of the share of data and experiments together. */
  readonly mcse: number;
  readonly verdict: 'measured' | 'partly_assumed' | 'mostly_assumed' | 'not_determined';
  /** The channel's own prior pulls hard against the data. */
  readonly priorAndDataDisagree: boolean;
}

const MEASURED = 0.8;
const PARTLY_ASSUMED = 0.5;
const NOT_DETERMINED = 0.1;
const HARD_PULL = 0.5;
/** A share known less well than this is not shown. */
const MOST_ERROR = 0.1;
const BATCHES = 20;

const names = ['data', 'experiments', 'ownSize', 'ownShape', 'otherPriors'] as const;

/** `quantity` and every part draw by draw, `chains` equally long chains one after another. Null: too few draws to say. */
export function information(
  quantity: Float64Array,
  parts: DensityParts<Float64Array>,
  chains: number,
): Information | null {
  const z = normalScores(quantity);
  const spread = eachPart((name) => influences(z, parts[name], (value) => -value * value));
  const pulls = eachPart((name) => mean(influences(z, parts[name], (value) => value)));
  const gains = eachPart((name) => Math.max(0, mean(spread[name])));
  const total = names.reduce((sum, name) => sum + gains[name], 0);
  const shares = eachPart((name) => gains[name] / total);
  const known = shares.data + shares.experiments;
  const mcse = shareError(spread, known, gains, total, chains);
  if (!(mcse <= MOST_ERROR)) return null;
  const disagree =
    Math.abs(pulls.ownSize) >= HARD_PULL && pulls.ownSize * (pulls.data + pulls.experiments) < 0;
  return {
    shares,
    pulls,
    total,
    mcse,
    verdict: verdictOf(known, total),
    priorAndDataDisagree: disagree,
  };
}

/** `known` is the share of what was measured: data and experiments. */
function verdictOf(known: number, total: number): Information['verdict'] {
  if (total < NOT_DETERMINED) return 'not_determined';
  if (known >= MEASURED) return 'measured';
  return known >= PARTLY_ASSUMED ? 'partly_assumed' : 'mostly_assumed';
}

/** (f(z) − mean)(ℓ − mean) by draw: their mean is Cov(f(z), ℓ). */
function influences(z: Float64Array, density: Float64Array, f: (z: number) => number): Float64Array {
  const scores = z.map(f);
  const [middle, centre] = [mean(scores), mean(density)];
  return scores.map((score, s) => (score - middle) * (density[s] - centre));
}

/** Error of share = (I_data + I_experiments)/Σ[I]₊ from batch means of its linearised influence, 20 consecutive batches a chain. */
function shareError(
  spread: DensityParts<Float64Array>,
  share: number,
  gains: DensityParts<number>,
  total: number,
  chains: number,
): number {
  const counted = names.filter((name) => gains[name] > 0);
  const influence = spread.data.map((data, s) => {
    let sum = 0;
    for (const name of counted) sum += spread[name][s];
    const known = gains.experiments > 0 ? data + spread.experiments[s] : data;
    return (known - share * sum) / total;
  });
  const batches = BATCHES * chains;
  const length = Math.floor(influence.length / batches);
  const means = Float64Array.from({ length: batches }, (_, b) =>
    mean(influence.subarray(b * length, (b + 1) * length)),
  );
  const middle = mean(means);
  const squares = means.reduce((sum, m) => sum + (m - middle) * (m - middle), 0);
  return Math.sqrt(squares / (batches - 1) / batches);
}

function eachPart<T>(value: (name: keyof DensityParts<T>) => T): DensityParts<T> {
  return {
    data: value('data'),
    experiments: value('experiments'),
    ownSize: value('ownSize'),
    ownShape: value('ownShape'),
    otherPriors: value('otherPriors'),
  };
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const v of values) sum += v;
  return sum / values.length;
}
