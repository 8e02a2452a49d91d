// What a page shows of a file: columns with their values, findings with what settles them.
import { datasetViewSchema } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { csv, line, noise, spoiled } from '../../fixtures/weekly.ts';
import { answer } from './answer.ts';
import { sparklineOf } from './describe-columns.ts';

const view = (text: string, mapping = {}, fileName = 'sales.csv') =>
  answer({
    kind: 'view',
    asked: { files: [{ bytes: new TextEncoder().encode(text), fileName }], mapping },
  }) as Promise<Awaited<ReturnType<typeof answer<'view'>>>>;

const fileShape = datasetViewSchema.omit({ dataset: true, mapping: true });

describe('a column', () => {
  test('is shown with its role, the reason, first values as written, sum and line', async () => {
    const { columns } = await view(csv());
    const revenue = Array.from({ length: 104 }, (_, row) => Number(line(row)[1]));
    expect(columns[1]).toEqual({
      name: 'revenue',
      role: 'target',
      chosen: false,
      reason: '"revenue" in the name says what is to be explained.',
      confidence: 'high',
      label: null,
      spend: null,
      kind: 'number',
      firstValues: revenue.slice(0, 5).map(String),
      missing: 0,
      total: revenue.reduce((a, b) => a + b, 0),
      sparkline: revenue.map((value) => Number(value.toPrecision(4))),
    });
    expect(columns[0]).toMatchObject({ role: 'date', kind: 'date', total: null, sparkline: null });
    expect(columns[2]).toMatchObject({ role: 'spend', label: 'TV' });
  });

  test('counts cells that are empty or say n/a, not those that hold a word', async () => {
    const spoil = csv((cells, row) =>
      row === 3
        ? cells.with(5, '')
        : row === 5
          ? cells.with(5, 'n/a')
          : row === 7
            ? cells.with(5, 'warm')
            : cells,
    );
    const { columns, findings } = await view(spoil);
    expect(columns[5]).toMatchObject({ name: 'temperature', kind: 'number', missing: 2 });
    expect(findings.map(({ code }) => code)).toEqual(['control_not_numeric', 'missing_control']);
  });

  test('written backwards in time makes the same line', async () => {
    const [head, ...body] = csv().trim().split('\n');
    const backwards = await view([head, ...body.reverse()].join('\n'));
    expect(backwards.columns[1]?.sparkline).toEqual((await view(csv())).columns[1]?.sparkline);
  });

  test('of a turned table shows numbers, as its cells stand in several rows', async () => {
    const rows = Array.from({ length: 60 }, (_, row) =>
      ['tv', 'radio'].map((channel, i) => [line(row)[0], channel, line(row)[2 + i], line(row)[1]].join(',')),
    );
    const { columns, table } = await view(['week,channel,spend,revenue', ...rows.flat()].join('\n'));
    expect(table?.rows).toBe(60);
    expect(columns.map(({ name, role }) => [name, role])).toEqual([
      ['week', 'date'],
      ['tv_spend', 'spend'],
      ['radio_spend', 'spend'],
      ['revenue', 'target'],
    ]);
    expect(columns[0]?.firstValues[1]).toBe('2022-01-10');
    expect(columns[1]?.firstValues[1]).toBe(String(line(1)[2]));
  });
});

describe('a line of at most 120 points', () => {
  test('means neighbouring values where there are more', () => {
    const values = Float64Array.from({ length: 240 }, (_, i) => i);
    expect(sparklineOf(values).slice(0, 3)).toEqual([0.5, 2.5, 4.5]);
    expect(sparklineOf(values)).toHaveLength(120);
    const uneven = sparklineOf(Float64Array.from({ length: 125 }, () => 7));
    expect(uneven).toEqual(Array.from({ length: 120 }, () => 7));
  });

  test('has a hole where nothing is known', () => {
    expect(sparklineOf(Float64Array.of(1, Number.NaN, 3))).toEqual([1, null, 3]);
    expect(sparklineOf(new Float64Array(0))).toEqual([]);
  });
});

