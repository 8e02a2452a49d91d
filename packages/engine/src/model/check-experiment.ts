// Whether an experiment can be a size prior: numbers that make a measurement, a positive return, nothing said twice.
import { dayOf } from '../baseline/calendar.ts';
import type { Problem } from '../problem.ts';
import { liftTestName } from './check-lift.ts';
import type { ModelData } from './data.ts';
import { daysOf } from './experiment-prior.ts';
import type { ChannelDraft, Experiment, ExperimentDraft, SpecDraft } from './spec.ts';

/** `at` is the channel's path. */
export function checkExperiment(
  { size, column, organic }: ChannelDraft,
  at: string,
  draft: SpecDraft,
  data: ModelData,
): Problem[] {
  const found = size?.experiment;
  if (!found || organic) return [];
  const path = `${at}.size.experiment`;
  if (size.kind !== 'roi') return [{ code: 'experiment_kind', path, column, facts: { got: size.kind } }];
  const wrong = checkNumbers(found, path, column);
  if (wrong.length > 0) return wrong;
  const test = sameTest(found, column, draft, data);
  return test === undefined ? [] : [{ code: 'experiment_twice', path, column, facts: { test } }];
}

/** Ten years: what was found before says nothing of today. */
const MOST_WEEKS = 520;

const anyNumber = (x: number) => Number.isFinite(x);
const positive = (x: number) => x > 0 && x < Number.POSITIVE_INFINITY;
const notNegative = (x: number) => x === 0 || positive(x);

const wanted: Readonly<Record<keyof Experiment, readonly [(x: number) => boolean, string]>> = {
  mean: [positive, 'a return above 0: give one that is not as a lift test'],
  sd: [positive, 'a standard error above 0'],
  weeks: [(x) => positive(x) && x <= MOST_WEEKS, 'a number of weeks above 0, at most ten years (520)'],
  weeksAgo: [(x) => notNegative(x) && x <= MOST_WEEKS, 'a number of weeks from 0 to 520: ten years'],
  spend: [positive, 'an amount above 0'],
  gamma: [(x) => anyNumber(x) && x > -1, 'a number above −1'],
  tau: [(x) => anyNumber(x) && x > -1, 'a number above −1'],
};

function checkNumbers(found: ExperimentDraft, path: string, column: string): Problem[] {
  return (Object.keys(wanted) as (keyof Experiment)[]).flatMap((key): Problem[] => {
    const got = found[key];
    const [holds, words] = wanted[key];
    if (got === undefined || holds(got)) return [];
    return [
      { code: 'experiment_number', path: `${path}.${key}`, column, facts: { key, got, wanted: words } },
    ];
  });
}

/** A lift test of the channel that ran in the same weeks: one experiment may count once. */
function sameTest(
  found: ExperimentDraft,
  column: string,
  { liftTests = [] }: SpecDraft,
  data: ModelData,
): string | undefined {
  const { first, last } = daysOf(found, data);
  const same = liftTests.findIndex(({ channels, treated }) => {
    const [from, to] = [dayOf(treated.first), dayOf(treated.last)];
    return channels.includes(column) && from !== undefined && to !== undefined && from <= last && to >= first;
  });
  return same < 0 ? undefined : liftTestName(liftTests[same], same);
}
