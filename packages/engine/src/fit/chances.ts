// What decides about a channel, from the draws: the chance that it pays, that it is the best, when half its effect comes.
import { type Estimate, summarize } from '../diagnostics/summarize.ts';
import { variableNamed } from '../insights/variables.ts';
import { isMoney } from '../model/check-size.ts';
import { daysPerPeriod, type ModelData } from '../model/data.ts';
import { curveParameters } from '../model/parameters.ts';
import type { Spec } from '../model/spec.ts';
import { halfLife } from '../transforms/adstock/lag.ts';
import { ofLags } from './assemble.ts';
import { bestShares } from './best-shares.ts';
import type { Draws } from './draws.ts';
import { columnByChain, pooled } from './read-draws.ts';

export interface ChannelChances {
  /** The spend column. */
  readonly name: string;
  /** Probability that the ROAS of its spend, late effects counted, is above break-even; null without money or spend. */
  readonly pays: number | null;
  /** Probability that no other channel has a higher one; null where no two can be compared. */
  readonly best: number | null;
  /** Periods after which half of the effect has come; null without carry-over. */
  readonly halfLife: Estimate | null;
}

/** By channel, in the order of the expanded spec; `breakEven` is the ROAS at which spend is earned back. */
export function chances(
  { period }: Pick<ModelData, 'period'>,
  spec: Spec,
  draws: Draws,
  breakEven: number,
): readonly ChannelChances[] {
  const of = (name: string, c: number) => pooled(columnByChain(draws, variableNamed(draws, name).offset + c));
  const returns = spec.channels.map((_, c) => {
    const values = isMoney(spec.columns.target) ? of('roas_of_spend', c) : new Float64Array(0);
    return values.length > 0 && !values.some(Number.isNaN) ? values : null;
  });
  const wins = bestShares(returns);
  return spec.channels.map((channel, c): ChannelChances => {
    const values = returns[c];
    const carried = curveParameters(channel).adstock.map(({ variable }) => thinned(of(variable, c)));
    const weeks = daysPerPeriod[period] / 7;
    return {
      name: channel.column,
      pays: values ? values.filter((x) => x > breakEven).length / values.length : null,
      best: wins[c],
      halfLife:
        carried.length > 0 ? summarize(ofLags(channel, weeks, carried, carried[0].length, halfLife)) : null,
    };
  });
}

/** Half-lives come from every k-th draw, at least this many: a power for every lag of every draw takes its time. */
const HALF_LIFE_DRAWS = 2000;

function thinned(draws: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(draws.length / HALF_LIFE_DRAWS));
  return draws.filter((_, s) => s % step === 0);
}
