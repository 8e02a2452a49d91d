// From bytes to a table: content, encoding, delimiter, header and the kinds of columns.
import { InputError } from '@mixmodel/engine';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { bytesOf, csv, healthy, lines } from '../../fixtures/weekly.ts';
import { readTable, type TableOptions } from './table.ts';

const read = (text: string, options?: TableOptions) => readTable(bytesOf(text), options);

const refusal = async (bytes: Uint8Array, options?: TableOptions) => {
  const thrown = await readTable(bytes, options).catch((e: unknown) => e);
  if (!(thrown instanceof InputError)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown.problems[0];
};

const column = async (text: string, header: string, options?: TableOptions) => {
  const table = await read(text, options);
  const found = table.columns.find((c) => c.header === header);
  if (!found) throw new Error(`no column ${header}`);
  return found;
};

describe('what is not a table is refused by what it is', () => {
  test.each([
    ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
    ['a JPEG image', [0xff, 0xd8, 0xff, 0xe0, 0, 0]],
    ['a PDF document', [...bytesOf('%PDF-1.7\n')]],
    ['a gzip archive', [0x1f, 0x8b, 8, 0]],
    ['a web page (HTML)', [...bytesOf('\n<!DOCTYPE html><table><tr><td>1</td></tr></table>')]],
    ['a JSON file', [...bytesOf('{"date": ["2024-01-01"]}')]],
    ['a binary file', [...bytesOf('date,revenue\n'), 0, 1, 2, 3, ...bytesOf('binary after all')]],
  ])('%s named .csv', async (found, bytes) => {
    expect(await refusal(Uint8Array.from(bytes), { fileName: 'sales.csv' })).toMatchObject({
      code: 'file_type',
      facts: { found, fileName: 'sales.csv' },
    });
  });

  test.each([
    ['no bytes', '', 'empty_file'],
    ['blank lines', '\n \n\n', 'empty_file'],
    ['only a header', 'date,revenue,tv_spend\n', 'header_only'],
    ['one column', 'revenue\n1\n2\n3\n', 'one_column'],
    ['no header', '2024-01-01,5,6\n2024-01-08,7,8\n', 'no_header'],
  ])('%s', async (_, text, code) => {
    expect((await refusal(bytesOf(text)))?.code).toBe(code);
  });

  test('more than 50 MB', async () => {
    const problem = await refusal(new Uint8Array(51 * 1024 * 1024).fill(97));
    expect(problem).toMatchObject({ code: 'file_too_large', facts: { sizeMb: 51, limitMb: 50 } });
  });

  test('an encoding nobody knows', async () => {
    expect((await refusal(bytesOf(csv()), { encoding: 'klingon' }))?.code).toBe('encoding_unknown');
  });
});

test('a column that nobody could map is a finding that says to rename it', async () => {
  const table = await read('date,revenue,__proto__\n2024-01-01,1,2\n2024-01-08,3,4\n');
  expect(table.findings).toMatchObject([
    { severity: 'error', code: 'reserved_header', column: '__proto__', facts: { letter: 'C' } },
  ]);
  expect(table.columns.map(({ header }) => header)).toEqual(['date', 'revenue']);
});

describe('encodings are told from the bytes', () => {
  const text = 'Datum;Umsatz;Größe\n2024-01-01;10;1\n2024-01-08;12;2\n';

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])('%s', async (encoding) => {
    const table = await readTable(iconv.encode(text, encoding));
    expect(table.columns.map((c) => c.header)).toEqual(['Datum', 'Umsatz', 'Größe']);
    expect(table.source.encoding).toBe(encoding);
    expect(table.findings.map((f) => f.code)).toEqual(
      encoding === 'windows-1252' ? ['encoding_guessed'] : [],
    );
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s with a byte order mark', async (encoding) => {
    const table = await readTable(iconv.encode(text, encoding, { addBOM: true }));
    expect(table.columns[0]?.header).toBe('Datum');
  });

  test('the user may name it', async () => {
    const table = await readTable(iconv.encode(text.replace('Größe', 'Łódź'), 'windows-1250'), {
      encoding: 'windows-1250',
    });
    expect(table.columns[2]?.header).toBe('Łódź');
  });
});

