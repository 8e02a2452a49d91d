// Whatever the bytes, an answer comes back: findings, never a crash.
import XLSX from '@e965/xlsx';
import { InputError } from '@mixmodel/engine';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { bytesOf, csv, healthy } from '../fixtures/weekly.ts';
import { readDate } from './cells/dates.ts';
import { readNumber } from './cells/numbers.ts';
import { hasErrors } from './finding.ts';
import { prepare } from './prepare.ts';
import { readDelimited } from './read/csv.ts';
import { decode } from './read/encoding.ts';
import { readTable } from './read/table.ts';
import { readWorkbook } from './read/workbook.ts';
import { checkZip } from './read/zip.ts';

const answered = async (bytes: Uint8Array) => {
  const { data, findings } = await prepare(bytes);
  expect(data === undefined).toBe(hasErrors(findings));
};

const limits = { seconds: 30, memoryMb: 512, rows: 1000, columns: 100 };

function workbookOf(rows: readonly (readonly unknown[])[]): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((cells) => [...cells])), 'Data');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

test('any bytes at all are answered', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), answered), { numRuns: 200 });
});

test('any text cut into cells is answered', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'date',
      'revenue',
      'tv_spend',
      'geo',
      '2024-01-01',
      '01/02/2024',
      '1,234',
      '-5',
      '1e999',
      '"',
      'na',
      '__proto__',
    ),
    fc.string({ maxLength: 6 }),
    fc.double().map(String),
  );
  const table = fc.array(
    fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(',')),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(table, (rows) => answered(bytesOf(rows.join('\n')))),
    { numRuns: 400 },
  );
});

test('a healthy file with any byte changed is answered', async () => {
  const good = bytesOf(csv(healthy, { rows: 60 }));
  const spot = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
  const spoil = async (spots: readonly { at: number; byte: number }[]) => {
    const bytes = good.slice();
    for (const { at, byte } of spots) bytes[at] = byte;
    await answered(bytes);
  };
  await fc.assert(fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 8 }), spoil), { numRuns: 150 });
});

describe('what is written is read again', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !/[\0\ufeff]/.test(text));
  const grid = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test('cells of delimited text, whatever they hold', async () => {
    const read = async (rows: string[][], delimiter: string) => {
      const text = rows.map((cells) => cells.map(quoted).join(delimiter)).join('\n');
      const found = await readDelimited(text, delimiter);
      expect(found.rows.map(({ cells }) => cells)).toEqual(rows);
    };
    await fc.assert(fc.asyncProperty(grid, fc.constantFrom(',', ';', '\t', '|'), read), { numRuns: 200 });
  });

  test('tables of numbers, with the delimiter found out', async () => {
    const number = fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .map((value) => Number(value.toFixed(2)) + 0);
    const rows = fc.array(fc.tuple(number, number, number), { minLength: 3, maxLength: 12 });
    const read = async (values: [number, number, number][], delimiter: string) => {
      const lines = ['a,b,c'.replaceAll(',', delimiter), ...values.map((cells) => cells.join(delimiter))];
      const table = await readTable(bytesOf(lines.join('\n')));
      expect(table.source.delimiter).toBe(delimiter);
      // A column of numbers that could be read in two ways says so, and is not held to a value here.
      const sure = table.columns.map(({ findings }) => findings.length === 0);
      table.columns.forEach((column, i) => {
        if (sure[i]) expect([...column.values]).toEqual(values.map((cells) => cells[i]));
      });
    };
    await fc.assert(fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t', '|'), read), { numRuns: 100 });
  });

  test('text in every encoding that says what it is', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((s) => s.trim() !== '' && !/[\0\ufeff]/.test(s));
    const read = async (given: string, encoding: string) => {
      const bytes = iconv.encode(given, encoding, { addBOM: true });
      expect((await decode(bytes, {})).text).toBe(given);
    };
    await fc.assert(fc.asyncProperty(text, fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), read));
  });

  test('cells of a workbook', { timeout: 60_000 }, async () => {
    const value = fc.oneof(
      // A workbook knows no negative zero.
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }).filter((s) => s.trim() === s),
    );
    const sheet = fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 6 });
    const read = async (rows: [unknown, unknown, unknown][]) => {
      const { rows: found } = await readWorkbook(workbookOf(rows), {}, limits);
      expect(found.map(({ cells }) => cells)).toEqual(rows);
    };
    await fc.assert(fc.asyncProperty(sheet, read), { numRuns: 8 });
  });
});

describe('a cell of any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^[-+(]?[\d.,' ]{0,20}[%)€]?$/),
  );

  test('is a number, two of them, or none: never a crash, never NaN', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const reading = readNumber(text);
        if (reading.kind === 'number') expect(reading.value).not.toBeNaN();
        if (reading.kind === 'ambiguous') expect(reading.decimal * 1000).toBeCloseTo(reading.thousands, 6);
      }),
      { numRuns: 1000 },
    );
  });

  test('is a date that there is, or none', () => {
    const dates = fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}( \d\d:\d\d)?$/);
    fc.assert(
      fc.property(fc.oneof(anything, dates), (text) => {
        const { kind, ...days } = readDate(text);
        expect(['date', 'ordered', 'text']).toContain(kind);
        for (const day of Object.values(days))
          if (day !== undefined) expect(Number.isSafeInteger(day)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['1', ' ', '.', ',', 'a', '(', '1,', '1.', '-', '9 ', 'é.', '1e', '"', '\t'])(
    'is read though it is %j for a hundred thousand letters, alone and among others',
    async (unit) => {
      const long = unit.repeat(100_000 / unit.length);
      expect(['infinite', 'text']).toContain(readNumber(long).kind);
      expect(readDate(long).kind).toBe('text');
      const cell = `"${long.replaceAll('"', '""')}"`;
      const rows = Array.from({ length: 30 }, (_, i) => `2024-01-${10 + i},${i},${cell}`);
      await answered(bytesOf(['date,revenue,tv_spend', ...rows].join('\n')));
    },
  );
});

test('a workbook with any bytes changed is opened or refused', { timeout: 60_000 }, async () => {
  const good = workbookOf([
    ['date', 'revenue', 'tv_spend'],
    ['2024-01-01', 5, 6],
    ['2024-01-08', 7, 8],
  ]);
  const spot = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
  const spoil = async (spots: readonly { at: number; byte: number }[]) => {
    const bytes = good.slice();
    for (const { at, byte } of spots) bytes[at] = byte;
    const thrown = await checkZip(bytes).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(thrown === undefined || thrown instanceof InputError).toBe(true);
  };
  await fc.assert(fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 4 }), spoil), { numRuns: 300 });
  // Those that the reader of workbooks itself has to refuse: a thread each, so only a few.
  const through = (spots: readonly { at: number; byte: number }[]) => {
    const bytes = good.slice();
    for (const { at, byte } of spots) bytes[at] = byte;
    return answered(bytes);
  };
  await fc.assert(fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 2 }), through), { numRuns: 8 });
});
