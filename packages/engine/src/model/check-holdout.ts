// Whether the periods before a holdout are enough: everything a spec names must vary there as well.
import type { Problem } from '../problem.ts';
import type { ModelData } from './data.ts';
import { firstHeldOut, scoredRows, trainingMask } from './holdout.ts';
import type { SpecDraft } from './spec.ts';

/** A whole number of periods, some with a KPI among them, and enough left before. `least`: KPIs a model needs. */
export function checkHoldout({ holdout, columns }: SpecDraft, data: ModelData, least: number): Problem[] {
  const kpi = data.columns.get(columns.target.column);
  if (!holdout || !kpi) return [];
  const path = 'holdout.periods';
  const { periods } = holdout;
  const most = mostPeriods(kpi, data, least);
  if (!Number.isInteger(periods) || periods < 1 || periods > most)
    return [{ code: 'holdout_periods', path, facts: { got: periods, most } }];
  if (scoredRows(kpi, holdout).length === 0)
    return [{ code: 'holdout_without_kpi', path, facts: { got: periods } }];
  return [];
}

/** The longest holdout that leaves `least` KPIs. */
function mostPeriods(kpi: Float64Array, data: ModelData, least: number): number {
  const mask = trainingMask(kpi, data, undefined);
  let known = 0;
  for (let t = 0; t < mask.length; t++) {
    known += mask[t];
    if (known === least) return mask.length - t - 1;
  }
  return 0;
}

/** Problems that only the periods before the holdout have: `check` is that of the series and events of a table. */
export function checkBeforeHoldout(
  draft: SpecDraft,
  data: ModelData,
  check: (draft: SpecDraft, data: ModelData) => Problem[],
): Problem[] {
  if (!draft.holdout) return [];
  const { holdout: _, ...whole } = draft;
  return check(whole, before(data, firstHeldOut(data.dates.length, draft.holdout))).map(
    ({ code, path, column, facts }): Problem => ({
      code: 'before_holdout',
      path,
      ...(column === undefined ? {} : { column }),
      facts: { ...facts, problem: code },
    }),
  );
}

/** The first `rows` rows, in arrays of their own: nothing later goes where they go. */
export function before(data: ModelData, rows: number): ModelData {
  const columns = new Map([...data.columns].map(([name, values]) => [name, values.slice(0, rows)]));
  return { ...data, dates: data.dates.slice(0, rows), columns };
}