describe('delimiters are told from the records', () => {
  test.each([',', ';', '\t', '|'])('%j', async (separator) => {
    const table = await read(csv(healthy, { separator }));
    expect(table.source.delimiter).toBe(separator);
    expect(table.columns).toHaveLength(7);
  });

  test.each([
    [
      'two columns with decimal commas',
      'date;revenue\n2024-01-01;1,5\n2024-01-08;2,5\n2024-01-15;3,5\n',
      ';',
    ],
    ['two columns by tab with decimal commas', 'date\trevenue\n2024-01-01\t1,5\n2024-01-08\t2,5\n', '\t'],
    ['a comma in the header only', 'Datum;Umsatz, EUR\n01.01.2024;1,5\n08.01.2024;2,5\n', ';'],
    ['quoted thousands', 'date,revenue\n2024-01-01,"1,234"\n2024-01-08,"2,345"\n', ','],
    ['semicolons inside quotes', 'date,note,revenue\n2024-01-01,"a;b",1\n2024-01-08,"c;d",2\n', ','],
    ["Excel's first line", 'sep=|\ndate|revenue\n2024-01-01|1\n2024-01-08|2\n', '|'],
    ['a title above', 'Weekly report\n\ndate;revenue;tv\n2024-01-01;1,5;2,5\n2024-01-08;1,5;2,5\n', ';'],
  ])('%s', async (_, text, delimiter) => {
    expect((await read(text)).source.delimiter).toBe(delimiter);
  });
});

describe('the header', () => {
  test('titles above it are skipped and said', async () => {
    const table = await read(
      'Marketing report,,\n,,\ndate,revenue,tv_spend\n2024-01-01,5,6\n2024-01-08,7,8\n',
    );
    expect(table.columns.map((c) => c.header)).toEqual(['date', 'revenue', 'tv_spend']);
    expect(table.rowNumbers).toEqual([4, 5]);
    expect(table.findings).toMatchObject([{ code: 'rows_above_header', row: 3, facts: { count: 1 } }]);
  });

  test('two columns of one name are an error naming both', async () => {
    const table = await read('date,tv,tv\n2024-01-01,5,6\n');
    expect(table.findings).toMatchObject([
      { severity: 'error', code: 'duplicate_headers', column: 'tv', facts: { columns: ['B', 'C'] } },
    ]);
  });

  test('values without a name are an error with the letter', async () => {
    const table = await read('date,,tv\n2024-01-01,5,6\n2024-01-08,9,6\n');
    expect(table.findings).toMatchObject([
      { severity: 'error', code: 'empty_header', facts: { letter: 'B' } },
    ]);
  });

  test('row numbers of R and pandas are left out', async () => {
    const table = await read(',date,tv\n0,2024-01-01,5\n1,2024-01-08,6\n');
    expect(table.columns.map((c) => c.header)).toEqual(['date', 'tv']);
    expect(table.findings).toMatchObject([{ severity: 'note', code: 'row_numbers_left_out', column: 'A' }]);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])('%s is a name like any other', async (header) => {
    const values = (await column(`date,${header}\n2024-01-01,5\n2024-01-08,6\n`, header)).values;
    expect([...values]).toEqual([5, 6]);
  });

  test('empty columns at the edge of a sheet are nothing', async () => {
    const table = await read('date,tv,,\n2024-01-01,5,,\n2024-01-08,6,,\n');
    expect(table.columns).toHaveLength(2);
    expect(table.findings).toEqual([]);
  });
});

