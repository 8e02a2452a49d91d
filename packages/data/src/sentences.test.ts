// The sentences of findings: true of every row they name, in the user's own words, each thing said once.
import { sentence } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { bytesOf, type Cells, csv, healthy, lines, noise, type TableShape } from '../fixtures/weekly.ts';
import type { Finding } from './finding.ts';
import { type PrepareOptions, prepare } from './prepare.ts';

const told = async (text: string, severity: Finding['severity'], options?: PrepareOptions) =>
  (await prepare(bytesOf(text), options)).findings
    .filter((f) => f.severity === severity)
    .map((one) => sentence(one));

const errorsOf = (cells: Cells, shape?: TableShape) => told(csv(cells, shape), 'error');

/** Cells of user rows (header = row 1) in one column of a healthy file. */
const spoilt = (header: string, cells: Readonly<Record<number, string | number>>): Cells => ({
  ...healthy,
  [header]: (row) => cells[row + 2] ?? healthy[header]?.(row) ?? '',
});

const withLines = (change: (line: string, row: number) => string | undefined) =>
  lines()
    .flatMap((line, i) => change(line, i + 1) ?? [])
    .join('\n');

const redated = (line: string, date: string) => line.replace(/^[^,]*/, date);

describe('one sentence for several rows is true of all of them', () => {
  test('different words in a number column', async () => {
    expect(await errorsOf(spoilt('tv_spend', { 11: 'hello', 12: 'world' }))).toEqual([
      'Rows 11 and 12, column `tv_spend`: "hello" and "world" are not numbers. Write a number, 0 where nothing ran.',
    ]);
  });

  test('only the words, also where they are most of the column', async () => {
    const words = Object.fromEntries(Array.from({ length: 59 }, (_, i) => [2 + i, 'soon']));
    const { temperature: _, radio_spend: __, ...few } = spoilt('tv_spend', words);
    const { findings } = await prepare(bytesOf(csv(few, { rows: 110 })));
    expect(findings.map((one) => sentence(one))).toEqual([
      'Rows 2, 3, 4, 5, 6 and 54 more, column `tv_spend`: "soon" is not a number. Write a number, 0 where nothing ran.',
    ]);
    const { tv_spend: ___, ...one } = few;
    expect((await prepare(bytesOf(csv(one, { rows: 110 })))).findings.map(({ code }) => code)).toEqual([
      'few_channels',
    ]);
  });

  test('many different words are cut short', async () => {
    const words = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [20 + i, `w${i}`]));
    expect(await errorsOf(spoilt('revenue', words))).toEqual([
      'Rows 20, 21, 22, 23, 24 and 2 more, column `revenue`: "w0", "w1", "w2", "w3" and 3 more are not numbers. Write a number, or leave the cell empty if it is not known.',
    ]);
  });

  test('copies of different dates', async () => {
    const text = withLines((line, row) => (row === 20 || row === 40 ? `${line}\n${line}` : line));
    expect(await told(text, 'error')).toEqual([
      'Rows 21 and 42, column `date`: 2022-05-09 and 2022-09-26 stand in a row before. Delete the copies, or add them up with --duplicates sum.',
    ]);
  });

  test('rows with different numbers of values', async () => {
    const text = withLines((line, row) =>
      row === 31 ? '2022-07-25,1,2,3' : row === 32 ? `${line},8,9` : line,
    );
    expect(await told(text, 'error')).toContain(
      'Rows 31 and 32: 4 or 9 values where the header has 7 names. Look for a comma that should stand in quotes, or a missing value.',
    );
  });

  test('different negative amounts', async () => {
    expect(await errorsOf(spoilt('tv_spend', { 5: -50, 9: -20 }))).toEqual([
      'Rows 5 and 9, column `tv_spend`: -50 and -20 are below 0, and media cannot be negative. Put refunds in the period they belong to, or write 0.',
    ]);
  });
});

describe('a week counted from days', () => {
  const week = (row: number) => Math.floor(row / 7);
  test('is told by its date, not as the cell of its first day', async () => {
    const high: Cells = {
      ...healthy,
      revenue: (row) => Number(healthy.revenue?.(row)) * (week(row) === 74 ? 3 : 1),
    };
    const options: PrepareOptions = { weeks: 1 };
    expect(await told(csv(high, { rows: 770, stepDays: 1 }), 'warning', options)).toEqual([
      'The week that begins in row 520 (2023-06-05), column `revenue`: the KPI is more than 3 standard deviations from its mean. Check the values; for a known event, add a control that is 1 in those periods.',
    ]);
  });
});

describe('a table of very few rows', () => {
  test.each([
    [1, 'There is 1 week with a KPI; at least 52'],
    [2, 'There are 2 weeks with a KPI; at least 52'],
  ])('is told that %i are too few, not that nothing changes', async (rows, start) => {
    const { findings } = await prepare(bytesOf(csv(healthy, { rows })));
    expect(findings.map(({ code }) => code)).toEqual(['min_rows', 'many_channels']);
    expect(sentence(findings[0] as Finding)).toContain(start);
  });
});

