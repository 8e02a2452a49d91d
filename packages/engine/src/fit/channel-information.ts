// Per channel, the parts of the stored log density that its return may have come from.
import { type Information, information } from '../diagnostics/information.ts';
import type { Draws } from './draws.ts';
import { columnByChain, pooled } from './read-draws.ts';

/**
 * How much of channel c's return is the data. Its contribution stands for it: with spend and prices given, the two
 * have the same ranks.
 */
export function channelInformation(
  draws: Draws,
): (c: number, contribution: Float64Array) => Information | null {
  const column = (name: string, c = 0) => {
    const variable = draws.variables.find((v) => v.group === 'log_density' && v.name === name);
    if (!variable) throw new Error(`no log density of ${name}`);
    return pooled(columnByChain(draws, variable.offset + c));
  };
  const channels =
    draws.variables.find((v) => v.group === 'log_density' && v.name === 'size')?.labels?.length ?? 0;
  const data = column('y');
  const priors = column('rest');
  for (let c = 0; c < channels; c++) {
    const [size, shape] = [column('size', c), column('shape', c)];
    for (let s = 0; s < priors.length; s++) priors[s] += size[s] + shape[s];
  }
  return (c, contribution) => {
    const [ownSize, ownShape] = [column('size', c), column('shape', c)];
    const otherPriors = priors.map((all, s) => all - ownSize[s] - ownShape[s]);
    return information(contribution, { data, ownSize, ownShape, otherPriors }, draws.segments.length);
  };
}
