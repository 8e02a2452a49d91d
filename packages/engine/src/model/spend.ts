// Money spent per channel over the training rows, read from data before any spec is complete.
import { columnOf, type ModelData } from './data.ts';
import type { SpecDraft } from './spec.ts';

/** By channel; 0 for organic media. */
export function spendByChannel({ channels, columns }: SpecDraft, data: ModelData): number[] {
  const kpi = columnOf(data, columns.target.column);
  return channels.map(({ column, organic }) => {
    if (organic) return 0;
    const spent = columnOf(data, column);
    let sum = 0;
    for (let t = data.leadIn; t < spent.length; t++) if (!Number.isNaN(kpi[t])) sum += spent[t];
    return sum;
  });
}
