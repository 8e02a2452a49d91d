// Whether a stretch of time can be what it says: two days, in order, inside the data.
import { dayOf, dayText } from '../baseline/calendar.ts';
import { lengthOf } from '../baseline/events.ts';
import type { Problem } from '../problem.ts';
import type { ModelData } from './data.ts';
import type { Window } from './spec.ts';

/** `where` is the window's path, with the channel's column or the facts that say whose it is. */
export function checkWindow(
  window: Window,
  where: Pick<Problem, 'path' | 'column' | 'facts'>,
  { dates, period }: ModelData,
): Problem[] {
  const wrong = (['first', 'last'] as const).filter((end) => dayOf(window[end]) === undefined);
  if (wrong.length > 0)
    return wrong.map((end) => ({
      ...where,
      code: 'window_date',
      path: `${where.path}.${end}`,
      facts: { ...where.facts, got: window[end] },
    }));
  const [first, last] = [dayOf(window.first) ?? 0, dayOf(window.last) ?? 0];
  const facts = { ...where.facts, ...window };
  if (last < first) return [{ ...where, code: 'window_order', facts }];
  const end = dates[dates.length - 1] + lengthOf(dates[dates.length - 1], period) - 1;
  if (first < dates[0] || last > end)
    return [
      { ...where, code: 'window_outside', facts: { ...facts, from: dayText(dates[0]), to: dayText(end) } },
    ];
  return dates.some((day) => day >= first && day <= last)
    ? []
    : [{ ...where, code: 'window_no_period', facts: { ...facts, period } }];
}
