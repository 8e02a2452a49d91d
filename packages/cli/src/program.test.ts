// The program from end to end on a small sample: results, files, exit codes.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseSpec, resultSchema, truthSchema } from '@mixmodel/contract';
import { loadDraws } from '@mixmodel/runtime';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bin, terminal, unfolded } from '../fixtures/terminal.ts';
import { program } from './program.ts';
import type { Streams } from './terminal.ts';

const shell = terminal();
beforeAll(() => {
  expect(shell.run('simulate', '--out', 'sales.csv', '--truth', 'truth.json', '--weeks', '60').code).toBe(0);
});
afterAll(() => shell.remove());

const json = (name: string): unknown => JSON.parse(shell.text(name));

/** A result without what may differ between two equal runs. */
const comparable = (name: string) => {
  const result = resultSchema.parse(json(name));
  return { ...result, sampling: { ...result.sampling, wallMs: 0 } };
};

describe('mixmodel', () => {
  test('tells its version and its help', () => {
    expect(shell.run('--version')).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
    expect(shell.run('--help').out).toContain('Usage: mixmodel COMMAND');
    expect(shell.run('fit', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--draws-out RUN.zarr'),
    });
    expect(shell.run().code).toBe(2);
    expect(shell.run('fitt', 'sales.csv')).toMatchObject({ code: 2, out: '' });
  });

  test('simulates the same data for the same seed, and refuses what it cannot', () => {
    expect(shell.run('simulate', '--out', 'again.csv', '--truth', 'again.json', '--weeks', '60').code).toBe(
      0,
    );
    expect(shell.text('again.csv')).toBe(shell.text('sales.csv'));
    expect(truthSchema.parse(json('truth.json')).channels).toHaveLength(5);
    const { code, err } = shell.run('simulate', '--out', 'a.xlsx', '--truth', 'a.xlsx', '--weeks', '10');
    expect(code).toBe(2);
    expect(unfolded(err)).toMatchInlineSnapshot(`
      "3 things to correct:
      - Flag \`--weeks\` wants a whole number from 52 to 520; got 10.
      - Flag \`--truth\` names \`a.xlsx\`, which the same command reads or writes already. Choose another name, so that nothing is lost.
      - Flag \`--out\` wants a name that ends in .csv; got \`a.xlsx\`. "
    `);
  });

  test('validates: roles with reasons, findings, exit code', () => {
    const { code, out } = shell.run('validate', 'sales.csv');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Column            Role     Why
      week              date     It holds dates.
      tv_spend          spend    "spend" in the name says spend.
      search_spend      spend    "spend" in the name says spend.
      social_spend      spend    "spend" in the name says spend.
      radio_spend       spend    "spend" in the name says spend.
      display_spend     spend    "spend" in the name says spend.
      temperature       control  "temperature" in the name says outside influence.
      competitor_price  control  "competitor" in the name says competitors.
      holiday           event    "holiday" in the name says an event.
      revenue           target   "revenue" in the name says what is to be explained.

      To know:
      - There are 60 weeks; with 104 the intervals would be narrower and the season
        clearer. Add older data if you have them.

      Before any data, by the priors alone:
      - Paid media bring 20 % of revenue (94 %: 8.4 to 50 %); by channel Social 0.86
        to 26 %, TV 0.71 to 19 %, Search 0.64 to 18 %, Radio 0.33 to 10 %, Display
        0.28 to 7.3 %.
      - A period of revenue lies between −6.28 M and 6.55 M (94 %); measured were
        576 k to 813 k.

      sales.csv can be fitted: mixmodel fit sales.csv
      "
    `);
    const told = JSON.parse(shell.run('validate', 'sales.csv', '--json').out);
    expect(told).toMatchObject({ ok: true, spec: { columns: { date: 'week' } } });
    expect(told.findings.every((finding: { sentence: string }) => finding.sentence.endsWith('.'))).toBe(true);
  });

  test('validates a price as the treatment it is, and drafts it with its usual value', () => {
    const [head = '', ...rows] = shell.text('sales.csv').trimEnd().split('\n');
    const priced = rows.map((row, week) => `${row},${week % 6 === 0 ? 8 : 9.5}`);
    shell.put('priced.csv', `${[`${head},price`, ...priced].join('\n')}\n`);
    const { code, out } = shell.run('validate', 'priced.csv');
    expect(code).toBe(0);
    expect(out).toMatch(/price +treatment +"price" in the name says the company's own price or/);
    expect(unfolded(out)).toContain('is reported apart, counted from 9.5, its usual value.');
    const { spec } = JSON.parse(shell.run('validate', 'priced.csv', '--json').out);
    expect(spec.treatments).toEqual([{ column: 'price', name: 'Price', reference: 9.5 }]);
  });

  test('validates a file that is not there in JSON too', () => {
    const { code, out } = shell.run('validate', 'nofile.csv', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      findings: [
        { code: 'file_missing', severity: 'error', sentence: expect.stringContaining('`nofile.csv`') },
      ],
      columns: [],
      spec: null,
    });
  });

  test('validates with the command to go on with, how to read the data included', () => {
    const { out } = shell.run(
      'validate',
      'sales.csv',
      '--target',
      'revenue',
      '--currency',
      'eur',
      '--decimal',
      '.',
    );
    expect(out).toMatch(/: mixmodel fit sales\.csv --target revenue --currency eur --decimal \.\n$/);
    shell.put('my sales.csv', shell.text('sales.csv'));
    expect(shell.run('validate', 'my sales.csv').out).toContain('mixmodel fit "my sales.csv"\n');
  });

  test('keeps to COLUMNS where it does not write to a terminal', () => {
    const { stdout } = spawnSync(process.execPath, [bin, 'validate', 'sales.csv'], {
      cwd: shell.folder,
      encoding: 'utf8',
      env: { ...process.env, COLUMNS: '50' },
    });
    const sentences = stdout.slice(stdout.indexOf('To know'));
    const longest = Math.max(
      ...sentences
        .split('\n')
        .slice(0, -3)
        .map((line) => line.length),
    );
    expect(longest).toBeGreaterThan(40);
    expect(longest).toBeLessThanOrEqual(50);
  });

  test('refuses before the fit what could not be written after it', () => {
    expect(unfolded(shell.run('fit', 'sales.csv', '--out', 'sales.csv/x.json').err)).toContain(
      'its folder does not exist',
    );
    shell.put('locked.json', '');
    expect(shell.run('fit', 'sales.csv', '--quick', '--draws', '100', '--out', 'locked.json').code).toBe(3);
    expect(readdirSync(shell.folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('knows a folder that takes no files', () => {
    const { code, err } = shell.run('fit', 'sales.csv', '--out', '/proc/x.json');
    expect(code).toBe(2);
    expect(unfolded(err)).toMatch(
      /^`\/proc\/x\.json` cannot be written \((its folder takes no files|it is not allowed)\)\. Choose another/,
    );
  });

  test('refuses a margin that is none, or that nothing can be held against', () => {
    expect(unfolded(shell.run('fit', 'sales.csv', '--margin', '40').err)).toMatch(
      /^Flag `--margin` wants the part of revenue left before media is paid, above 0 and at most 1.*got `40`/,
    );
    const counted = shell.run('fit', 'sales.csv', '--kpi', 'units', '--margin', '.4');
    expect(counted.code).toBe(2);
    expect(unfolded(counted.err)).toContain('nothing says what one is worth');
  });

  test('validates what is wrong with code 2', () => {
    shell.put('wrong.csv', shell.text('sales.csv').replace(/,[\d.]+\n/, ',oops\n'));
    const { code, out } = shell.run('validate', 'wrong.csv');
    expect(code).toBe(2);
    expect(out).toContain('To correct:');
    expect(JSON.parse(shell.run('validate', 'wrong.csv', '--json').out).ok).toBe(false);
    expect(out).not.toContain('in full');
    shell.put('worse.csv', shell.text('sales.csv').replaceAll(/,[\d.]+\n/g, ',oops\n'));
    expect(unfolded(shell.run('validate', 'worse.csv').out)).toContain(
      'stand in full in the output of --json',
    );
  });

  test('prints a spec that fit reads back to the same numbers', () => {
    const { out } = shell.run('spec', 'sales.csv');
    expect(parseSpec(out, 'yaml').ok).toBe(true);
    expect(shell.run('spec', 'sales.csv', '--out', 'model.json').code).toBe(0);
    const quick = ['fit', 'sales.csv', '--quick'];
    expect(shell.run(...quick, '--out', 'detected.json').code).toBe(0);
    expect(shell.run(...quick, '--spec', 'model.json', '--out', 'given.json').code).toBe(0);
    const { prior: given, ...rest } = comparable('given.json');
    const { prior: detected, ...expected } = comparable('detected.json');
    expect(rest).toEqual(expected);
    expect(given.totalMediaShare).toEqual(detected.totalMediaShare);
    expect([detected.sizeRule.reason, given.sizeRule.reason]).toEqual(['money', 'explicit']);
  });

  test('fits: table with truth, result file, draws; the same numbers for any number of threads', () => {
    const one = shell.run(
      'fit',
      'sales.csv',
      '--quick',
      '--truth',
      'truth.json',
      '--margin',
      '0.4',
      '--out',
      'one.json',
      '--draws-out',
      'run.zarr',
      '--threads',
      '1',
    );
    expect(one).toMatchObject({ code: 0, out: expect.stringContaining('What each channel returned') });
    expect(one.err).not.toContain('To know');
    expect(unfolded(one.out)).toContain('To know:');
    expect(unfolded(one.out)).toContain('There are 60 weeks;');
    expect(comparable('one.json').warnings).toContainEqual(
      expect.objectContaining({
        code: 'low_rows',
        severity: 'warning',
        sentence: expect.stringContaining('60 weeks'),
      }),
    );
    expect(one.out).toContain('true ROAS lie inside');
    expect(one.out).toContain('┊ 2.50 back for 1 spent');
    expect(one.out).toMatch(/Channel .*P\(ROAS>2\.50\) +P\(best\)/);
    expect(one.out).toContain('Half-life');
    expect(one.out).toContain('This is a quick look.');
    expect(
      shell.run(
        'fit',
        'sales.csv',
        '--quick',
        '--out',
        'two.json',
        '--draws-out',
        'run.zarr',
        '--threads',
        '2',
      ).code,
    ).toBe(0);
    expect(comparable('two.json')).toEqual(comparable('one.json'));
    const other = ['fit', 'sales.csv', '--quick', '--out', 'other.json', '--draws-out', 'other.zarr.zip'];
    expect(shell.run(...other, '--seed', '2').code).toBe(0);
    expect(existsSync(shell.path('other.zarr.zip'))).toBe(true);
    expect(comparable('other.json').baseline).not.toEqual(comparable('one.json').baseline);
  });

  test('stores draws that can be read back', async () => {
    const { draws, attributes } = await loadDraws(shell.path('run.zarr'));
    expect(draws.segments).toHaveLength(2);
    expect(attributes).toMatchObject({ seed: 1, spec: { version: 1 } });
  });

  test('tells at once what no data can tell apart; ends with 3 when the check fails, keeping the numbers marked', () => {
    const [head = '', ...rows] = shell.text('sales.csv').trimEnd().split('\n');
    const [radio, display] = ['radio_spend', 'display_spend'].map((name) =>
      head.split(',').indexOf(name),
    ) as [number, number];
    const tied = rows.map((row) =>
      row
        .split(',')
        .with(radio, String(2 * Number(row.split(',')[display])))
        .join(','),
    );
    shell.put('tied.csv', [head, ...tied].join('\n'));
    const { code, out, err } = shell.run(
      'fit',
      'tied.csv',
      '--quick',
      '--draws',
      '100',
      '--warmup',
      '100',
      '--out',
      'failed.json',
    );
    expect(code).toBe(3);
    expect(out).toMatch(/^NOT CONVERGED: these numbers must not be used/);
    for (const said of [out, err]) expect(unfolded(said)).toContain('is always');
    expect(resultSchema.parse(json('failed.json')).convergence.passed).toBe(false);
  });

  test('ends with 130 when stopped, writing nothing', async () => {
    const args = [
      bin,
      'fit',
      'sales.csv',
      '--draws',
      '100000',
      '--out',
      'stopped.json',
      '--draws-out',
      'stopped.zarr',
    ];
    const child = spawn(process.execPath, args, { cwd: shell.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(told).toContain('Stopped; nothing was written.\n');
    expect(existsSync(shell.path('stopped.json'))).toBe(false);
    expect(readdirSync(shell.folder).filter((name) => /stopped|partial/.test(name))).toEqual([]);
  });

  test('says in one sentence that a fault is its own, and shows the stack only when asked', async () => {
    let fault = new Error('the paper is out');
    const broken = Object.assign(new PassThrough(), {
      write: () => {
        throw fault;
      },
    });
    const said = async () => {
      const err = new PassThrough({ encoding: 'utf8' });
      const streams = { out: broken, err } as unknown as Streams;
      expect(await program({ kind: 'help', asked: true }, streams)).toBe(1);
      return String(err.read());
    };
    expect(await said()).toMatch(
      /^Something went wrong in mixmodel \d.+ not in your input: the paper is out\nPlease/,
    );
    expect(await said()).not.toContain('    at ');
    vi.stubEnv('MIXMODEL_DEBUG', '1');
    expect(await said()).toContain('    at ');
    vi.unstubAllEnvs();
    fault = Object.assign(new Error('[\n  {\n'), {
      issues: [{ path: ['roas', 'mean'], message: 'expected number' }],
    });
    expect(await said()).toContain('not in your input: `roas.mean`: expected number\n');
  });

  test('says how to build it when it is not built', () => {
    mkdirSync(shell.path('bin'));
    copyFileSync(bin, shell.path('bin/mixmodel.mjs'));
    const { status, stderr } = spawnSync(process.execPath, [shell.path('bin/mixmodel.mjs')], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('npm run build');
  });

  test('runs its bundle until a compilation overtakes it', () => {
    const at = (name: string, seconds: number) => {
      const file = shell.path(`dist/${name}`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, name.endsWith('.js') ? `console.log('${name}')` : '');
      utimesSync(file, seconds, seconds);
    };
    const started = () =>
      spawnSync(process.execPath, [shell.path('bin/mixmodel.mjs')], { encoding: 'utf8' }).stdout;
    at('main.js', 100);
    at('.tsbuildinfo', 100);
    expect(started()).toBe('main.js\n');
    at('bundle/main.js', 101);
    expect(started()).toBe('bundle/main.js\n');
    at('.tsbuildinfo', 102);
    expect(started()).toBe('main.js\n');
  });

  test('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [bin, 'spec', 'sales.csv'], { cwd: shell.folder });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});
