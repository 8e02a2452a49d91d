// The template is a file that we would take ourselves: no error, no doubt about a column, every column explained.
import { sample } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { prepare } from './prepare.ts';
import { readTable } from './read/table.ts';
import { templateFile, templateNotes } from './template.ts';

const { data, draft } = sample();

test.each(['csv', 'xlsx'] as const)('the %s template passes every check as it stands', async (kind) => {
  const read = await prepare(await templateFile(kind, data, draft.columns.date));
  // Two unusual weeks are in the simulated revenue: real ones have them too.
  expect(read.findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code)).toEqual([
    'outliers',
  ]);
  expect([read.data?.dates, read.data?.period]).toEqual([data.dates, 'week']);
  expect(Object.fromEntries(read.data?.columns ?? [])).toEqual(Object.fromEntries(data.columns));
  expect(read.draft?.channels).toEqual(draft.channels);
});

test('the workbook says of each column what it is', async () => {
  const bytes = await templateFile('xlsx', data, draft.columns.date);
  const { columns } = await readTable(bytes, { sheet: 'Columns' });
  const [names] = columns.map(({ texts }) => texts);
  expect(names).toEqual(Object.keys(templateNotes));
  expect(new Set(names)).toEqual(new Set([draft.columns.date, ...data.columns.keys()]));
});
