// With a spec each column is what its owner says, and nothing is advised that the spec has already.
import { expect, test } from 'vitest';
import { bytesOf, csv, healthy } from '../../fixtures/weekly.ts';
import { prepareWithSpec } from '../prepare.ts';

const bytes = bytesOf(csv({ ...healthy, price: (row) => 9 + (row % 5), sessions: (row) => 100 + (row % 7) }));
const spec = {
  columns: { date: 'date', target: { column: 'revenue', kind: 'money' } },
  channels: [{ column: 'tv_spend', name: 'Television' }, { column: 'search_spend' }],
  controls: [{ column: 'temperature' }, { column: 'sessions', role: 'outcome' }],
  treatments: [{ column: 'price' }],
} as const;

test('roles are those of the spec, not guesses', async () => {
  const { guesses } = await prepareWithSpec(bytes, spec);
  expect(guesses.map(({ column, role, label }) => [column, role, ...(label ? [label] : [])])).toEqual([
    ['date', 'date'],
    ['revenue', 'target'],
    ['tv_spend', 'spend', 'Television'],
    ['search_spend', 'spend', 'Search'],
    ['radio_spend', 'ignore'],
    ['temperature', 'control'],
    ['holiday', 'ignore'],
    ['price', 'treatment'],
    ['sessions', 'outcome'],
  ]);
  expect(guesses[4]?.reason).toBe('The spec does not name it.');
});

test('a spec with events is not told to add a column of holidays', async () => {
  const advised = async (more: object) =>
    (await prepareWithSpec(bytes, { ...spec, ...more })).findings.some(
      ({ code }) => code === 'add_seasonality',
    );
  expect(await advised({})).toBe(true);
  expect(await advised({ baseline: { events: [{ name: 'Sale', dates: ['2022-11-25'] }] } })).toBe(false);
});

test('two channels of one name are refused, wherever the spec came from', async () => {
  const channels = [
    { column: 'tv_spend', name: 'Media' },
    { column: 'search_spend', name: 'Media ' },
  ];
  const { data, findings } = await prepareWithSpec(bytes, { ...spec, channels });
  expect(data).toBeUndefined();
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'name_used_twice', path: 'channels[1].name', facts: { columns: ['tv_spend', 'search_spend'] } },
  ]);
});

test('treatments of one name, or of a channel’s name, are refused as well', async () => {
  const named = async (treatments: { column: string; name?: string }[]) =>
    (await prepareWithSpec(bytes, { ...spec, treatments })).findings.flatMap(({ code, path, facts }) =>
      code === 'name_used_twice' ? [[path, facts?.columns]] : [],
    );
  const alike = [
    { column: 'temperature', name: 'Price' },
    { column: 'holiday', name: ' Price' },
  ];
  expect(await named(alike)).toEqual([['treatments[1].name', ['temperature', 'holiday']]]);
  expect(await named([{ column: 'temperature', name: 'Television' }])).toEqual([
    ['treatments[0].name', ['tv_spend', 'temperature']],
  ]);
  expect(await named([{ column: 'temperature' }])).toEqual([]);
});
