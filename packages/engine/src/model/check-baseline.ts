// Whether events, signs and treatments can be what they say: every problem, each with its path.
import { dayOf } from '../baseline/calendar.ts';
import { eventShares } from '../baseline/events.ts';
import { withSign } from '../priors/signed.ts';
import type { Problem } from '../problem.ts';
import { improperPart } from './check-prior.ts';
import type { ModelData } from './data.ts';
import type { EventSpec, SpecDraft } from './spec.ts';

const trends: readonly string[] = ['none', 'linear', 'piecewise', 'gaussian_process'];

export function checkTrend({ baseline }: SpecDraft): Problem[] {
  const got = baseline?.trend?.kind;
  if (got === undefined || trends.includes(got)) return [];
  return [
    { code: 'unknown_trend', path: 'baseline.trend.kind', facts: { got: String(got), choices: trends } },
  ];
}

type EventDraft = Pick<EventSpec, 'name' | 'country' | 'dates' | 'windows'>;

/** Each event has days that are dates, some of them in the data, and a name of its own. */
export function checkEvents({ baseline, columns }: SpecDraft, data: ModelData): Problem[] {
  const events = baseline?.events ?? [];
  const seen = new Map<string, string>();
  return events.flatMap((event, e): Problem[] => {
    const path = `baseline.events[${e}]`;
    const facts = { event: event.name };
    const twice = events.slice(0, e).some(({ name }) => name === event.name);
    if (twice) return [{ code: 'event_twice', path: `${path}.name`, facts }];
    const wrong = wrongDays(event, path);
    if (wrong.length > 0) return wrong;
    if (!event.dates?.length && !event.windows?.length)
      return [
        event.country === undefined
          ? { code: 'event_empty', path, facts }
          : { code: 'holidays_without_days', path, facts: { ...facts, country: event.country } },
      ];
    return [
      ...endsTooSoon(event, path, data),
      ...checkShares(event, path, learnedShares(event, data, columns.target.column), seen),
    ];
  });
}

function wrongDays({ name, dates = [], windows = [] }: EventDraft, path: string): Problem[] {
  const problems: Problem[] = [];
  const day = (text: string, at: string): number | undefined => {
    const found = dayOf(text);
    if (found === undefined)
      problems.push({ code: 'event_date', path: `${path}.${at}`, facts: { event: name, got: text } });
    return found;
  };
  for (const [i, date] of dates.entries()) day(date, `dates[${i}]`);
  for (const [i, window] of windows.entries()) {
    const [first, last] = [day(window.first, `windows[${i}].first`), day(window.last, `windows[${i}].last`)];
    if (first !== undefined && last !== undefined && last < first)
      problems.push({
        code: 'event_window',
        path: `${path}.windows[${i}]`,
        facts: { event: name, ...window },
      });
  }
  return problems;
}

/** No country is half a year without a public holiday: days that end that long before the data do are those of older data. */
const LONGEST_WITHOUT = 184;

function endsTooSoon({ name, country, dates = [] }: EventDraft, path: string, data: ModelData): Problem[] {
  const end = data.dates.at(-1);
  if (country === undefined || dates.length === 0 || end === undefined) return [];
  const last = dates.reduce((latest, date) => (date > latest ? date : latest));
  if (end - (dayOf(last) ?? end) <= LONGEST_WITHOUT) return [];
  return [{ code: 'holidays_end', path: `${path}.dates`, facts: { event: name, country, last } }];
}

/** By period with a KPI: what is learned of an event is learned there. */
function learnedShares(
  event: EventDraft,
  { dates, period, leadIn, columns }: ModelData,
  target: string,
): Float64Array {
  const kpi = columns.get(target);
  return eventShares(event, dates, period).filter(
    (_, t) => t >= leadIn && kpi !== undefined && !Number.isNaN(kpi[t]),
  );
}

/**
 * Nothing is learned of an event on no day with a KPI, on the same share of all of them, or on the same shares as
 * another: `seen` holds the names of those before it by their shares.
 */
function checkShares(
  { name }: EventDraft,
  path: string,
  shares: Float64Array,
  seen: Map<string, string>,
): Problem[] {
  if (shares.length === 0) return [];
  const facts = { event: name };
  if (shares.every((share) => share === shares[0]))
    return [{ code: shares[0] === 0 ? 'event_outside' : 'event_always', path, facts }];
  const key = shares.join(' ');
  const other = seen.get(key);
  if (other !== undefined) return [{ code: 'event_same_days', path, facts: { ...facts, other } }];
  seen.set(key, name);
  return [];
}

/** A sign needs a prior that can be kept to one side of 0. */
export function checkSigns(draft: SpecDraft): Problem[] {
  return (['controls', 'treatments'] as const).flatMap((list) =>
    (draft[list] ?? []).flatMap(({ column, prior, sign }, c): Problem[] => {
      if (!prior || !sign || improperPart(prior) || withSign(prior, sign)) return [];
      const facts = { family: prior.family, sign };
      return [{ code: 'prior_sign', path: `${list}[${c}].prior`, column, facts }];
    }),
  );
}
