// When the effect of a draw comes: a channel's weights by lag at its stored adstock parameters.
import type { ChannelSpec } from '../model/spec.ts';
import { adstockForm } from '../transforms/adstock/adstock.ts';
import { perPeriod } from '../transforms/adstock/period.ts';

/** Gives the weights, up to a factor, at parameters stated per week; the same array each time. */
export function lagWeights(
  { adstock }: Pick<ChannelSpec, 'adstock'>,
  weeksPerPeriod: number,
): (stated: ArrayLike<number>) => Float64Array {
  const form = adstockForm(adstock);
  const weights = {
    values: new Float64Array(adstock.lMax),
    slopes: form.parameters.map(() => new Float64Array(adstock.lMax)),
  };
  const parameters = new Float64Array(form.parameters.length);
  return (stated) => {
    for (const [i, { scaling }] of form.parameters.entries())
      parameters[i] = perPeriod(scaling, stated[i], weeksPerPeriod).value;
    form.weigh(parameters, weights, true);
    return weights.values;
  };
}
