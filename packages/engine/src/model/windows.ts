// Stretches of time a person names by their first and last day, as rows of the data.
import { dayOf } from '../baseline/calendar.ts';
import type { ModelData } from './data.ts';
import type { Window } from './spec.ts';

/** 1 in the periods whose first day lies in the window; the caller has checked that its days are dates. */
export function rowsInside(window: Window, { dates }: Pick<ModelData, 'dates'>): Float64Array {
  const [first, last] = [dayOf(window.first), dayOf(window.last)];
  if (first === undefined || last === undefined)
    throw new Error(`${window.first}–${window.last} is no window`);
  return Float64Array.from(dates, (day) => (day >= first && day <= last ? 1 : 0));
}
