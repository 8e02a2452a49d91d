// Which prior is stated about which stored quantity: what a posterior may be shown against.
import { lawOf } from '../model/own-parameters.ts';
import { amplitudeVariable, curveParameters, statesAmplitude } from '../model/parameters.ts';
import type { Posterior } from '../model/posterior.ts';
import type { Prior } from '../model/spec.ts';
import { boundsOf, type Distribution, distribution } from '../priors/distribution.ts';

/** A quantity's range, and its prior where one is stated about it and not about something it follows from. */
export interface Stated {
  readonly bounds: { readonly low: number; readonly high: number };
  readonly prior: Distribution | null;
}

const anywhere: Stated = {
  bounds: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
  prior: null,
};
const positive: Stated = { bounds: { low: 0, high: Number.POSITIVE_INFINITY }, prior: null };

/**
 * What is stated about element `i` of the stored variable `name`: of every parameter and of the reported-period ROAS,
 * which is what `roi` and `total_media` sizes are about. Undefined for what a draw implies.
 */
export function statedPrior(model: Posterior, name: string, i: number): Stated | undefined {
  if (name === 'y_sigma') return stated(model.spec.likelihood.sigma);
  const column = model.scaled.columns.filter(({ variable }) => variable === name)[i];
  if (column) return statedOfColumn(column);
  const own = model.own.list.find((p) => p.variable === name && p.column === undefined);
  return own ? statedBy(lawOf(own)) : statedOfChannel(model, name, i);
}

/** What a learned scale makes of a prior is implied, not stated; a size with a sign is stated about its negative. */
function statedOfColumn({ prior, mirrored }: Posterior['scaled']['columns'][number]): Stated | undefined {
  if (prior.family === 'learned') return anywhere;
  const found = distribution(prior);
  const { low, high } = boundsOf(found.support);
  return mirrored
    ? { bounds: { low: -high, high: -low }, prior: mirror(found) }
    : { bounds: { low, high }, prior: found };
}

function mirror(law: Distribution): Distribution {
  return {
    support: { kind: 'real' },
    logDensity: (x) => law.logDensity(-x),
    slope: (x) => -law.slope(-x),
    atNormal: (z) => -law.atNormal(-z),
  };
}

function statedOfChannel({ spec }: Posterior, name: string, c: number): Stated | undefined {
  const channel = spec.channels[c];
  // A variable of something else, of which there may be more than channels.
  if (!channel) return undefined;
  const { size } = channel;
  if (name === amplitudeVariable(channel)) return statesAmplitude(channel) ? stated(size.prior) : positive;
  if (name === 'roas')
    return (size.kind === 'roi' && !size.window) || size.kind === 'total_media'
      ? stated(size.prior)
      : positive;
  const { adstock, shapes } = curveParameters(channel);
  // Undefined where the kind has no such parameter: no λ of a Hill curve.
  const parameter = [...adstock, ...shapes].find(({ variable }) => variable === name);
  return parameter && stated(parameter.prior);
}

function stated(declared: Prior): Stated {
  return statedBy(distribution(declared));
}

function statedBy(prior: Distribution): Stated {
  return { bounds: boundsOf(prior.support), prior };
}
