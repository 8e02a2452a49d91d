// What leaves the program as files: each format read back, with the numbers of the result and no formula in it.
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { insightsSchema, resultSchema } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { backtestOfSample } from '../../fixtures/backtest.ts';
import { type ExportAsked, exported } from './export.ts';
import { absence, insightTables, tableNames, tablesOf } from './tables-of.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const sample = resultSchema.parse(json('sample'));
const insights = insightsSchema.parse(json('sample.insights'));
const failed = resultSchema.parse(json('not-converged'));

/** The sample has none of these. */
const ofExperiments: ReadonlySet<string> = new Set(['treatments', 'lift_tests', 'experiment_priors']);

const textOf = async (asked: ExportAsked, result = sample) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exported({ result, insights }, asked));

describe('the tables of a run', () => {
  test('are those that are listed, each row as long as its columns, each key once', () => {
    const tables = tablesOf({ result: sample, insights, backtest: backtestOfSample });
    expect(tables.map(({ name }) => name)).toEqual(tableNames.filter((name) => !ofExperiments.has(name)));
    for (const { name, columns, rows } of tables) {
      expect([name, new Set(columns.map(({ key }) => key)).size]).toEqual([name, columns.length]);
      expect(rows.filter((row) => row.length !== columns.length)).toEqual([]);
    }
    expect(tablesOf({ result: sample }).map(({ name }) => name)).not.toContain([...insightTables][0]);
  });

  test('add up: contributions of a date are its prediction, parts of the whole are the KPI', () => {
    const [prediction, contributions] = ['prediction', 'contributions'].map((name) =>
      tablesOf({ result: sample, insights }).find((table) => table.name === name),
    );
    const at = (key: string) => contributions?.columns.findIndex((column) => column.key === key) ?? -1;
    const [date] = prediction?.rows[7] ?? [];
    const parts = contributions?.rows.filter((row) => row[0] === date) ?? [];
    expect(parts).toHaveLength(1 + sample.channels.length);
    const sum = parts.reduce((total, row) => total + Number(row[at('mean')]), 0);
    const column = prediction?.columns.findIndex(({ key }) => key === 'predicted_mean') ?? -1;
    expect(sum / Number(prediction?.rows[7]?.[column])).toBeCloseTo(1, 4);
  });
});

describe('CSV', () => {
  test('holds the channels with every digit, and says in every row whether they may be used', async () => {
    const [head, first] = (await textOf({ format: 'csv' })).split('\r\n');
    expect(head).toMatch(/^\ufeffchannel,column,converged,spend,roas_mean,roas_sd,/);
    const search = sample.channels.find(({ name }) => name === 'search_spend');
    expect(first).toContain(`Search,search_spend,true,${search?.spend},${search?.roas?.mean},`);
    expect((await textOf({ format: 'csv' }, failed)).split('\r\n')[1]).toMatch(/^[^,]*,[^,]*,false,/);
  });

  test('neutralises names a spreadsheet would run, also those with wide signs', async () => {
    const [channel, ...rest] = sample.channels;
    for (const label of ['=1+1', '+cmd|x', '-2', '@SUM(A1)', '\t=1', '＝1+1']) {
      const named = { ...sample, channels: channel ? [{ ...channel, label }, ...rest] : [] };
      expect(await textOf({ format: 'csv' }, named)).toContain(`'${label}`);
    }
  });
});

describe('JSON', () => {
  test('names every cell, and keeps what does not exist as null', async () => {
    const [only, ...others] = JSON.parse(await textOf({ format: 'json', table: 'parameters' }));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'parameters', title: 'Parameters' });
    expect(only.rows[0]).toMatchObject({
      parameter: sample.parameters[0]?.name,
      value_mean: sample.parameters[0]?.mean,
      r_hat: sample.parameters[0]?.rHat,
    });
    expect(JSON.parse(await textOf({ format: 'json' }))).toHaveLength(
      tablesOf({ result: sample, insights }).length,
    );
  });
});

describe('Excel', () => {
  test('has a sheet a table, numbers as numbers, and a name like a formula as a text', async () => {
    const [channel, ...rest] = sample.channels;
    const label = '=HYPERLINK("http://example.com")';
    const named = { ...sample, channels: channel ? [{ ...channel, label }, ...rest] : [] };
    const book = read(await exported({ result: named, insights }, { format: 'xlsx' }), { cellFormula: true });
    expect(book.SheetNames).toEqual(tablesOf({ result: sample, insights }).map(({ name }) => name));
    const cells = Object.values(book.Sheets).flatMap((sheet) =>
      Object.entries(sheet).flatMap(([key, cell]) => (key.startsWith('!') ? [] : [cell])),
    );
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.channels ?? {});
    const row = rows.find(({ Channel }) => Channel === label);
    expect(row).toMatchObject({ 'ROAS, mean': channel?.roas?.mean, Converged: true });
  });

  test('is the same bytes for the same result', async () => {
    const [one, two] = [
      await exported({ result: sample, insights }, { format: 'xlsx', table: 'channels' }),
      await exported({ result: sample, insights }, { format: 'xlsx', table: 'channels' }),
    ];
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true);
  });
});

