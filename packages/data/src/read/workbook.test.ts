// Excel files, made in memory: values, dates, sheets, and the ones that must not be opened.
import { deflateRawSync } from 'node:zlib';
import XLSX from '@e965/xlsx';
import { sentence } from '@mixmodel/contract';
import { InputError } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { readTable, type TableOptions } from './table.ts';
import { readWorkbook } from './workbook.ts';
import { checkZip } from './zip.ts';

type Sheet = (string | number | boolean | Date | null)[][];

function workbook(
  sheets: Record<string, Sheet>,
  type: 'xlsx' | 'biff8' | 'xlsb' = 'xlsx',
  date1904 = false,
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet(rows, { UTC: true, cellDates: false, date1904 } as XLSX.AOA2SheetOpts),
      name,
    );
  if (date1904) book.Workbook = { WBProps: { date1904: true } };
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: type }) as Buffer);
}

const refusal = async (run: Promise<unknown>) => {
  const thrown = await run.catch((e: unknown) => e);
  if (!(thrown instanceof InputError)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown.problems[0];
};

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const plain: Sheet = [
  ['date', 'revenue', 'tv_spend'],
  [day('2024-01-01'), 100.5, 10],
  [day('2024-01-08'), 200, 20],
  [day('2024-01-15'), 300, null],
];

describe('values', () => {
  test.each(['xlsx', 'biff8', 'xlsb'] as const)('dates and numbers of %s', async (type) => {
    const table = await readTable(workbook({ Data: plain }, type));
    expect(table.columns.map((c) => [c.header, c.kind, [...c.values]])).toEqual([
      ['date', 'date', [19_723, 19_730, 19_737]],
      ['revenue', 'number', [100.5, 200, 300]],
      ['tv_spend', 'number', [10, 20, Number.NaN]],
    ]);
    expect(table.source).toMatchObject({ kind: 'excel', sheet: 'Data', headerRow: 1 });
  });

  test('a workbook of the 1904 calendar', async () => {
    const table = await readTable(workbook({ Data: plain }, 'xlsx', true));
    expect([...(table.columns[0]?.values ?? [])]).toEqual([19_723, 19_730, 19_737]);
  });

  test('titles above the header keep the rows of Excel', async () => {
    const table = await readTable(
      workbook({ Data: [['Weekly report', null, null], [null, null, null], ...plain] }),
    );
    expect(table.rowNumbers).toEqual([4, 5, 6]);
    expect(table.findings).toMatchObject([{ code: 'rows_above_header', row: 3 }]);
  });

  test('dates written as text, booleans and error cells', async () => {
    const rows: Sheet = [
      ['date', 'revenue', 'promo'],
      ['05.01.2024', 1, true],
      ['12.01.2024', 2, false],
      ['19.01.2024', '#N/A', true],
    ];
    const table = await readTable(workbook({ Data: rows }));
    expect(table.columns.map((c) => [...c.values])).toEqual([
      [19_727, 19_734, 19_741],
      [1, 2, Number.NaN],
      [1, 0, 1],
    ]);
  });
});

describe('sheets', () => {
  const notes: Sheet = [['These data are from finance.'], ['Ask Ann.']];

  test('the first sheet that holds a table is read, and others are said', async () => {
    const table = await readTable(workbook({ Notes: notes, Weekly: plain, Monthly: plain }));
    expect(table.source.sheet).toBe('Weekly');
    expect(table.findings).toMatchObject([
      { severity: 'note', code: 'several_sheets', facts: { sheet: 'Weekly', sheets: ['Notes', 'Monthly'] } },
    ]);
  });

  test('the sheet that was read is named, and not among the others', async () => {
    const two = await readTable(workbook({ Sheet: plain, Copy: plain }));
    expect(two.findings.map((one) => sentence(one))).toEqual([
      'Sheet `Sheet` was read; the workbook also has `Copy`. Choose another with --sheet.',
    ]);
    const covered = await readTable(workbook({ Deckblatt: notes, Daten: plain }));
    expect(covered.findings.map((one) => sentence(one))).toEqual([
      'Sheet `Daten` was read; the workbook also has `Deckblatt`. Choose another with --sheet.',
    ]);
  });

  test('the user may name one', async () => {
    const table = await readTable(workbook({ Weekly: plain, Monthly: plain }), { sheet: 'Monthly' });
    expect([table.source.sheet, table.findings]).toEqual(['Monthly', []]);
  });

  test('a sheet that is not there is refused with those that are', async () => {
    const problem = await refusal(readTable(workbook({ Weekly: plain }), { sheet: 'Weeky' }));
    expect(problem).toMatchObject({ code: 'sheet_not_found', facts: { sheet: 'Weeky', sheets: ['Weekly'] } });
  });

  test('an empty sheet is refused', async () => {
    expect((await refusal(readTable(workbook({ Empty: [] }))))?.code).toBe('sheet_empty');
  });
});

describe('workbooks that are not opened', () => {
  test('a password-protected one, by the stream every encrypted workbook has', async () => {
    const problem = await refusal(readTable(encrypted()));
    expect(problem?.code).toBe('workbook_encrypted');
  });

  test('a Word document in the old format', async () => {
    expect(await refusal(readTable(compound('WordDocument')))).toMatchObject({ code: 'file_type' });
  });

  test('a zip archive of other things', async () => {
    const problem = await refusal(readTable(zip([{ name: 'readme.txt', content: Buffer.from('hello') }])));
    expect(problem).toMatchObject({ code: 'file_type', facts: { found: 'a zip archive' } });
  });

  test('a Word document', async () => {
    const problem = await refusal(
      readTable(zip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }])),
    );
    expect(problem).toMatchObject({
      code: 'file_type',
      facts: { found: 'an Office document without a worksheet' },
    });
  });

  test('half a workbook', async () => {
    const bytes = workbook({ Data: plain });
    const problem = await refusal(readTable(bytes.subarray(0, bytes.length / 2)));
    expect(problem && sentence(problem)).toBe(
      'The workbook is damaged: its end is missing or changed, as after a download that stopped. Open it in Excel and save it again as .xlsx or CSV.',
    );
  });

  test('an old workbook that is noise after its header', async () => {
    const bytes = workbook({ Data: plain }, 'biff8').fill(7, 1024, 3000);
    const problem = await refusal(readTable(bytes));
    expect(['workbook_damaged', 'sheet_empty', 'file_type']).toContain(problem?.code);
  });

  const zeros = Buffer.alloc(2 * 1024 * 1024);

  test('a zip bomb by its ratio', async () => {
    const problem = await refusal(readTable(zip([{ name: 'xl/workbook.xml', content: zeros }])));
    expect(problem).toMatchObject({ code: 'zip_bomb', facts: { what: 'times its size', limit: 200 } });
  });

  test('a zip bomb by its size', async () => {
    const bytes = zip([{ name: 'xl/workbook.xml', content: zeros }]);
    const problem = await refusal(checkZip(bytes, { megabytes: 1, ratio: 1e9, parts: 10 }));
    expect(problem).toMatchObject({ code: 'zip_bomb', facts: { what: 'megabytes', found: 2, limit: 1 } });
  });

  test('a zip bomb by its number of parts', async () => {
    const parts = Array.from({ length: 2001 }, (_, i) => ({ name: `xl/${i}`, content: Buffer.alloc(0) }));
    expect(await refusal(readTable(zip(parts)))).toMatchObject({
      code: 'zip_bomb',
      facts: { what: 'parts', limit: 2000 },
    });
  });

  test('a zip bomb whose directory lies about its size', async () => {
    const bytes = zip([{ name: 'xl/workbook.xml', content: zeros, declaredSize: 100 }]);
    expect((await refusal(readTable(bytes)))?.code).toBe('workbook_damaged');
  });

  test('a part that is packed in one place and stored in the other', async () => {
    const bytes = zip([{ name: 'xl/workbook.xml', content: Buffer.from('x'), localMethod: 0 }]);
    expect(await refusal(readTable(bytes))).toMatchObject({
      code: 'workbook_damaged',
      facts: { detail: 'its parts contradict its directory' },
    });
  });
});

