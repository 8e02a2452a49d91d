// A view is read once for each file and mapping.
import { expect, test } from 'vitest';
import { csv } from '../../../fixtures/weekly.ts';
import { readView, type Viewed } from './read-view.ts';

/** How often the file was fetched to be read. */
let fetched = 0;
const viewed = (sha256: string, mapping: Viewed['mapping']): Viewed => ({
  sha256,
  mapping,
  fileName: 'sales.csv',
  workspaceId: 'w',
  load: async () => {
    fetched++;
    return new TextEncoder().encode(csv());
  },
});

test('the same file under the same mapping is read once, in whatever order the mapping is written', async () => {
  const first = await readView(viewed('one', { currency: 'SEK', kpi: 'units' }));
  expect(first.draft?.columns.target).toEqual({ column: 'revenue', kind: 'units', currency: 'SEK' });
  expect(await readView(viewed('one', { kpi: 'units', currency: 'SEK' }))).toEqual(first);
  expect(fetched).toBe(1);
});

test('another mapping or another file is read anew', async () => {
  fetched = 0;
  const other = await readView(viewed('one', { currency: 'EUR', kpi: 'units' }));
  expect(other.draft?.columns.target.currency).toBe('EUR');
  await readView(viewed('two', { currency: 'EUR', kpi: 'units' }));
  expect(fetched).toBe(2);
});

test('only the last few are kept', async () => {
  await readView(viewed('old', {}));
  for (let i = 0; i < 16; i++) await readView(viewed(`newer ${i}`, {}));
  fetched = 0;
  await readView(viewed('newer 15', {}));
  expect(fetched).toBe(0);
  await readView(viewed('old', {}));
  expect(fetched).toBe(1);
});
