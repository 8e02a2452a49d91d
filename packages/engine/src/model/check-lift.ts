// Whether lift tests can have been: known channels with spend, periods in the data, numbers that make a measurement.
import type { Problem } from '../problem.ts';
import { checkReach } from './check-reach.ts';
import { checkWindow } from './check-window.ts';
import { columnOf, type ModelData } from './data.ts';
import { spentInside, staysPositive } from './lift-input.ts';
import type { ChannelDraft, LiftTestDraft, SpecDraft } from './spec.ts';
import { rowsInside } from './windows.ts';

/** A KPI that grew 150 times: what is meant are units. */
const LARGEST_RATIO = 5;

/** A test as it is called in sentences: by its name, or by its place. */
export function liftTestName({ name }: LiftTestDraft, index: number): string {
  return name ?? `test ${index + 1}`;
}

/** Whatever they are called: one experiment may count once. */
function isSame(one: LiftTestDraft, other: LiftTestDraft): boolean {
  const bare = ({ name: _, ...test }: LiftTestDraft) => JSON.stringify(Object.entries(test).sort());
  return bare(one) === bare(other);
}

type Place = { readonly path: string; readonly facts: { readonly where: string } };

function placeOf(test: LiftTestDraft, i: number): Place {
  return { path: `liftTests[${i}]`, facts: { where: `Lift test \`${liftTestName(test, i)}\`` } };
}

/** What is wrong with tests whatever the columns hold: their channels, numbers and days. */
export function checkLiftTests(draft: SpecDraft, data: ModelData): Problem[] {
  const tests = draft.liftTests ?? [];
  const wanted = draft.likelihood?.link === 'log' ? 'log_ratio' : 'kpi';
  const names = tests.map(liftTestName);
  return tests.flatMap((test, i): Problem[] => {
    const place = placeOf(test, i);
    if (names.indexOf(names[i]) < i) return [{ ...place, code: 'lift_test_twice' }];
    const same = tests.findIndex((other) => isSame(other, test));
    if (same < i)
      return [{ ...place, code: 'lift_same_test', facts: { ...place.facts, other: names[same] } }];
    const { unit = 'kpi' } = test;
    if (unit !== wanted)
      return [
        {
          code: 'lift_unit',
          path: `${place.path}.unit`,
          facts: { ...place.facts, got: String(unit), wanted },
        },
      ];
    return [
      ...checkNumbers(test, place),
      ...checkTested(test, place, draft),
      ...checkWindow(test.treated, { ...place, path: `${place.path}.treated` }, data),
      ...(test.measured
        ? checkWindow(test.measured, { ...place, path: `${place.path}.measured` }, data)
        : []),
    ];
  });
}

/** What is wrong with the changes of sound tests, seen in the columns of a sound spec. */
export function checkLiftChanges(draft: SpecDraft, data: ModelData): Problem[] {
  return (draft.liftTests ?? []).flatMap((test, i) => {
    const place = placeOf(test, i);
    const change = checkChange(test, place, draft, data);
    return change.length > 0 ? change : checkReach(test, place, draft, data);
  });
}

function checkNumbers({ lift, sd, marketShare = 1, unit }: LiftTestDraft, { path, facts }: Place): Problem[] {
  const wrong = (key: string, got: number, wanted: string): Problem => ({
    code: 'lift_number',
    path: `${path}.${key}`,
    facts: { ...facts, key, got, wanted },
  });
  return [
    ...(Number.isFinite(lift) ? [] : [wrong('lift', lift, 'a number of KPI units')]),
    ...(unit === 'log_ratio' && Math.abs(lift) > LARGEST_RATIO
      ? [wrong('lift', lift, 'log(1 + relative lift), such as 0.077 for 8 %')]
      : []),
    ...(Number.isFinite(sd) && sd > 0 ? [] : [wrong('sd', sd, 'a number of KPI units above 0')]),
    ...(marketShare > 0 && marketShare <= 1
      ? []
      : [wrong('marketShare', marketShare, 'above 0 and at most 1, the whole market')]),
  ];
}

/** Every tested channel is there, has spend, and has its change stated, which is one; nothing else has. */
function checkTested(test: LiftTestDraft, { path, facts }: Place, draft: SpecDraft): Problem[] {
  if (test.channels.length === 0) return [{ code: 'lift_no_channel', path: `${path}.channels`, facts }];
  const paid = draft.channels.filter(({ organic }) => !organic).map(({ column }) => column);
  const problems = test.channels.flatMap((column, i): Problem[] => {
    const at = `${path}.channels[${i}]`;
    const of = { ...facts, got: column };
    if (test.channels.indexOf(column) < i) return [{ code: 'lift_channel_twice', path: at, facts: of }];
    if (paid.includes(column)) return [];
    const organic = draft.channels.some((channel) => channel.column === column);
    if (organic) return [{ code: 'lift_organic', path: at, facts: of }];
    return [{ code: 'lift_unknown_channel', path: at, facts: { ...of, choices: paid } }];
  });
  if (problems.length > 0) return problems;
  const stated = Object.keys(test.spendChange);
  const missing = test.channels.filter((column) => !stated.includes(column));
  const extra = stated.filter((column) => !test.channels.includes(column));
  if (missing.length + extra.length > 0)
    return [{ code: 'lift_spend_change', path: `${path}.spendChange`, facts: { ...facts, missing, extra } }];
  return test.channels.flatMap((channel): Problem[] => {
    const got = test.spendChange[channel];
    if (Number.isFinite(got) && got !== 0) return [];
    const at = `${path}.spendChange.${channel}`;
    return [{ code: 'lift_no_change', path: at, facts: { ...facts, channel, got } }];
  });
}

/** The change leaves no negative spend, moves an exposure that was there, and comes before what was measured. */
function checkChange(
  { treated, measured = treated, spendChange, channels, marketShare = 1 }: LiftTestDraft,
  { path, facts }: Place,
  draft: SpecDraft,
  data: ModelData,
): Problem[] {
  const rows = rowsInside(treated, data);
  if (rowsInside(measured, data).lastIndexOf(1) < rows.indexOf(1))
    return [{ code: 'lift_measured_before', path: `${path}.measured`, facts: { ...facts, ...measured } }];
  return channels.flatMap((column): Problem[] => {
    const change = spendChange[column];
    const at = `${path}.spendChange.${column}`;
    const channel = draft.channels.find((one) => one.column === column) as ChannelDraft;
    const spent = spentInside(channel, data, rows);
    if (!staysPositive(change, marketShare, spent))
      return [
        {
          code: 'lift_negative_spend',
          path: at,
          facts: { ...facts, channel: column, got: change, least: -marketShare * spent, ...treated },
        },
      ];
    const exposed = columnOf(data, channel.exposure ?? column).some((x, t) => rows[t] * x > 0);
    return spent > 0 && !exposed
      ? [{ code: 'lift_no_exposure', path: at, facts: { ...facts, channel: column, ...treated } }]
      : [];
  });
}
