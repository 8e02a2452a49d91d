// A view is read once for each file and mapping.
import { expect, test } from 'vitest';
import { csv } from '../../../fixtures/weekly.ts';
import type { Objects } from '../../ports/objects.ts';
import { readView, type Viewed } from './read-view.ts';

/** How often the file was fetched to be read. */
let fetched = 0;
const objects: Pick<Objects, 'get'> = {
  async get() {
    fetched++;
    return new TextEncoder().encode(csv());
  },
};
const view = (sha256: string, mapping: Viewed['mapping']) =>
  readView(objects, {
    files: [{ sha256, fileName: 'sales.csv', bytes: csv().length, objectKey: 'a' }],
    mapping,
    workspaceId: 'w',
  });

test('the same file under the same mapping is read once, in whatever order the mapping is written', async () => {
  const first = await view('one', { currency: 'SEK', kpi: 'units' });
  expect(first.draft?.columns.target).toEqual({ column: 'revenue', kind: 'units', currency: 'SEK' });
  expect(await view('one', { kpi: 'units', currency: 'SEK' })).toEqual(first);
  expect(fetched).toBe(1);
});

test('another mapping or another file is read anew', async () => {
  fetched = 0;
  const other = await view('one', { currency: 'EUR', kpi: 'units' });
  expect(other.draft?.columns.target.currency).toBe('EUR');
  await view('two', { currency: 'EUR', kpi: 'units' });
  expect(fetched).toBe(2);
});

test('only the last few are kept', async () => {
  await view('old', {});
  for (let i = 0; i < 16; i++) await view(`newer ${i}`, {});
  fetched = 0;
  await view('newer 15', {});
  expect(fetched).toBe(0);
  await view('old', {});
  expect(fetched).toBe(1);
});
