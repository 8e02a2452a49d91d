// The pure parts of the result views: check figures, order of quantities, cut series, the command that fits it again.

import { readFileSync } from 'node:fs';
import { type InsightsFile, insightsSchema, type ResultFile, resultSchema } from '@mixmodel/contract';
import { viewOf } from '@mixmodel/report';
import { describe, expect, test } from 'vitest';
import { checkFigures } from './check-figures.ts';
import { lately, spansOf } from './look.ts';
import { aboutChannel, inOrder } from './quantity-order.ts';
import { commandOf, fileStem, xarraySnippet } from './reproduce.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../../report/fixtures/${name}.json`, import.meta.url), 'utf8'));
const result: ResultFile = resultSchema.parse(read('sample'));
const insights: InsightsFile = insightsSchema.parse(read('sample.insights'));
const failed: ResultFile = resultSchema.parse(read('not-converged'));
const view = viewOf(result, insights, null);

describe('the figures of the check', () => {
  test('all pass where the run converged', () => {
    expect(result.convergence.passed).toBe(true);
    expect(checkFigures(result).every(({ passes }) => passes)).toBe(true);
  });

  test('fail where the run did not, each against what its mode asks', () => {
    const figures = checkFigures(failed);
    expect(figures.some(({ passes }) => !passes)).toBe(true);
    const rHat = figures.find(({ term }) => term === 'R-hat');
    expect(rHat?.passes).toBe(
      (failed.convergence.maxRHat ?? 9) <= (failed.sampling.mode === 'quick' ? 1.05 : 1.01),
    );
  });

  test('that do not exist are said to be none, and fail', () => {
    const none = { ...result, convergence: { ...result.convergence, maxRHat: null, minEssBulk: null } };
    expect(
      checkFigures(none)
        .filter(({ passes }) => !passes)
        .map(({ value }) => value),
    ).toEqual(['none', 'none']);
  });
});

describe('the list of quantities', () => {
  test('goes channel by channel in the order of every chart, returns first', () => {
    const names = inOrder(view).map(({ name }) => name);
    expect(names[0]).toBe(`roas[${view.order[0]}]`);
    expect(names.filter((name) => name.startsWith('roas['))).toEqual(
      view.order.map((column) => `roas[${column}]`),
    );
    expect(names).toHaveLength(result.parameters.length);
    expect([...names].sort()).toEqual(result.parameters.map(({ name }) => name).sort());
  });

  test('of one channel has its own quantities alone', () => {
    const [column = ''] = view.order;
    const own = aboutChannel(inOrder(view), column);
    expect(own.length).toBeGreaterThan(4);
    expect(own.every(({ name }) => name.endsWith(`[${column}]`))).toBe(true);
  });
});

describe('charts over time', () => {
  test('are cut to the last periods, every series alike', () => {
    const { series } = lately(view, 52).insights;
    expect(series.dates).toEqual(insights.series.dates.slice(-52));
    expect(series.predicted.q97).toHaveLength(52);
    expect(series.channels.every(({ mean }) => mean.length === 52)).toBe(true);
  });

  test('leave every figure of the whole as it is', () => {
    expect(lately(view, 52).result).toBe(view.result);
    expect(lately(view, 52).insights.channels).toBe(insights.channels);
    expect(lately(view, 1000)).toBe(view);
    expect(lately(view, null)).toBe(view);
  });

  test('offer only spans shorter than the data', () => {
    expect(spansOf(104, 'week')).toEqual([52, 26]);
    expect(spansOf(40, 'week')).toEqual([26]);
    expect(spansOf(12, 'month')).toEqual([6]);
  });
});

describe('fitting it again', () => {
  const run = {
    name: 'TV & Search: try 2',
    number: 4,
    dataset: { fileName: "Bob's sales.csv" },
  } as Parameters<typeof commandOf>[0];

  test('names the spec by the run, quotes the file, and says only what is not the mode’s own', () => {
    expect(commandOf(run, result)).toBe(
      String.raw`mixmodel fit 'Bob'\''s sales.csv' --spec tv-search-try-2.spec.json --seed ${result.seed} --${result.sampling.mode}`,
    );
    const [first] = result.sampling.attempts;
    const attempts = first ? [{ ...first, warmup: 200, draws: 500 }] : [];
    const short = { ...result, sampling: { ...result.sampling, chains: 3, attempts } };
    expect(commandOf(run, short)).toMatch(/--chains 3 --warmup 200 --draws 500$/);
  });

  test('finds a file name for any run, and the one its draws were saved under', () => {
    expect(fileStem({ name: '売上', number: 12 })).toBe('run-12');
    expect(xarraySnippet({ name: 'Q1/Q2 "final"' })).toContain(
      String.raw`ZipStore("Q1_Q2 \"final\".zarr.zip", mode="r")`,
    );
  });
});