describe('cells without a value', () => {
  test('that hold a word for nothing are not called empty', async () => {
    expect(await errorsOf(spoilt('tv_spend', { 7: 'n/a' }))).toEqual([
      'Row 7, column `tv_spend`: the cell holds `n/a`, which means no value. Write 0 where nothing ran, else the amount.',
    ]);
  });

  test('are told apart where some are empty', async () => {
    expect(await errorsOf(spoilt('temperature', { 7: 'NaN', 8: '', 9: '-' }))).toEqual([
      'Rows 7, 8 and 9, column `temperature`: the cells are empty or hold `NaN` and `-`, which mean no value. Give a value for every period, or leave the column out of the spec.',
    ]);
  });

  test('in the KPI', async () => {
    expect(await told(csv(spoilt('revenue', { 30: 'NA' }), { rows: 110 }), 'warning')).toEqual([
      'Row 30, column `revenue`: the cell holds `NA`, which means no value. Without a KPI a period keeps its media and does not count in the fit.',
    ]);
  });

  test.each([
    ['here and there', (r: number) => r % 7 < 4],
    ['at the start', (r: number) => r < 60],
  ])('explain why there are too few weeks: %s', async (_, isEmpty) => {
    const half: Cells = { ...healthy, revenue: (r) => (isEmpty(r) ? '' : (healthy.revenue?.(r) ?? 0)) };
    expect((await errorsOf(half)).find((text) => text.startsWith('There are'))).toBe(
      'There are 44 weeks with a KPI (the KPI is empty in 60 others); at least 52 are needed to tell media from season and trend. Fill in the empty cells, or add older data.',
    );
  });
});

describe('dates', () => {
  test('gaps say which periods are missing and where the first belongs', async () => {
    const text = withLines((line, row) => (row === 31 || row === 32 || row === 50 ? undefined : line));
    expect(await told(text, 'error')).toEqual([
      'Column `date`: 3 periods are missing, the first before row 31 (2022-07-25, 2022-08-01 and 2022-12-05). Add a row for each, with 0 where nothing was spent.',
    ]);
  });

  test('a date that cannot be read is no gap', async () => {
    const text = withLines((line, row) => (row === 50 ? redated(line, '2022-02-31') : line));
    expect(await told(text, 'error')).toEqual([
      'Row 50, column `date`: "2022-02-31" is not a date. Write dates as 2024-12-31, or delete what is not a period.',
    ]);
  });

  test.each(['Total', 'Summe', 'Gesamt', 'Somma', 'Totaal', 'Grand total'])(
    'a row called %s at the foot is to be deleted',
    async (word) => {
      const text = `${lines().join('\n')}\n${word},1,2,3,4,5,6`;
      expect(await told(text, 'error')).toEqual([
        `Row 106, column \`date\`: "${word}" is a total or mean of the table, not a period. Delete row 106.`,
      ]);
    },
  );

  test.each(['error', 'sum'] as const)(
    'all rows on one date say only that (duplicates: %s)',
    async (duplicates) => {
      const text = withLines((line, row) => (row === 1 ? line : redated(line, '2024-01-01')));
      const { findings } = await prepare(bytesOf(text), { duplicates });
      expect(findings.map(({ code }) => code)).toEqual(['one_date']);
    },
  );

  test('single cells are checked all the same where the dates are of no use', async () => {
    const text = withLines((line, row) =>
      row === 1
        ? line
        : redated(row === 9 ? line.replace(/^([^,]*,[^,]*),\d+/, '$1,-4') : line, '2024-01-01'),
    );
    const { findings } = await prepare(bytesOf(text));
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ['one_date', undefined],
      ['negative_spend', 9],
    ]);
  });
});

describe('numbers no one means', () => {
  test('one value beyond any money', async () => {
    expect(await errorsOf(spoilt('revenue', { 23: '1e300' }))).toEqual([
      'Row 23, column `revenue`: 1e300 is larger than any amount of money (limit 1e15). Correct what is written there.',
    ]);
  });

  test('a whole column of them, and no other word about it', async () => {
    const huge: Cells = { ...healthy, tv_spend: (r) => `${1 + r}e290` };
    const { findings } = await prepare(bytesOf(csv(huge)));
    expect(findings.map(({ code, rows }) => [code, rows?.length])).toEqual([['number_out_of_range', 104]]);
    expect(findings.map((one) => sentence(one))).toEqual([
      'Rows 2, 3, 4, 5, 6 and 99 more, column `tv_spend`: 1e290, 2e290, 3e290, 4e290 and 100 more are larger than any amount of money (limit 1e15). Correct what is written there.',
    ]);
  });

  test.each(['revenue', 'tv_spend'])('a whole column next to nothing: %s', async (header) => {
    const tiny: Cells = { ...healthy, [header]: (r) => `${1 + r}e-300` };
    expect(await errorsOf(tiny)).toEqual([
      `Column \`${header}\`: its largest value is 1.04e-298, too small to be computed with. Check its unit and correct it.`,
    ]);
  });

  test('a channel with spend once in a while is small enough', async () => {
    expect(await errorsOf({ ...healthy, tv_spend: (r) => (r % 9 ? 0 : 0.001 + r) })).toEqual([]);
  });
});

