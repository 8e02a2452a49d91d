// What changed between two versions of a table: rows by date, columns by name, cells counted and shown.
import { describe, expect, test } from 'vitest';
import { bytesOf, type Cells, csv, healthy, lines } from '../fixtures/weekly.ts';
import { compareTables } from './compare.ts';
import { prepare } from './prepare.ts';

const read = async (text: string) => {
  const { table, guesses } = await prepare(bytesOf(text));
  if (!table) throw new Error('no table');
  return { table, guesses };
};
const compared = async (before: string, after: string) =>
  compareTables(await read(before), await read(after));
const nothing = { count: 0, first: [] };

describe('two versions', () => {
  test('that hold the same differ in nothing, however they are written', async () => {
    const semicolons = csv().replaceAll(',', ';');
    expect(await compared(csv(), semicolons)).toEqual({
      rows: { added: nothing, removed: nothing, changed: nothing, same: 104 },
      columns: { added: [], removed: [], renamed: [] },
      cells: { changed: 0, first: [] },
    });
  });

  test('are told by their dates: weeks that came, went and changed', async () => {
    const next = lines(healthy, { rows: 108 }).toSpliced(1, 2);
    const revised = next.map((line, i) => (i === 3 ? line.replace(/,\d+,/, ',1,') : line));
    const found = await compared(csv(), revised.join('\n'));
    expect(found?.rows).toEqual({
      added: { count: 4, first: ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22'] },
      removed: { count: 2, first: ['2022-01-03', '2022-01-10'] },
      changed: { count: 1, first: ['2022-01-31'] },
      same: 101,
    });
    expect(found?.cells).toEqual({
      changed: 1,
      first: [{ date: '2022-01-31', column: 'revenue', before: String(healthy.revenue?.(4)), after: '1' }],
    });
  });

  test('count every changed cell and show the first fifty', async () => {
    const doubled = { ...healthy, tv_spend: (row: number) => 2 * Number(healthy.tv_spend?.(row)) };
    const cells = (await compared(csv(), csv(doubled)))?.cells;
    expect([cells?.changed, cells?.first.length, cells?.first[0]?.date]).toEqual([104, 50, '2022-01-03']);
  });

  test('tell an emptied cell and a word in place of a number', async () => {
    const rows = lines();
    const spoil = (cell: string) => [
      ...rows.slice(0, 5),
      rows[5]?.replace(/,\d+,/, `,${cell},`),
      ...rows.slice(6),
    ];
    for (const cell of ['', 'n/a', 'soon'])
      expect((await compared(csv(), spoil(cell).join('\n')))?.cells.first).toEqual([
        { date: '2022-01-31', column: 'revenue', before: String(healthy.revenue?.(4)), after: cell },
      ]);
  });
});

describe('columns', () => {
  const { radio_spend: radio, ...rest } = healthy as Cells;

  test('that came and went are named', async () => {
    const found = await compared(csv(), csv({ ...rest, podcast_spend: (row) => row + 1 }));
    expect(found?.columns).toEqual({ added: ['podcast_spend'], removed: ['radio_spend'], renamed: [] });
  });

  test('of another name and the same content are taken for renamed, also where a week was added', async () => {
    const after = csv({ ...rest, audio_spend: radio as Cells[string] }, { rows: 105 });
    const found = await compared(csv(), after);
    expect(found?.columns).toEqual({
      added: [],
      removed: [],
      renamed: [{ from: 'radio_spend', to: 'audio_spend' }],
    });
    expect(found?.cells.changed).toBe(0);
  });

  test('are no guess where two could be meant, or where the content says nothing', async () => {
    const twins = { ...rest, a: radio as Cells[string], b: radio as Cells[string] };
    expect((await compared(csv(), csv(twins)))?.columns.renamed).toEqual([]);
    const flat = await compared(csv({ ...rest, x: () => 0 }), csv({ ...rest, y: () => 0 }));
    expect(flat?.columns).toEqual({ added: ['y'], removed: ['x'], renamed: [] });
  });
});

test('rows of one date are told apart by their order', async () => {
  const twice = [...lines(), ...lines().slice(1)].join('\n');
  expect((await compared(twice, twice))?.rows.same).toBe(208);
  expect((await compared(csv(), twice))?.rows.added.count).toBe(104);
});

test('tables without dates cannot be compared', async () => {
  expect(await compared(csv(), 'revenue,tv_spend\n5,6\n7,8\n')).toBeUndefined();
});
