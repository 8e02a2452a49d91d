// A table shows what a drawing says, digit for digit, and keeps the raw numbers for the CSV.
import { describe, expect, test } from 'vitest';
import { elementsOf } from '../fixtures/charts.ts';
import { channelIn, viewFrom } from '../fixtures/views.ts';
import {
  type Chart,
  curveChart,
  curveSlope,
  overTimeChart,
  roasChart,
  shareChart,
  toSvg,
  waterfallChart,
} from './charts/index.ts';
import { lightPalette } from './charts/palette.ts';

const view = viewFrom('sample', 0.5);
const words = (chart: Chart) => elementsOf(chart, 400).map(({ text }) => text);

describe('one rule of rounding', () => {
  const row = (chart: Chart) => chart.table.shown?.find(([name]) => name === 'Radio') ?? [];

  test('writes an uncertain mean of the waterfall, the shares and their tables alike', () => {
    expect(words(shareChart(view))).toContain('€0.8 M (€0.2 to 1.4 M)');
    expect(words(shareChart(view))).toContain('Radio 1.1 %');
    expect(words(waterfallChart(view))).toContain('€0.8 M');
    expect(row(shareChart(view))).toEqual([
      'Radio',
      '1.1 %',
      '0.3 %',
      '2.0 %',
      '800,000',
      '200,000',
      '1,400,000',
    ]);
    expect(row(waterfallChart(view))).toEqual(['Radio', '800,000', '200,000', '1,400,000']);
    expect(row(roasChart(view)).slice(2, 5)).toEqual(['0.7', '0.2', '1.3']);
  });

  test('calls a band by its quantiles', () => {
    const chart = overTimeChart(view);
    expect(chart.table.columns.map(({ label }) => label)).toContain('Baseline, 3 % quantile (EUR)');
    expect(chart.reading?.at(10).lines[1]?.value).toMatch(/^€654 k \(3 to 97 %: €/);
  });
});

test("today's spend brings the contribution that every other chart names, not the band of the curve", () => {
  const chart = curveChart(view, 'search_spend', { slope: curveSlope(view) }) as Chart;
  expect(chart.reading?.at(10).lines[1]?.value).toBe('€8.5 M (94 %: €6.9 to 10.3 M)');
  expect(chart.reading?.at(11).lines[1]?.value).toContain('3 to 97 %');
  expect(toSvg(chart, { width: 700, palette: lightPalette })).toContain(
    '<title>Search: revenue by spend</title>',
  );
});

test('a long name is cut, its figure is not', () => {
  const long = viewFrom('sample', 0.5, (files) => {
    channelIn(files, 'Radio').summary.label =
      'Radio with a name that is much longer than the drawing is wide';
  });
  expect(words(shareChart(long)).filter((text) => /^Radio.+… 1\.1 %$/.test(text))).toHaveLength(1);
});

test('a negative part hangs below a line of zero, and the whole is not called 100 %', () => {
  const below = viewFrom('sample', 0.5, ({ result: { baseline } }) => {
    baseline.mean = -baseline.mean / 5;
    baseline.hdi94 = [-baseline.hdi94[1] / 5, -baseline.hdi94[0] / 5];
  });
  const elements = elementsOf(shareChart(below), 400);
  const boxes = elements.filter(({ tag, attributes }) => tag === 'rect' && attributes.width === '56');
  const zero = elements.find(({ tag, attributes }) => tag === 'line' && attributes.x2 === '70');
  const [baseline, ...channels] = boxes.map(({ attributes }) => Number(attributes.y));
  expect(baseline).toBeCloseTo(Number(zero?.attributes.y1), 1);
  for (const top of channels) expect(top).toBeLessThan(Number(zero?.attributes.y1));
  expect(words(shareChart(below)).join(' ')).not.toContain('100 %');
});