describe('what is to be explained', () => {
  test('never changes', async () => {
    expect(await errorsOf({ ...healthy, revenue: () => 500 })).toEqual([
      'Column `revenue` is 500 in every period: a KPI that never changes cannot be explained. Check it, or choose another target with --target COLUMN.',
    ]);
  });

  test('could be one of two columns', async () => {
    const { revenue: _, ...rest } = healthy;
    const parts: Cells = {
      ...rest,
      'Umsatz Online': (r) => 900 + noise(r, 8),
      'Umsatz Filiale': (r) => 300 + noise(r, 9),
    };
    expect(await errorsOf(parts)).toEqual([
      '`Umsatz Online` and `Umsatz Filiale` can each be what is to be explained. Choose one with --target COLUMN; if they are parts of one total, add it as a column called `kpi`.',
    ]);
    const { data, findings } = await prepare(bytesOf(csv(parts)), { target: 'Umsatz Online' });
    expect(data).toBeDefined();
    expect(findings.map(({ code, column }) => [code, column])).toEqual([
      ['outcome_left_out', 'Umsatz Filiale'],
    ]);
  });
});

describe('series', () => {
  test.each([
    [0.01, '(correlation above 0.9999)'],
    [0.1, '(correlation 0.9999)'],
    [0.3, '(correlation 0.999)'],
    [3, '(correlation 0.9'],
  ])('that nearly move together are not called the same (%f)', async (size, words) => {
    const close: Cells = {
      ...healthy,
      radio_spend: (r) => Number(healthy.tv_spend?.(r)) * (1 + size * 0.1 * noise(r, 8)),
    };
    const [found] = (await told(csv(close), 'warning')).filter((text) => text.includes('move together'));
    expect(found).toContain(words);
  });

  test('twice the same are an error, and no correlation beside it', async () => {
    const { findings } = await prepare(bytesOf(csv({ ...healthy, radio_spend: healthy.tv_spend as never })));
    expect(findings.map(({ code }) => code)).toEqual(['duplicate_columns']);
  });

  test('more than the weeks can tell apart', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 33 }, (_, i) => [`tv${i}_spend`, (r: number) => noise(r, i)]),
    );
    const { revenue, holiday } = healthy as Required<Pick<Cells, 'revenue' | 'holiday'>>;
    const cells = { revenue, holiday, ...many } as Cells;
    expect(await told(csv(cells), 'warning')).toContain(
      'There are 33 channels and 1 other input for 104 weeks: more unknowns than weeks, so what is reported will mostly be what was assumed. Merge small channels.',
    );
    const { findings } = await prepare(bytesOf(csv(healthy)));
    expect(findings.map(({ code }) => code)).not.toContain('many_channels');
  });
});

describe('one sentence for several columns', () => {
  test('that measure what channels did', async () => {
    const seen: Cells = {
      ...healthy,
      tv_impressions: (r) => 1 + noise(r, 7),
      radio_impressions: (r) => 1 + noise(r, 8),
    };
    expect(await told(csv(seen), 'note')).toEqual([
      'Columns `tv_impressions` and `radio_impressions` (what people saw or clicked) measure what these channels did; `tv_spend` and `radio_spend` are what they cost.',
    ]);
  });

  test('whose thousands signs were read', async () => {
    const grouped: Cells = {
      ...healthy,
      revenue: (r) => `"${(50_000 + 7 * r).toLocaleString('en-US')}"`,
      tv_spend: (r) => `"${(1000 + Math.round(900 * noise(r, 2))).toLocaleString('en-US')}"`,
    };
    const notes = await told(csv(grouped), 'note');
    expect(notes).toEqual([
      expect.stringMatching(
        /^Columns `revenue` and `tv_spend`: signs as in 50,000 were read as thousands signs \(50000\)\.$/,
      ),
    ]);
  });

  test('nobody can name', async () => {
    const odd: Cells = { ...healthy, x7: (r) => noise(r, 7), x8: (r) => noise(r, 8) };
    expect(await told(csv(odd), 'warning')).toEqual([
      'Columns `x7` and `x8`: nothing tells what these are, so they are controls and get no credit as media. If one is a channel, move it to `channels` in the spec (--spec).',
    ]);
  });
});
