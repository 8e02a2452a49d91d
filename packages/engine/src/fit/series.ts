// The measured periods one by one: what was expected of each, what it is made of, and how far the KPI may stray.
import { baselinePart, channelPart, noisePart, type Part, treatmentPart } from '../insights/parts.ts';
import { pointReader } from '../insights/point.ts';
import { columnOf, type ModelData } from '../model/data.ts';
import { firstHeldOut } from '../model/holdout.ts';
import type { Posterior } from '../model/posterior.ts';
import { thinnedCount } from './assemble.ts';
import { bandOf, meanOf } from './band.ts';
import type { Draws } from './draws.ts';
import { PREDICTIVE_DRAWS } from './fit-statistics.ts';
import type { Series } from './insights.ts';
import { visitThinned } from './read-draws.ts';
import type { Band } from './result.ts';

/**
 * One part after the other, so that periods × draws are held twice and never once a channel. The draws are those of
 * the predictive checks: `coverage94` counts the very bands given here.
 */
export function seriesOf(model: Posterior, data: ModelData, draws: Draws, seed: number): Series {
  const { rows, leadIn, mask } = model.scaled;
  const kpi = matrix(rows - leadIn, thinnedCount(draws, PREDICTIVE_DRAWS));
  const write = partWriter(model, draws, kpi);
  const baseline = bandOf(write(baselinePart(model)));
  const treatments = model.scaled.treatments.map((_, i): Band => bandOf(write(treatmentPart(model, i))));
  const channels = model.channels.map((_, c): Band => bandOf(write(channelPart(model, c))));
  const mean = kpi.map(meanOf);
  write(noisePart(model, seed));
  const { holdout } = model.spec;
  const first = firstHeldOut(rows, holdout);
  const actual = columnOf(data, model.spec.columns.target.column);
  return {
    dates: data.dates.slice(leadIn),
    actual: Array.from(actual.subarray(leadIn)),
    fitted: Array.from(mask.subarray(leadIn), (inLikelihood) => inLikelihood === 1),
    ...(holdout ? { heldOut: Array.from(actual.subarray(leadIn), (_, i) => leadIn + i >= first) } : {}),
    predicted: { ...bandOf(kpi), mean },
    baseline,
    ...(treatments.length > 0 ? { treatments } : {}),
    channels,
  };
}

/** Gives a part by period then draw, the same arrays each time, and adds it to `whole`. */
function partWriter(
  model: Posterior,
  draws: Draws,
  whole: readonly Float64Array[],
): (part: Part) => readonly Float64Array[] {
  const reader = pointReader(model, draws);
  const one = matrix(whole.length, whole[0].length);
  const periods = new Float64Array(whole.length);
  return (part) => {
    visitThinned(draws, PREDICTIVE_DRAWS, (values, offset, index) => {
      part(reader.read(values, offset), index, periods);
      for (let t = 0; t < periods.length; t++) {
        one[t][index] = periods[t];
        whole[t][index] += periods[t];
      }
    });
    return one;
  };
}

function matrix(periods: number, draws: number): Float64Array[] {
  return Array.from({ length: periods }, () => new Float64Array(draws));
}