describe('rows', () => {
  test('a row with too few or too many values is an error with its number', async () => {
    const spoiled = lines().map((line, i) => (i === 4 ? `${line},77` : i === 9 ? '2022-03-01,5' : line));
    const table = await read(spoiled.join('\n'));
    expect(table.findings).toMatchObject([{ severity: 'error', code: 'ragged_rows', row: 5, rows: [5, 10] }]);
  });

  test('a quotation mark that is never closed is an error with its row', async () => {
    const table = await read('date,tv\n2024-01-01,5\n2024-01-08,"6\n2024-01-15,7\n');
    expect(table.findings).toContainEqual(expect.objectContaining({ code: 'unclosed_quote', row: 3 }));
  });

  test('blank lines do not shift the row numbers', async () => {
    expect((await read('date,tv\n2024-01-01,5\n\n2024-01-08,6\n')).rowNumbers).toEqual([2, 4]);
  });

  test('more columns than a table has are refused', async () => {
    const wide = Array.from({ length: 1200 }, (_, i) => `c${i}`).join(',');
    expect((await refusal(bytesOf(`${wide}\n${wide}\n`)))?.code).toBe('too_many_columns');
  });
});

describe('columns', () => {
  test('decimal commas and thousands points of a German file', async () => {
    const text = 'Datum;Umsatz;TV Kosten\n01.01.2024;1.234,50 €;1.000\n08.01.2024;12.345,00 €;2.000\n';
    expect([...(await column(text, 'Umsatz')).values]).toEqual([1234.5, 12_345]);
    const tv = await column(text, 'TV Kosten');
    expect([...tv.values]).toEqual([1000, 2000]);
    expect(tv.findings).toMatchObject([{ severity: 'note', code: 'thousands_read', column: 'TV Kosten' }]);
    expect((await column(text, 'Umsatz')).currency).toBe('EUR');
  });

  test('1.234 alone in a semicolon file is asked, and the option answers', async () => {
    const text = 'Datum;TV Kosten\n01.01.2024;1.234\n08.01.2024;2.345\n';
    expect((await column(text, 'TV Kosten')).findings).toMatchObject([
      {
        severity: 'error',
        code: 'ambiguous_number',
        row: 2,
        facts: { text: '1.234', thousands: 1234, decimal: 1.234 },
      },
    ]);
    expect([...(await column(text, 'TV Kosten', { decimal: ',' })).values]).toEqual([1234, 2345]);
    expect([...(await column(text, 'TV Kosten', { decimal: '.' })).values]).toEqual([1.234, 2.345]);
  });

  test('a word among numbers is kept with its place', async () => {
    const tv = await column(
      'date,tv\n2024-01-01,5\n2024-01-08,n/a\n2024-01-15,unknown\n2024-01-22,7\n',
      'tv',
    );
    expect(tv).toMatchObject({ kind: 'number', misfits: [{ index: 2, text: 'unknown' }] });
    expect([...tv.values]).toEqual([5, Number.NaN, Number.NaN, 7]);
  });

  test('decimal points and commas in one column are an error with the odd row', async () => {
    const tv = await column('date;tv\n2024-01-01;5.5\n2024-01-08;6.5\n2024-01-15;7,25\n', 'tv');
    expect(tv.findings).toMatchObject([
      { code: 'mixed_decimals', row: 4, facts: { text: '7,25', other: '5.5' } },
    ]);
  });

  test('yes and no are 1 and 0', async () => {
    const promo = await column('date,promo\n2024-01-01,yes\n2024-01-08,no\n', 'promo');
    expect([...promo.values]).toEqual([1, 0]);
    expect(promo.findings[0]?.code).toBe('yes_no_read');
  });

  test('day numbers of Excel in a date column are dates', async () => {
    const date = await column('date,tv\n45292,5\n45299,6\n45306,7\n', 'date');
    expect([...date.values]).toEqual([19_723, 19_730, 19_737]);
    expect(date.findings).toMatchObject([{ code: 'excel_serial_dates', facts: { date: '2024-01-01' } }]);
  });

  test('spend named after a week is no day number', async () => {
    expect(
      (await column('date,week_spend\n2024-01-01,25000\n2024-01-08,31000\n2024-01-15,28000\n', 'week_spend'))
        .kind,
    ).toBe('number');
  });
});
