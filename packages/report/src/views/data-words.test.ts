// What an uploaded file holds, in words.
import type { ColumnView, DatasetView } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { dataWords } from './data-words.ts';

const column = (
  name: string,
  role: ColumnView['role'],
  total: number | null,
  more: Partial<ColumnView> = {},
): ColumnView => ({
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
  ...more,
});

const view: DatasetView = {
  dataset: {
    id: '018f0000-0000-7000-8000-000000000000',
    firstId: '018f0000-0000-7000-8000-000000000000',
    version: 1,
    newest: true,
    name: 'Sales',
    fileName: 'sales.csv',
    bytes: 1,
    sha256: '',
    files: [{ fileName: 'sales.csv', bytes: 1, sha256: '' }],
    sample: false,
    createdAt: '2026-11-03T09:42:00Z',
    createdBy: 'Ana',
    deletedAt: null,
  },
  mapping: { currency: 'EUR', kpi: 'money' },
  table: null,
  columns: [
    column('week', 'date', null),
    column('revenue', 'target', 71_300_000, { missing: 2 }),
    column('radio_spend', 'spend', 9_000, { label: 'Radio' }),
    column('tv_spend', 'spend', 3_000_000, { label: 'TV' }),
    column('notes', 'ignore', null),
  ],
  findings: [],
  grid: { period: 'week', periods: 104, from: '2024-01-01', to: '2025-12-28' },
  draft: null,
};

test('periods, KPI and spend by channel, the largest first', () => {
  expect(dataWords(view)).toEqual({
    title: '104 weeks, 2 channels with spend',
    facts: [
      { term: 'Period', text: '104 weeks, 1 Jan 2024 to 28 Dec 2025' },
      { term: 'Revenue', text: '€71.3 M, €686 k in an average week; 2 values missing' },
      { term: 'Spend', text: '€3.01 M in 2 channels' },
    ],
    spend: [
      {
        column: 'tv_spend',
        label: 'TV',
        amount: '€3.00 M',
        share: 3_000_000 / 3_009_000,
        shareText: '>99 %',
      },
      {
        column: 'radio_spend',
        label: 'Radio',
        amount: '€9,000',
        share: 9_000 / 3_009_000,
        shareText: '<1 %',
      },
    ],
    sentences: [],
  });
});

test('pairs that move together are told, other findings not', () => {
  const finding = (code: string, sentence: string) =>
    ({ code, sentence, severity: 'warning', title: '', columns: [], rows: [], fixes: [] }) as const;
  const told = dataWords({
    ...view,
    findings: [finding('high_correlation', 'They move together.'), finding('outliers', 'Rows 3 and 4.')].map(
      (one) => ({ ...one, columns: [], rows: [], fixes: [] }),
    ),
  });
  expect(told.sentences).toEqual(['They move together.']);
});

test('a file that cannot be fitted yet says how much is to be corrected', () => {
  const error = {
    code: 'no_target',
    severity: 'error',
    title: '',
    sentence: '',
    columns: [],
    rows: [],
    fixes: [],
  } as const;
  const errors = { ...error, columns: [], rows: [], fixes: [] };
  const broken = { ...view, columns: [], grid: null };
  expect(dataWords({ ...broken, findings: [errors] })).toEqual({
    title: 'One thing has to be corrected first',
    facts: [],
    spend: [],
    sentences: [],
  });
  expect(dataWords({ ...broken, findings: [errors, errors] }).title).toBe(
    '2 things have to be corrected first',
  );
  expect(dataWords(broken).title).toBe('The periods are not known yet');
});
