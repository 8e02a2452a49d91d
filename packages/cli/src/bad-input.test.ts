// Bad input: each gives sentences with row, column or key and the remedy, exit code 2, and no stack.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encryptedWorkbook, terminal, unfolded, zipOf } from '../fixtures/terminal.ts';

const shell = terminal();
let lines: string[] = [];
beforeAll(() => {
  expect(shell.run('simulate', '--out', 'sales.csv', '--truth', 'truth.json').code).toBe(0);
  lines = shell.text('sales.csv').trimEnd().split('\n');
});
afterAll(() => shell.remove());

/** What `fit` says to a file; it must refuse it. */
function refused(content: string | Uint8Array, ...flags: readonly string[]): string {
  shell.put('bad.csv', content);
  const { code, out, err } = shell.run('fit', 'bad.csv', ...flags);
  expect(err).not.toMatch(/\n\s+at |Error:|undefined|\[object/);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return unfolded(err).trimEnd();
}

const table = (change: (cells: string[], row: number, names: readonly string[]) => string[] | undefined) => {
  const names = lines[0]?.split(',') ?? [];
  return lines.flatMap((line, i) => change(line.split(','), i + 1, names)?.join(',') ?? []).join('\n');
};

/** The cell of column `name` in file row `row` replaced. */
const withCell = (name: string, row: number, text: string) =>
  table((cells, at, names) => (at === row ? cells.with(names.indexOf(name), text) : cells));

const withColumn = (name: string, cellOf: (row: number) => string) =>
  table((cells, row, names) => (row === 1 ? cells : cells.with(names.indexOf(name), cellOf(row))));

const renamed = (from: string, to: string) =>
  table((cells, row) => (row === 1 ? cells.map((name) => (name === from ? to : name)) : cells));

describe('a file that is no table', () => {
  test('empty', () =>
    expect(refused('')).toMatchInlineSnapshot(
      `"The file is empty. Give a table with a header row and one row for each period."`,
    ));
  test('a header and nothing else', () =>
    expect(refused(`${lines[0]}\n`)).toMatchInlineSnapshot(
      `"There is a header in row 1 and no data below it. Add one row for each period."`,
    ));
  test('a PNG named .csv', () =>
    expect(refused(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toMatchInlineSnapshot(
      `"\`bad.csv\` is a PNG image, not a table. Save the data as CSV or Excel (.xlsx, .xls) and try again."`,
    ));
  test('a password-protected workbook', () =>
    expect(refused(encryptedWorkbook())).toMatchInlineSnapshot(
      `"The workbook is protected with a password. Save a copy without a password and try again."`,
    ));
  test('a zip bomb', () =>
    expect(refused(zipOf('xl/workbook.xml', new Uint8Array(4_000_000)))).toMatchInlineSnapshot(
      `"The workbook unpacks to 996 times its size, more than the 200 allowed, so it was not opened. Save the data sheet alone as CSV."`,
    ));
  test('none at all', () => {
    expect(shell.run('fit', 'nothing.csv')).toMatchObject({
      code: 2,
      err: 'There is no file `nothing.csv`. Check the name and the folder.\n',
    });
  });
});

describe('a table that cannot be fitted', () => {
  test('no date column', () =>
    expect(refused(table((cells) => cells.slice(1)))).toMatchInlineSnapshot(
      `"No column holds dates; there are \`tv_spend\`, \`search_spend\`, \`social_spend\`, \`radio_spend\`, \`display_spend\`, \`temperature\`, \`competitor_price\`, \`holiday\` and \`revenue\`. Add one with the first day of each period, as 2024-12-31."`,
    ));
  test('two candidate targets', () =>
    expect(refused(renamed('temperature', 'sales'))).toMatchInlineSnapshot(
      `"\`sales\` and \`revenue\` can each be what is to be explained. Choose one with --target COLUMN; if they are parts of one total, add it as a column called \`kpi\`."`,
    ));
  test('text in a number column', () =>
    expect(refused(withCell('tv_spend', 17, 'n/a?'))).toMatchInlineSnapshot(
      `"Row 17, column \`tv_spend\`: "n/a?" is not a number. Write a number, 0 where nothing ran."`,
    ));
  test('missing weeks', () =>
    expect(
      refused(table((cells, row) => (row === 30 || row === 31 ? undefined : cells))),
    ).toMatchInlineSnapshot(
      `"Column \`week\`: 2 periods are missing, the first before row 30 (2024-07-15 and 2024-07-22). Add a row for each, with 0 where nothing was spent."`,
    ));
  test('a duplicated date', () =>
    expect(refused([...lines.slice(0, 18), lines[17], ...lines.slice(18)].join('\n'))).toMatchInlineSnapshot(
      `"Row 19, column \`week\`: 2024-04-22 stands in a row before. Delete the copies, or add them up with --duplicates sum."`,
    ));
  test('negative spend', () =>
    expect(refused(withCell('radio_spend', 12, '-250'))).toMatchInlineSnapshot(
      `"Row 12, column \`radio_spend\`: −250 is below 0, and media cannot be negative. Put refunds in the period they belong to, or write 0."`,
    ));
  test('a channel all zero', () =>
    expect(refused(withColumn('radio_spend', () => '0'))).toMatchInlineSnapshot(
      `"Column \`radio_spend\` is 0 in every period: nothing can be learned about this channel. Delete the column, leave it out of the spec, or give the periods in which it ran."`,
    ));
  test('a constant channel', () =>
    expect(refused(withColumn('radio_spend', () => '900'))).toMatchInlineSnapshot(
      `"Column \`radio_spend\` is 900 in every period, so its effect cannot be told from the baseline. Delete the column, or leave it out of the spec."`,
    ));
  test('fewer rows than the minimum', () =>
    expect(refused(lines.slice(0, 31).join('\n'))).toMatchInlineSnapshot(
      `"There are 30 weeks with a KPI; at least 52 are needed to tell media from season and trend. Add older data."`,
    ));
  test('an infinite number', () =>
    expect(refused(withCell('revenue', 40, 'inf'))).toMatchInlineSnapshot(
      `"Row 40, column \`revenue\`: "inf" is not a finite number. Correct what is written there."`,
    ));
});

describe('a wish that cannot be met', () => {
  const columns = 'columns: { date: week, target: { column: revenue, kind: money } }\n';

  test('a spec with a wrong key', () => {
    shell.put('spec.yaml', `${columns}channels: [{ column: tv_spend, saturaton: { kind: hill } }]`);
    expect(refused(lines.join('\n'), '--spec', 'spec.yaml')).toBe(
      'Channel `tv_spend`: key `saturaton` is not known. Did you mean `saturation`?',
    );
  });

  test('saturation banana', () => {
    shell.put('spec.yaml', `${columns}channels: [{ column: tv_spend, saturation: { kind: banana } }]`);
    expect(refused(lines.join('\n'), '--spec', 'spec.yaml')).toBe(
      'Channel `tv_spend`: saturation `banana` is not known. Choose logistic, inverse_scaled_logistic, hill, tanh, michaelis_menten, root, hill_sigmoid, log or none.',
    );
  });

  test('priors of another kind left in, told once for all channels', () => {
    const prior = '{ family: gamma, shape: 3, rate: 1 }';
    const channel = (column: string) =>
      `{ column: ${column}, saturation: { kind: hill, priors: { lam: ${prior} } } }`;
    shell.put('spec.yaml', `${columns}channels: [${channel('tv_spend')}, ${channel('radio_spend')}]`);
    expect(refused(lines.join('\n'), '--spec', 'spec.yaml')).toBe(
      'Channels `tv_spend` and `radio_spend`: saturation `hill` has the priors kappa and slope, not `lam`. Leave `lam` out, or choose another saturation.',
    );
  });

  test('two channels of one name', () => {
    shell.put(
      'spec.yaml',
      `${columns}channels: [{ column: tv_spend, name: A }, { column: radio_spend, name: A }]`,
    );
    expect(refused(lines.join('\n'), '--spec', 'spec.yaml')).toMatch(
      /^Columns `tv_spend` and `radio_spend` are given the same name `A`/,
    );
  });

  test('wrong keys and a column that is not there, both', () => {
    shell.put('spec.yaml', `${columns}chanels: 1\nchannels: [{ column: tv_spent, zzz: 1 }]`);
    const told = refused(lines.join('\n'), '--spec', 'spec.yaml');
    expect(told).toContain('3 things to correct:');
    expect(told).toContain('key `zzz` is not known');
    expect(told).toContain(
      'Column `tv_spent` (channels[0].column) is not in the data. Did you mean `tv_spend`?',
    );
  });

  test('a spec with a wrong key beside data with a wrong cell: both are told', () => {
    shell.put('spec.yaml', `${columns}chanels: 1\nchannels: [{ column: tv_spend }]`);
    const told = refused(withCell('tv_spend', 5, 'abc'), '--spec', 'spec.yaml');
    expect(told).toContain('key `chanels`');
    expect(told).toMatch(/row 5.*abc/i);
  });

  test('a spec that is an image, a result, or wrong a hundred times', () => {
    shell.put('spec.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    expect(refused(lines.join('\n'), '--spec', 'spec.png')).toBe(
      '`spec.png` is a PNG image, not a spec. Give a JSON or YAML file; `mixmodel spec DATA --out model.yaml` writes one.',
    );
    shell.put('spec.yaml', Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    expect(refused(lines.join('\n'), '--spec', 'spec.yaml')).toMatch(
      /^`spec.yaml` is no text in UTF-8, not a spec\./,
    );
    shell.put('spec.json', JSON.stringify({ schemaVersion: 1, convergence: {}, spec: {} }));
    expect(refused(lines.join('\n'), '--spec', 'spec.json')).toMatch(
      /^This is a result file; its `spec` key is what you want\./,
    );
    const keys = Array.from({ length: 100 }, (_, i) => `zz${i}: 1`).join(', ');
    shell.put('spec.yaml', `${columns}channels: [{ column: tv_spend, ${keys} }]`);
    const told = refused(lines.join('\n'), '--spec', 'spec.yaml');
    expect(told.split('\n- ')).toHaveLength(22);
    expect(told).toMatch(/And 80 more\.$/);
  });

  test('flags that do nothing to this file', () => {
    expect(refused(lines.join('\n'), '--sheet', 'Data')).toBe(
      'Flag `--sheet` has no effect: `bad.csv` is a text file and has no sheets. Leave it out.',
    );
    shell.put('bad.csv', lines.join('\n'));
    expect(shell.run('validate', 'bad.csv', '--weekly').out).toContain('The data are weekly already');
  });

  test('a target that is not there', () => {
    expect(refused(lines.join('\n'), '--target', 'revenu')).toMatch(
      /^Flag `--target`: column `revenu` is not in the data; there are `week`, .+\. Did you mean `revenue`\?$/,
    );
  });

  test('settings of every flag, also when one is no number', () => {
    expect(
      refused('', '--seed', 'abc', '--draws', '-5', '--chains', '0', '--warmup', '1', '--threads', '0'),
    ).toMatch(
      /^5 things to correct:\n- Flag `--seed` .+\n- Sampling: `chains` .+\n- Sampling: `warmup` .+\n- Sampling: `draws` .+\n- Flag `--threads` /,
    );
  });

  test('a column that is not there', () => {
    shell.put('spec.yaml', `${columns}channels: [{ column: tv_spnd }]`);
    expect(refused(lines.join('\n'), '--spec', 'spec.yaml')).toMatchInlineSnapshot(
      `"Column \`tv_spnd\` (channels[0].column) is not in the data. Did you mean \`tv_spend\`?"`,
    );
  });

  test('a spec the engine refuses', () => {
    shell.put('spec.yaml', `${columns}channels: [{ column: tv_spend, adstock: { lMax: 200 } }]`);
    expect(refused(lines.join('\n'), '--spec', 'spec.yaml')).toMatchInlineSnapshot(
      `"Channel \`tv_spend\`: the adstock window \`lMax\` must be a whole number from 1 to 104, the number of periods; got 200."`,
    );
  });

  test('−5 draws, with or without an equals sign', () => {
    const sentence = 'Sampling: `draws` must be a whole number from 100 to 100,000; got -5.';
    expect(refused(lines.join('\n'), '--draws', '-5')).toBe(sentence);
    expect(refused(lines.join('\n'), '--draws=-5')).toBe(sentence);
  });

  test('everything at once', () => {
    shell.put('spec.yaml', `${columns}channels: [{ column: tv_spend, saturation: { kind: banana } }]`);
    const flags = ['--draws', '-5', '--chains', '1', '--spec', 'spec.yaml', '--out', 'no/such/folder.json'];
    expect(refused('', ...flags)).toMatchInlineSnapshot(`
      "5 things to correct:
      - Sampling: \`chains\` must be a whole number from 2 to 16; got 1. Convergence is shown by comparing chains, and one alone proves nothing.
      - Sampling: \`draws\` must be a whole number from 100 to 100,000; got -5.
      - \`no/such/folder.json\` cannot be written (its folder does not exist). Choose another name or folder, one that you may write to.
      - Channel \`tv_spend\`: saturation \`banana\` is not known. Choose logistic, inverse_scaled_logistic, hill, tanh, michaelis_menten, root, hill_sigmoid, log or none.
      - The file is empty. Give a table with a header row and one row for each period."
    `);
  });

  test('to overwrite what was given, or what are no draws', () => {
    expect(refused(lines.join('\n'), '--out', 'bad.csv', '--draws-out', '.')).toMatchInlineSnapshot(`
      "2 things to correct:
      - Flag \`--out\` names \`bad.csv\`, which the same command reads or writes already. Choose another name, so that nothing is lost.
      - Flag \`--draws-out\` wants a name that ends in .zarr (a folder) or .zarr.zip (one file); got \`.\`."
    `);
    expect(shell.text('bad.csv').startsWith('week,')).toBe(true);
  });

  test('a truth that is none', () => {
    expect(refused(lines.join('\n'), '--truth', 'spec.yaml')).toContain(
      'is not a truth file (it is not valid JSON)',
    );
  });
});
