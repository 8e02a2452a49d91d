// Per channel, the parts of the stored log density that its return may have come from.
import { type Information, information } from '../diagnostics/information.ts';
import type { Spec } from '../model/spec.ts';
import type { Draws } from './draws.ts';
import { columnByChain, pooled } from './read-draws.ts';

/**
 * How much of channel c's return is the data. Its contribution stands for it: with spend and prices given, the two
 * have the same ranks.
 */
export function channelInformation(
  { channels }: Spec,
  draws: Draws,
): (c: number, contribution: Float64Array) => Information | null {
  const stored = (name: string) => draws.variables.find((v) => v.group === 'log_density' && v.name === name);
  const column = (name: string, c = 0) => {
    const variable = stored(name);
    if (!variable) throw new Error(`no log density of ${name}`);
    return pooled(columnByChain(draws, variable.offset + c));
  };
  const data = column('y');
  const tests = new Float64Array(data.length);
  for (const i of (stored('lift')?.labels ?? []).keys()) add(tests, column('lift', i));
  const priors = column('rest');
  const nothing = new Float64Array(data.length);
  for (const [c, { size }] of channels.entries()) {
    // A size that an experiment found is no assumption, whosever it is.
    add(size.experiment ? tests : priors, column('size', c));
    add(priors, column('shape', c));
  }
  return (c, contribution) => {
    const ownSize = channels[c].size.experiment ? nothing : column('size', c);
    const ownShape = column('shape', c);
    const otherPriors = priors.map((all, s) => all - ownSize[s] - ownShape[s]);
    const parts = { data, experiments: tests, ownSize, ownShape, otherPriors };
    return information(contribution, parts, draws.segments.length);
  };
}

function add(sum: Float64Array, more: Float64Array): void {
  for (let s = 0; s < sum.length; s++) sum[s] += more[s];
}