describe('Markdown', () => {
  test('is a report: sentences, then short tables with rounded numbers', async () => {
    const text = await textOf({ format: 'md' });
    expect(text).toContain('# Marketing mix of revenue, 104 weeks, 2024-01-01 to 2025-12-28\n\n**');
    expect(text).toContain('- Search returned 3.75 for each €1 spent; we are 94 % sure it is between');
    expect(text).toMatch(/\| Search \| 2,2\d\d,\d{3} \| 3\.75 \| 3\.06 \| 4\.53 \|/);
    expect(text).not.toContain('## Parameters');
  });

  test('says what the run was made of: counts whole, R-hat to three decimals, settings as they were given', async () => {
    const sampling = { ...sample.sampling, draws: 2000, targetAcceptance: 0.9 };
    const convergence = { ...sample.convergence, maxRHat: 1.00449, minEssBulk: 3241.7 };
    const text = await textOf(
      { format: 'md', table: 'run' },
      { ...sample, seed: 20261123, sampling, convergence },
    );
    const rows = [...text.matchAll(/^\| (\S+) \| (.*) \|$/gm)].map(([, term, value]) => [
      term?.replaceAll('\\', ''),
      value,
    ]);
    expect(Object.fromEntries(rows)).toMatchObject({
      ...{ periods: '104', chains: '4', draws: '2,000', seed: '20261123', target_acceptance: '0.9' },
      ...{ max_r_hat: '1.004', min_ess_bulk: '3,242', divergences: '0' },
    });
    const parameters = await textOf({ format: 'md', table: 'parameters' });
    expect(parameters).toMatch(
      /^\| intercept\\_contribution .* \| (0\.999|1\.00\d) \| [\d,]+ \| [\d,]+ \|$/m,
    );
  });

  test('says of a run that did not converge, before everything, that it must not be used', async () => {
    const lines = (await textOf({ format: 'md' }, failed)).split('\n\n');
    expect(lines[1]).toMatch(/^\*\*NOT CONVERGED: these numbers must not be used/);
    expect(lines[3]).toBe('What follows is for finding the cause only, not to be used.');
    expect(await textOf({ format: 'md', table: 'channels' }, failed)).toMatch(/^\*\*NOT CONVERGED/);
  });

  test('lets no name be markup', async () => {
    const [channel, ...rest] = sample.channels;
    const label = '<img src=x>|\n# [TV](http://example.com)';
    const named = { ...sample, channels: channel ? [{ ...channel, label }, ...rest] : [] };
    const text = await textOf({ format: 'md' }, named);
    expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\[TV/);
    expect(text).toContain('\\<img src=x\\>\\| \\# \\[TV\\](http://example.com)');
  });
});

test('a table the run does not have is none', async () => {
  expect(await exported({ result: sample }, { format: 'csv', table: 'densities' })).toBeUndefined();
  expect(
    await exported({ result: sample, insights }, { format: 'csv', table: 'lift_tests' }),
  ).toBeUndefined();
});

test.each([
  ['treatments', 'model', 'its model has no treatments'],
  ['lift_tests', 'model', 'its model has no experiments'],
  ['densities', 'insights', 'it is made of the insights of a fit, and there are none'],
  ['backtest', 'backtest', 'it is made of a backtest, and there is none'],
])('a run without the table %s is told why', (table, of, why) => {
  expect(absence(table)).toEqual({ of, why });
});

describe('a backtest among the tables', () => {
  const files = { result: sample, insights, backtest: backtestOfSample };
  const text = async (asked: ExportAsked) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exported(files, asked));

  test('has its scores beside both baselines, and every origin with what became of it', async () => {
    const scores = (await text({ format: 'csv', table: 'backtest' })).trim().split('\r\n');
    expect(scores.slice(1).map((row) => row.split(',').slice(0, 4))).toEqual([
      ['13', 'This model', '52', '24600'],
      ['13', 'Without media', '52', '37200'],
      ['13', 'A year before', '52', '36400'],
    ]);
    expect(scores[2]).toMatch(/,0\.7,better$/);
    const origins = (await text({ format: 'csv', table: 'backtest_origins' })).trim().split('\r\n');
    expect(origins.slice(1).map((row) => row.split(',').slice(0, 3))).toEqual([
      ['2025-03-31', '91', 'not_converged'],
      ['2025-06-30', '91', 'skipped'],
      ...Array.from({ length: 3 }, () => ['2025-09-29', '91', 'scored']),
    ]);
  });

  test('is told in the report, its scores rounded', async () => {
    const report = await text({ format: 'md' });
    for (const sentence of backtestOfSample.verdict) expect(report).toContain(`- ${sentence}`);
    expect(report).toContain('## How well it would have been forecast');
    expect(report).toMatch(/\| 13 +\| This model +\|/);
  });
});
