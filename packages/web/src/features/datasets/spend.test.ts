// Spend is what was paid: organic media and what is unknown are not summed into it.
import type { ColumnView } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { shareWords, spendOf } from './spend.ts';

const column = (name: string, role: ColumnView['role'], total: number | null): ColumnView => ({
  name,
  role,
  total,
  chosen: false,
  reason: '',
  confidence: 'high',
  label: null,
  spend: null,
  kind: 'number',
  firstValues: [],
  missing: 0,
  sparkline: null,
});
const draft = (channels: { column: string; name?: string; organic?: boolean }[]) => ({
  columns: { date: 'week', target: { column: 'revenue', kind: 'money' as const } },
  channels,
});
const columns = [
  column('tv', 'spend', 300),
  column('search', 'spend', 100),
  column('newsletter', 'organic', 5000),
];

test('shares are parts of what was paid, the most expensive channel first', () => {
  const spend = spendOf({
    columns,
    draft: draft([{ column: 'search' }, { column: 'tv', name: 'Television' }]),
  });
  expect(spend).toEqual({
    total: 400,
    channels: [
      { name: 'Television', column: 'tv', total: 300, share: 0.75 },
      { name: 'search', column: 'search', total: 100, share: 0.25 },
    ],
  });
});

test('views of organic media are not money', () => {
  const spend = spendOf({
    columns,
    draft: draft([{ column: 'tv' }, { column: 'newsletter', organic: true }]),
  });
  expect(spend.total).toBe(300);
  expect(spend.channels.map((channel) => channel.column)).toEqual(['tv']);
});

test('a channel whose cost is unknown leaves sum and shares unknown instead of wrong', () => {
  const spend = spendOf({ columns, draft: draft([{ column: 'tv' }, { column: 'elsewhere' }]) });
  expect(spend.total).toBeNull();
  expect(spend.channels.map(({ share }) => share)).toEqual([null, null]);
});

test('a small share is not written as none', () => {
  expect([0, 0.001, 0.005, 0.494, 1, null].map(shareWords)).toEqual([
    '0 %',
    '<1 %',
    '1 %',
    '49 %',
    '100 %',
    '–',
  ]);
});
