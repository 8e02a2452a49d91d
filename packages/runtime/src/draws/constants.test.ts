// The data beside the draws: what the model was given, under names and dates.
import { expandSpec, sample } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { constantsOf, memoryStore } from '../index.ts';
import { readConstants, writeConstants } from './constants.ts';

const { data, draft } = sample(1, 60);
const { spec } = expandSpec(draft, data);
const channels = spec.channels.map(({ column }) => column);

test('target, media, spend and controls are kept by date, in the units they came in', () => {
  const constants = constantsOf(data, spec);
  expect(constants.map(({ name, dims }) => [name, dims])).toEqual([
    ['target', ['date']],
    ['channel_data', ['date', 'channel']],
    ['channel_spend', ['date', 'channel']],
    ['control_data', ['date', 'control']],
  ]);
  const media = constants[1];
  expect(media?.coords).toEqual({ date: { days: data.dates }, channel: { labels: channels } });
  const tenthWeek = media?.values.slice(10 * channels.length, 11 * channels.length);
  expect(Array.from(tenthWeek ?? [])).toEqual(channels.map((column) => data.columns.get(column)?.[10]));
});

test('what one unit of a counted KPI brings stands beside the target, so that draws can be turned into money', () => {
  const target = { column: spec.columns.target.column, kind: 'units', revenuePerKpi: 'temperature' } as const;
  const counted = { ...spec, columns: { ...spec.columns, target } };
  const [, worth] = constantsOf(data, counted);
  expect(worth).toMatchObject({
    name: 'revenue_per_kpi',
    dims: ['date'],
    coords: { date: { days: data.dates } },
  });
  expect(worth?.values).toEqual(data.columns.get('temperature'));
});

test('a channel that works through exposure keeps its exposure as media and its spend as spend', () => {
  const [first, ...others] = spec.channels;
  if (!first) throw new Error('the sample has channels');
  const exposed = { ...spec, channels: [{ ...first, exposure: 'temperature' }, ...others] };
  const [, media, spend] = constantsOf(data, exposed);
  expect(media?.values[0]).toBe(data.columns.get('temperature')?.[0]);
  expect(spend?.values[0]).toBe(data.columns.get(first.column)?.[0]);
});

test('they come back as they were', async () => {
  const store = memoryStore();
  const constants = constantsOf(data, spec);
  await writeConstants(store, constants);
  const names = constants.map(({ name }) => name);
  expect(await readConstants(store, names)).toEqual(constants);
});

test('an array whose size or axes contradict the others is refused', async () => {
  const write = (axis: string[], length: number) =>
    writeConstants(memoryStore(), [
      ...constantsOf(data, spec),
      {
        name: 'extra',
        dims: ['channel'],
        values: new Float64Array(length),
        coords: { channel: { labels: axis } },
      },
    ]);
  await expect(write(channels, 3)).rejects.toThrow('Array extra needs 5 values (5), it has 3');
  await expect(write(['tv'], 1)).rejects.toThrow('Array extra has other values on axis channel');
});