describe('the reader is bounded', () => {
  const limits = { seconds: 60, memoryMb: 1024, rows: 1000, columns: 100 };
  const rows: Sheet = Array.from({ length: 60_000 }, (_, i) => [`a${i}`, `b${i}`, `c${i}`]);

  test('one that takes too long is stopped', async () => {
    const problem = await refusal(readWorkbook(workbook({ Data: plain }), {}, { ...limits, seconds: 0.001 }));
    expect(problem).toMatchObject({ code: 'workbook_too_slow', facts: { seconds: 0.001 } });
  });

  test('one that needs too much memory is stopped', async () => {
    const problem = await refusal(
      readWorkbook(workbook({ Data: rows }), {}, { ...limits, rows: 100_000, memoryMb: 16 }),
    );
    expect(problem).toMatchObject({ code: 'workbook_too_big', facts: { limitMb: 16 } });
  });

  test('one with more columns than a table has is refused', async () => {
    const wide = [Array.from({ length: 120 }, (_, i) => `c${i}`), Array.from({ length: 120 }, (_, i) => i)];
    const problem = await refusal(readWorkbook(workbook({ Data: wide }), {}, limits));
    expect(problem?.code).toBe('too_many_columns');
  });

  test('the same limits hold through the door', async () => {
    const options: TableOptions = { fileName: 'big.xlsx' };
    expect((await readTable(workbook({ Data: rows.slice(0, 3) }), options)).rowNumbers).toEqual([2, 3]);
  });
});

/** An OLE compound file of one directory sector that names `stream`, as [MS-CFB] lays it out. */
function compound(stream: string): Uint8Array {
  const file = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file, 0);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  const directory = 1024;
  Buffer.from('Root Entry', 'utf16le').copy(file, directory);
  Buffer.from(stream, 'utf16le').copy(file, directory + 128);
  return new Uint8Array(file);
}

function encrypted(): Uint8Array {
  const file = compound('EncryptedPackage');
  Buffer.from('EncryptionInfo', 'utf16le').copy(Buffer.from(file.buffer), 1024 + 256);
  return file;
}

interface Part {
  readonly name: string;
  readonly content: Buffer;
  readonly declaredSize?: number;
  readonly localMethod?: number;
}

/** A zip file by hand, so that it can lie. */
function zip(parts: readonly Part[]): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const packed = deflateRawSync(part.content);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(part.declaredSize ?? part.content.length, 8);
    const head = Buffer.alloc(14);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(part.localMethod ?? 8, 8);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    local.push(head, sizes, lengths, name, packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    sizes.copy(entry, 16);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, b) => sum + b.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, ...directory, end]));
}
