// Periods that are held out are not learned from: those before them must be enough.
import { sentence } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { bytesOf, csv, healthy } from '../../fixtures/weekly.ts';
import { prepareWithSpec } from '../prepare.ts';

const held = (rows: number, periods: number) =>
  prepareWithSpec(bytesOf(csv(healthy, { rows })), {
    columns: { date: 'date', target: { column: 'revenue', kind: 'money' } },
    channels: [{ column: 'tv_spend' }, { column: 'search_spend' }],
    holdout: { periods },
  });

test('a holdout that leaves too few weeks is refused, with how long it may be', async () => {
  const { data, findings } = await held(60, 13);
  expect(data).toBeUndefined();
  expect(findings[0]).toMatchObject({ code: 'holdout_leaves_few', path: 'holdout.periods' });
  expect(sentence(findings[0] as never)).toBe(
    'Spec: `holdout.periods` is 13, which leaves 47 weeks with a KPI to learn from; at least 52 are needed to tell media from season and trend. Hold out at most 8, or add older data.',
  );
  expect((await held(60, 8)).data).toBeDefined();
});

test('data that are too short without it are told as that', async () => {
  const { findings } = await held(51, 4);
  expect(findings.map(({ code }) => code)).toContain('min_rows');
  expect(findings.map(({ code }) => code)).not.toContain('holdout_leaves_few');
});

test('the advice on length counts what is learned from', async () => {
  const { findings } = await held(110, 13);
  const low = findings.find(({ code }) => code === 'low_rows');
  expect(low).toMatchObject({ facts: { rows: 97, heldOut: 13 } });
  expect(sentence(low as never)).toMatch(/^There are 97 weeks to learn from, besides 13 that are held out;/);
});
