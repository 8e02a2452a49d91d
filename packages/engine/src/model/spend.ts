// Money spent per channel over the training rows, read from data before any spec is complete.
import { columnOf, daysPerPeriod, type ModelData } from './data.ts';
import { trainingMask } from './holdout.ts';
import type { SpecDraft } from './spec.ts';

/** By channel; 0 for organic media. */
export function spendByChannel({ channels, columns, holdout }: SpecDraft, data: ModelData): number[] {
  const mask = trainingMask(columnOf(data, columns.target.column), data, holdout);
  return channels.map(({ column, organic }) => {
    if (organic) return 0;
    const spent = columnOf(data, column);
    let sum = 0;
    for (let t = 0; t < spent.length; t++) sum += mask[t] * spent[t];
    return sum;
  });
}

/** How many weeks the training rows are. */
export function trainingWeeks({ columns, holdout }: SpecDraft, data: ModelData): number {
  const mask = trainingMask(columnOf(data, columns.target.column), data, holdout);
  return (mask.reduce((sum, one) => sum + one, 0) * daysPerPeriod[data.period]) / 7;
}