describe('a finding', () => {
  test('has a title, a sentence for the screen, its rows and what settles it', async () => {
    const { findings, grid } = await view(spoiled('temperature', '', 39));
    expect(findings[0]).toEqual({
      code: 'missing_control',
      severity: 'error',
      title: '1 value is missing in `temperature`',
      sentence:
        'Row 41, column `temperature`: the cell is empty. Give a value for every period, or ignore the column.',
      columns: ['temperature'],
      rows: [41],
      fixes: [{ label: 'Ignore temperature', change: { roles: { temperature: 'ignore' } } }],
    });
    expect(grid).toBeNull();
  });

  /** Neither the delimiter nor another column tells the decimal sign. */
  const doubtful = csv((cells, row) =>
    cells.with(2, `1§${Math.round(100 + 800 * noise(row, 9))}`).with(5, 10 + (row % 7)),
  )
    .replaceAll(',', ';')
    .replaceAll('§', ',');
  test.each([
    ['control_not_numeric', spoiled('temperature', 'warm', 3)],
    ['duplicate_dates', csv((cells, row) => (row === 60 ? cells.with(0, String(line(59)[0])) : cells))],
    ['two_targets', csv().replace('revenue', 'sales').replace('temperature', 'revenue')],
    ['no_target', csv().replace('revenue', 'x1')],
    ['unsure_role', csv().replace('temperature', 'x7')],
    ['ambiguous_number', doubtful],
    ['zero_variance', spoiled('temperature', 5)],
    ['collinear_media', csv((cells) => cells.with(3, 2 * Number(cells[2])))],
    [
      'ambiguous_dates',
      csv((cells, row) => cells.with(0, `0${1 + (row % 9)}/0${1 + (row % 8)}/20${10 + row}`), 12),
    ],
  ])('is settled by each of its fixes: %s', async (code, text) => {
    const found = (await view(text)).findings.find((finding) => finding.code === code);
    expect(found?.fixes.length).toBeGreaterThan(0);
    for (const { change } of found?.fixes ?? []) {
      const after = await view(text, change);
      expect(after.findings.map((finding) => finding.code)).not.toContain(code);
    }
  });

  test('names the columns it is about, not those there are', async () => {
    const { findings } = await view(csv().replace('revenue', 'x1'));
    expect(findings.find(({ code }) => code === 'no_target')?.columns).toEqual([]);
    const copies = csv((cells) => cells.with(3, cells[2] ?? ''));
    const same = (await view(copies)).findings.find(({ code }) => code === 'duplicate_columns');
    expect(same?.columns).toEqual(['search_spend', 'tv_spend']);
  });
});

describe('the whole view', () => {
  test.each([
    ['a healthy file', csv()],
    ['a broken one', spoiled('revenue', 'soon')],
    ['no table at all', 'only one column\n1\n'],
    ['nothing', ''],
  ])('of %s has the shape of the contract', async (_, text) => {
    const { refusal, ...shown } = await view(text);
    expect(fileShape.parse(JSON.parse(JSON.stringify(shown)))).toEqual(JSON.parse(JSON.stringify(shown)));
    expect(refusal.length > 0).toBe(shown.table === null);
  });

  test('follows the mapping: roles, currency, kind of KPI, weeks', async () => {
    const mapping = { roles: { holiday: 'ignore' as const }, currency: 'EUR', kpi: 'money' as const };
    const { columns, draft } = await view(csv(), mapping);
    expect(columns.at(-1)).toMatchObject({ role: 'ignore', chosen: true, reason: 'You said so.' });
    expect(draft?.columns.target).toEqual({ column: 'revenue', kind: 'money', currency: 'EUR' });
    expect(draft?.controls?.map(({ column }) => column)).toEqual(['temperature']);
  });
});
