// `mixmodel backtest` from end to end: report, file, exit codes, bad input, Ctrl+C.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { backtestSchema } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin, terminal, unfolded } from '../fixtures/terminal.ts';

const shell = terminal();
beforeAll(() => {
  expect(shell.run('simulate', '--out', 'sales.csv', '--truth', 'truth.json', '--weeks', '80').code).toBe(0);
});
afterAll(() => shell.remove());

const read = (name: string) => backtestSchema.parse(JSON.parse(shell.text(name)));
const comparable = (name: string) => ({ ...read(name), wallMs: 0 });

describe('mixmodel backtest', () => {
  test('reports, writes its file, and gives the same numbers for any number of threads', () => {
    const first = shell.run(
      'backtest',
      'sales.csv',
      '--out',
      'one.json',
      '--threads',
      '1',
      '--currency',
      'eur',
    );
    expect(first.code).toBe(0);
    const text = unfolded(first.out);
    expect(text).toContain('How well revenue would have been forecast (2 of 2 origins');
    expect(text).toContain('The data are long enough for 2 of the 4 origins asked for.');
    expect(text).toContain('Predicting sales well does not show that a ROAS is right.');
    expect(
      shell.run('backtest', 'sales.csv', '--out', 'two.json', '--threads', '2', '--currency', 'eur').out,
    ).toBe(first.out);
    expect(comparable('two.json')).toEqual(comparable('one.json'));
    const { horizons, folds, data } = read('one.json');
    expect(horizons.map(({ periods, model }) => [periods, model.rows])).toEqual([
      [4, 8],
      [13, 26],
    ]);
    expect(folds.map(({ trainingRows }) => trainingRows)).toEqual([54, 67]);
    expect(data.rows).toBe(80);
  });

  test('takes origins, horizons and hindsight', () => {
    const { code } = shell.run(
      ...['backtest', 'sales.csv', '--origins', '1', '--horizons', '2,6', '--hindsight', '--out', 'h.json'],
    );
    expect(code).toBe(0);
    expect(read('h.json')).toMatchObject({
      horizonWeeks: [2, 6],
      originsAsked: 1,
      hindsight: true,
      scored: 1,
    });
  });

  test('refuses what cannot be, in sentences', () => {
    const wrong = (...flags: string[]) => {
      const { code, err, out } = shell.run('backtest', 'sales.csv', ...flags);
      expect([code, out]).toEqual([2, '']);
      return unfolded(err).trim();
    };
    expect(wrong('--origins', '27')).toBe(
      'Setting `origins` of a backtest must be a whole number from 1 to 26; got 27.',
    );
    expect(wrong('--horizons', '4,60')).toBe(
      'Setting `horizonWeeks` of a backtest must be a whole number from 1 to 52; got 60.',
    );
    expect(wrong('--horizons', '40')).toBe(
      'A backtest needs 92 weeks up to the last KPI: a year to learn from and the longest forecast after it; the data have 80. Add older data, or ask for a shorter horizon.',
    );
    expect(wrong('--draws', '5', '--quick', '--full')).toContain('2 things to correct');
    expect(wrong('--out', 'sales.csv')).toContain('which the same command reads or writes already');
  });

  test('is stopped by one Ctrl+C, and writes nothing', async () => {
    const child = spawn(
      process.execPath,
      [bin, 'backtest', 'sales.csv', '--full', '--draws', '50000', '--out', 's.json'],
      {
        cwd: shell.folder,
      },
    );
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += String(bytes);
    });
    setTimeout(() => child.kill('SIGINT'), 1500);
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(130);
    expect(said).toContain('Stopped; nothing was written.');
    expect(existsSync(`${shell.folder}/s.json`)).toBe(false);
  });
});
