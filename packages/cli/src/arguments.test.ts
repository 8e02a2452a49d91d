// What a command line means, and what is said about one that means nothing.
import { sentence } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { readLine } from './arguments.ts';
import { commandNames } from './flags.ts';
import { helpText } from './help.ts';

const said = (...args: string[]) => {
  const line = readLine(args);
  return line.kind === 'wrong' ? line.problems.map((one) => sentence(one)) : [];
};

describe('a command line', () => {
  test('is a command, a file and flags, in any order', () => {
    const expected = { kind: 'run', command: 'fit', data: 'a.csv', flags: { quick: true, seed: '7' } };
    expect(readLine(['fit', 'a.csv', '--quick', '--seed', '7'])).toEqual(expected);
    expect(readLine(['fit', '--seed=7', '--quick', 'a.csv'])).toEqual(expected);
    expect(readLine(['fit', '--quick', '--seed', '7', '--', 'a.csv'])).toEqual(expected);
  });

  test('asks for help in every way people do', () => {
    expect(readLine([])).toEqual({ kind: 'help', asked: false });
    for (const args of [['--help'], ['-h'], ['help']])
      expect(readLine(args)).toEqual({ kind: 'help', asked: true });
    for (const args of [
      ['fit', '--help'],
      ['help', 'fit'],
      ['fit', '-h', '--nonsense'],
    ]) {
      expect(readLine(args)).toEqual({ kind: 'help', asked: true, command: 'fit' });
    }
  });

  test('with slips of the fingers is answered with what was probably meant', () => {
    expect(said('fti', 'a.csv')).toEqual(['Command `fti` is not known. Did you mean `fit`?']);
    expect(said('destroy')).toEqual([
      'Command `destroy` is not known. Choose validate, spec, simulate, fit, report or backtest.',
    ]);
    expect(said('fit', 'a.csv', '--drws', '500')[0]).toBe(
      'Flag `--drws` is not known for `fit`. Did you mean `--draws`?',
    );
    expect(said('validate', 'a.csv', '--xyzzy')).toEqual([
      'Flag `--xyzzy` is not known for `validate`. Run `mixmodel validate --help` for those there are.',
    ]);
  });

  test('is told all that is wrong with it at once', () => {
    expect(
      said('fit', '--seed', 'abc', '--quick', '--full', '--chains', '--date-order', 'dym'),
    ).toMatchInlineSnapshot(`
      [
        "Flag \`--seed\` wants a whole number; got \`abc\`.",
        "Flag \`--chains\` wants a whole number; got nothing.",
        "Flag \`--date-order\` wants dmy or mdy or ymd; got \`dym\`.",
        "\`--quick\` and \`--full\` cannot be used together. Keep one of them.",
        "\`mixmodel fit\` wants a data file; got none. Example: \`mixmodel fit sales.csv --quick\`.",
      ]
    `);
    expect(said('simulate', 'x.csv')).toMatchInlineSnapshot(`
      [
        "\`mixmodel simulate\` wants --out DATA; got none. Example: \`mixmodel simulate --out sales.csv --truth truth.json\`.",
        "\`mixmodel simulate\` wants --truth TRUTH.json; got none. Example: \`mixmodel simulate --out sales.csv --truth truth.json\`.",
        "\`mixmodel simulate\` takes no data file; \`x.csv\` is one too many. Put names with spaces in quotes.",
      ]
    `);
    expect(said('fit', 'my', 'sales.csv', '--quick=yes')).toMatchInlineSnapshot(`
      [
        "Flag \`--quick\` wants no value; got \`yes\`.",
        "\`mixmodel fit\` takes one data file; \`sales.csv\` is one too many. Put names with spaces in quotes.",
      ]
    `);
  });

  test('is refused where one flag takes another one’s effect, or stands twice', () => {
    expect(said('fit', 'a.csv', '--spec', 'm.yaml', '--target', 'orders')).toEqual([
      '`--spec` and `--target` cannot be used together: the spec says what is to be explained. Keep one of them.',
    ]);
    expect(said('validate', 'a.csv', '--week-start', 'sunday')).toEqual([
      'Flag `--week-start` has no effect: it belongs to --weekly. Add --weekly, or leave it out.',
    ]);
    expect(said('fit', 'a.csv', '--seed', '1', '--quick', '--seed=2', '--seed', '2', '--quick')).toEqual([
      'Flag `--seed` is given more than once. Keep one of them.',
      'Flag `--quick` is given more than once. Keep one of them.',
    ]);
  });

  test('names currencies by their codes', () => {
    expect(said('fit', 'a.csv', '--currency', 'euro')).toEqual([
      'Flag `--currency` wants a currency code of three letters, such as EUR; got `euro`.',
    ]);
    expect(said('fit', 'a.csv', '--currency', 'eur')).toEqual([]);
  });

  test('keeps its help to 80 columns', () => {
    for (const name of [undefined, ...commandNames])
      for (const line of helpText(name).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('may hold a negative number, which is judged later', () => {
    expect(readLine(['fit', 'a.csv', '--draws', '-5'])).toMatchObject({ flags: { draws: '-5' } });
  });
});
