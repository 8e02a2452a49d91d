// Public holidays by country: the days an event with a `country` stands for, from date-holidays.
import { nearest } from '@mixmodel/contract';
import type { SpecDraft } from '@mixmodel/engine';
import { dayOf, isoDate, partsOf } from '../cells/calendar.ts';
import { error, type Finding } from '../finding.ts';

type EventDraft = NonNullable<NonNullable<SpecDraft['baseline']>['events']>[number];

export interface WithHolidays {
  readonly draft: SpecDraft;
  readonly findings: readonly Finding[];
}

/** Years after the last one of the data whose holidays are listed too, for forecasts. */
const YEARS_AHEAD = 2;

/**
 * Fills in `dates` of every event that names a country and no days, over the years of the data and two more. `dates`
 * are whole days since 1970-01-01, in order. Days that are already there stay, so that a stored spec means what it did.
 */
export async function withHolidays(draft: SpecDraft, dates: readonly number[]): Promise<WithHolidays> {
  const events = draft.baseline?.events ?? [];
  if (!events.some(lacksDays) || dates.length === 0) return { draft, findings: [] };
  const findings: Finding[] = [];
  const filled = await Promise.all(
    events.map(async (event, e) => {
      if (!lacksDays(event)) return event;
      const found = await publicHolidays(event, yearsOf(dates));
      if (Array.isArray(found)) return { ...event, dates: found };
      findings.push(error(found.code, { path: `baseline.events[${e}].${found.key}` }, found.facts));
      return event;
    }),
  );
  return { draft: { ...draft, baseline: { ...draft.baseline, events: filled } }, findings };
}

function lacksDays({ country, dates, windows }: EventDraft): boolean {
  return country !== undefined && dates === undefined && windows === undefined;
}

function yearsOf(dates: readonly number[]): number[] {
  const [first, last] = [dates[0], dates.at(-1)].map((day) => partsOf(day ?? 0).year) as [number, number];
  return Array.from({ length: last + YEARS_AHEAD - first + 1 }, (_, i) => first + i);
}

interface Unknown {
  readonly code: 'unknown_country' | 'unknown_region';
  readonly key: 'country' | 'region';
  readonly facts: Record<string, string | readonly string[]>;
}

async function publicHolidays(
  { country = '', region }: EventDraft,
  years: readonly number[],
): Promise<string[] | Unknown> {
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays();
  const countries = calendar.getCountries('en') ?? {};
  const code = country.toUpperCase();
  if (!Object.hasOwn(countries, code))
    return { code: 'unknown_country', key: 'country', facts: like(country, countries) };
  const regions = calendar.getStates(code, 'en') ?? {};
  if (region !== undefined && !Object.hasOwn(regions, region.toUpperCase()))
    return { code: 'unknown_region', key: 'region', facts: { country: code, ...like(region, regions) } };
  if (region === undefined) calendar.init(code);
  else calendar.init(code, region.toUpperCase());
  const days = years.flatMap((year) => calendar.getHolidays(year).filter(({ type }) => type === 'public'));
  return [...new Set(days.flatMap(daysOf))].sort();
}

/** `date` is the first day where the holiday is kept, whatever the time zone here; some last several days. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number) as [number, number, number];
  const first = dayOf(year, month, day);
  if (first === undefined) throw new Error(`date-holidays gave ${date}`);
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: count }, (_, i) => isoDate(first + i));
}

/** Codes beside what was written; somebody may also have written the name. */
function like(
  got: string,
  names: Readonly<Record<string, string>>,
): Record<string, string | readonly string[]> {
  const written = nearest(got, Object.values(names));
  const code = Object.keys(names).find((each) => names[each] === written);
  return { got, ...(code ? { suggestion: code, meaning: names[code] ?? '' } : {}) };
}
