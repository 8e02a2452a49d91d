// Which periods a model is trained on: those after the lead-in with a KPI, before the ones that are held out.
import type { ModelData } from './data.ts';
import type { Holdout } from './spec.ts';

/** Index of the first period that is held out; the number of periods where none is. */
export function firstHeldOut(periods: number, holdout: Holdout | undefined): number {
  return periods - (holdout?.periods ?? 0);
}

/** 1 where a row enters the likelihood. */
export function trainingMask(
  kpi: Float64Array,
  { leadIn }: Pick<ModelData, 'leadIn'>,
  holdout: Holdout | undefined,
): Float64Array {
  const end = firstHeldOut(kpi.length, holdout);
  return Float64Array.from(kpi, (y, t) => (t >= leadIn && t < end && !Number.isNaN(y) ? 1 : 0));
}

/** Held-out periods with a KPI: those a prediction is scored on. */
export function scoredRows(kpi: Float64Array, holdout: Holdout | undefined): number[] {
  const rows: number[] = [];
  for (let t = firstHeldOut(kpi.length, holdout); t < kpi.length; t++)
    if (!Number.isNaN(kpi[t])) rows.push(t);
  return rows;
}
