// `mixmodel report` on a fit of its own: every format, and a sentence for what it cannot do.
import { readFileSync } from 'node:fs';
import { insightsSchema, resultSchema } from '@mixmodel/contract';
import { type ExportAsked, exported } from '@mixmodel/report';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terminal, unfolded } from '../fixtures/terminal.ts';

const shell = terminal();
const files = ['--out', 'result.json', '--insights-out', 'insights.json'];
beforeAll(() => {
  shell.run('simulate', '--out', 'sales.csv', '--truth', 'truth.json', '--weeks', '60');
  const { code, err } = shell.run('fit', 'sales.csv', '--quick', '--draws', '100', ...files);
  expect([code, err]).toEqual([3, expect.any(String)]);
});
afterAll(() => shell.remove());

const expected = async (asked: ExportAsked) => {
  const result = resultSchema.parse(JSON.parse(shell.text('result.json')));
  const insights = insightsSchema.parse(JSON.parse(shell.text('insights.json')));
  return Buffer.from((await exported({ result, insights }, asked)) ?? []);
};

describe('mixmodel report', () => {
  test('prints a report, and ends with the code of a fit that did not converge', async () => {
    const { code, out } = shell.run('report', 'result.json');
    expect(code).toBe(3);
    expect(out).toBe((await expected({ format: 'md' })).toString('utf8'));
    expect(out).toContain('NOT CONVERGED');
  });

  test('writes what the ending of --out says, with the tables of the insights where they are given', async () => {
    const ask = (...args: string[]) =>
      shell.run('report', 'result.json', '--insights', 'insights.json', ...args);
    for (const [name, asked, args] of [
      ['all.xlsx', { format: 'xlsx' }, []],
      ['all.json', { format: 'json' }, []],
      ['weeks.csv', { format: 'csv', table: 'contributions' }, ['--table', 'contributions']],
      ['notes', { format: 'csv', table: 'channels' }, ['--format', 'csv']],
    ] as const) {
      expect(ask('--out', name, ...args)).toEqual({ code: 3, out: '', err: '' });
      expect([name, readFileSync(shell.path(name)).equals(await expected(asked))]).toEqual([name, true]);
    }
  });

  test('has the tables of a backtest where one is given', async () => {
    const code = shell.run(
      'backtest',
      'sales.csv',
      '--origins',
      '1',
      '--horizons',
      '2',
      '--out',
      'b.json',
    ).code;
    expect(code).toBe(0);
    const asked = ['--format', 'csv', '--table', 'backtest'];
    const { out } = shell.run('report', 'result.json', '--backtest', 'b.json', ...asked);
    expect(out).toMatch(/^\ufeffweeks,forecaster,periods_scored,crps,/);
    expect(unfolded(shell.run('report', 'result.json', ...asked).err)).toContain(
      'Add --backtest BACKTEST.json, which `mixmodel backtest DATA --out` writes.',
    );
    expect(unfolded(shell.run('report', 'result.json', '--backtest', 'result.json').err)).toContain(
      'is not a backtest file (it has not the keys of one). Make one with `mixmodel backtest DATA --out FILE`.',
    );
  });

  test('refuses what it cannot write or read in a sentence', () => {
    shell.put('half.json', '{"schemaVersion": 1}');
    const said = (...args: string[]) => {
      const { code, err } = shell.run('report', ...args);
      return [code, unfolded(err).trim()];
    };
    expect(said('result.json', '--format', 'xlsx')).toEqual([
      2,
      'A workbook cannot be printed. Name a file for it with --out, such as `--out report.xlsx`.',
    ]);
    expect(said('half.json')).toEqual([
      2,
      '`half.json` is not a result file (it has not the keys of one). Make one with `mixmodel fit DATA --out FILE`.',
    ]);
    expect(said('sales.csv')[1]).toContain('is not a result file (it is not valid JSON)');
    expect(said('result.json', '--format', 'csv', '--table', 'adstock')[1]).toContain(
      'Add --insights INSIGHTS.json, which `mixmodel fit DATA --insights-out` writes.',
    );
    expect(said('result.json', '--out', 'result.json')[1]).toContain('already');
    expect(said()[1]).toContain('wants a result file; got none');
  });
});
