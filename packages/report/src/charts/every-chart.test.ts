// What holds for the charts of any run: real ones and made-up ones of every shape, from one channel to forty, tiny to huge.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { elementsOf, everyChart } from '../../fixtures/charts.ts';
import { pricedView, randomView, viewFrom } from '../../fixtures/views.ts';
import type { View } from '../views/view.ts';
import type { Chart } from './chart.ts';
import { markup } from './markup.ts';
import { darkPalette, lightPalette } from './palette.ts';
import { toSvg } from './svg-file.tsx';
import { textWidth, type Weight } from './text-width.ts';

const widths = [320, 700, 1200];

const cases: [string, View][] = [
  ['the sample', viewFrom('sample', 0.5)],
  ['orders, one channel without spend', viewFrom('orders')],
  ['orders with a price', pricedView(0.5)],
  ['a run that did not converge', viewFrom('hill', 0.4)],
  ['nothing spent, nothing brought', viewFrom('sample', null, nothingSpent)],
  ['a baseline below zero', viewFrom('sample', 0.5, belowZero)],
  ['a period without a value, and some outside the fit', viewFrom('sample', 0.5, withGaps)],
  ['the same value in every period', viewFrom('sample', 0.5, allEqual)],
  ['a single period', viewFrom('sample', 0.5, onePeriod)],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((seed): [string, View] => [`made up from seed ${seed}`, randomView(seed)]),
];

type Change = NonNullable<Parameters<typeof viewFrom>[2]>;
type Files = Parameters<Change>[0];

function nothingSpent({ result, insights }: Files): void {
  const zero = { mean: 0, sd: 0, median: 0, hdi94: [0, 0] as [number, number] };
  for (const channel of result.channels)
    Object.assign(channel, {
      spend: 0,
      contribution: zero,
      share: zero,
      roas: null,
      roasOfSpend: null,
      marginalRoas: null,
      responseCurve: null,
      information: null,
    });
  for (const channel of insights.channels)
    Object.assign(channel, {
      contribution: new Array(101).fill(0),
      roas: null,
      roasOfSpend: null,
      marginalRoas: null,
    });
  for (const band of insights.series.channels) for (const values of Object.values(band)) values.fill(0);
  result.totalMedia = zero;
  insights.paid = { spend: 0, contribution: zero, roas: null, roasQuantiles: null };
}

function belowZero({ result, insights }: Files): void {
  const shift = 1.6 * result.baseline.mean;
  const { mean, sd, median, hdi94 } = result.baseline;
  const [low, high] = hdi94;
  result.baseline = { mean: mean - shift, sd, median: median - shift, hdi94: [low - shift, high - shift] };
  const { baseline, dates } = insights.series;
  for (const values of Object.values(baseline))
    values.forEach((value, t) => {
      values[t] = value - shift / dates.length;
    });
}

function withGaps({ insights: { series } }: Files): void {
  series.actual[10] = null;
  series.fitted[10] = false;
  series.fitted.fill(false, 90);
  series.actual[series.actual.length - 1] = null;
}

function allEqual({ insights: { series } }: Files): void {
  series.actual.fill(500);
  for (const band of [series.predicted, series.baseline, ...series.channels])
    for (const values of Object.values(band)) values.fill(500);
}

function onePeriod({ insights: { series } }: Files): void {
  const first = <T>(values: T[]) => values.splice(1);
  first(series.dates);
  first(series.actual);
  first(series.fitted);
  for (const band of [series.predicted, series.baseline, ...series.channels])
    Object.values(band).forEach(first);
}

describe.each(cases)('the charts of %s', (_, view) => {
  const charts = everyChart(view);

  test('have a number in every attribute that wants one', () => {
    for (const { chart, width } of charts)
      for (const at of width ? [width] : widths)
        for (const focus of [undefined, 0]) {
          const svg = markup(chart.draw({ width: at, palette: lightPalette, ...(focus === 0 && { focus }) }));
          expect(svg, chart.id).not.toMatch(/NaN|Infinity|undefined|null/);
          expect(svg, chart.id).not.toMatch(/(?:width|height|r)="-/);
        }
  });

  test('are as wide and as high as they say, and name what they show', () => {
    for (const { chart, width } of charts)
      for (const at of width ? [width] : widths) {
        const [root] = elementsOf(chart, at);
        expect(root?.attributes.role).toBe('img');
        expect(root?.attributes['aria-label'], chart.id).not.toBe('');
        if (chart.id === 'probability') continue;
        const size = [Number(root?.attributes.width), Number(root?.attributes.height)];
        expect(size, chart.id).toEqual([at, Math.round(chart.height(at) * 100) / 100]);
      }
  });

  test('keep every word inside the drawing', () => {
    for (const { chart, width } of charts)
      for (const at of width ? [width] : widths)
        expect(outside(chart, at), `${chart.id} at ${at}`).toEqual([]);
  });

  test('have a table as wide as its head, and no number in it that is none', () => {
    for (const { chart } of charts) {
      const { columns, rows } = chart.table;
      expect(
        rows.filter((row) => row.length !== columns.length),
        chart.id,
      ).toEqual([]);
      const numbers = rows.flat().filter((cell) => typeof cell === 'number');
      expect(
        numbers.filter((cell) => !Number.isFinite(cell)),
        chart.id,
      ).toEqual([]);
    }
  });

  test('give a reading for every place, and find each place again', () => {
    for (const { chart } of charts) {
      const { reading } = chart;
      if (!reading) continue;
      for (let index = 0; index < reading.count; index += 1 + Math.floor(reading.count / 7)) {
        const { head, lines } = reading.at(index);
        expect(head, chart.id).not.toBe('');
        expect(lines.length, chart.id).toBeGreaterThan(0);
        for (const { label, value } of lines)
          expect(`${label}${value}`, chart.id).not.toMatch(/NaN|undefined|null/);
      }
      for (const [x, y] of [
        [-50, -50],
        [350, 100],
        [5000, 5000],
      ] as const) {
        const nearest = reading.nearest(x, 700, y);
        if (reading.count > 0) expect(nearest >= 0 && nearest < reading.count, chart.id).toBe(true);
      }
    }
  });
});

/** Words that begin left of the drawing, end right of it, or stand above or below it. */
function outside(chart: Chart, width: number): string[] {
  const height = chart.height(width);
  return elementsOf(chart, width)
    .filter(({ tag, isRotated }) => tag === 'text' && !isRotated)
    .filter(({ attributes, text, left, top }) => {
      const lettering = {
        size: Number(attributes['font-size'] ?? 12),
        weight: Number(attributes['font-weight'] ?? 400) as Weight,
      };
      const wide = textWidth(text.replaceAll(/&[^;]+;/g, 'x'), lettering);
      const anchor = { start: 0, middle: 0.5, end: 1 }[attributes['text-anchor'] ?? 'start'] ?? 0;
      const from = left + Number(attributes.x) - anchor * wide;
      const baseline = top + Number(attributes.y);
      return from < -1 || from + wide > width + 1 || baseline > height || baseline < lettering.size * 0.7;
    })
    .map(({ text }) => text);
}

describe('a drawing as text', () => {
  test('is what the server of React writes', () => {
    for (const { chart, width = 700 } of everyChart(viewFrom('sample', 0.5)))
      for (const palette of [lightPalette, darkPalette]) {
        const drawing = chart.draw({ width, palette });
        expect(markup(drawing), chart.id).toBe(renderToStaticMarkup(drawing));
      }
  });

  test('escapes what a name may hold', () => {
    const element = createElement('text', { 'aria-label': '"a" & b' }, '<script>', 1, null, ['x', false]);
    expect(markup(element)).toBe(renderToStaticMarkup(element));
  });

  test('refuses what is no drawing', () => {
    expect(() => markup({} as never)).toThrow('a drawing is made of elements and text');
  });
});

describe('a chart as a file', () => {
  test('stands alone: size, ground, font, the finding and what is plotted, and no custom property', () => {
    const [over] = everyChart(viewFrom('sample', 0.5));
    if (!over) throw new Error('no chart');
    const svg = toSvg(over.chart, { width: 700, palette: lightPalette });
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 748 /);
    expect(svg).toContain(`<title>${over.chart.title}</title>`);
    expect(svg).toContain('<desc>');
    expect(svg).toContain('font-family="Inter, ');
    expect(svg).toContain(`fill="${lightPalette.background}"`);
    expect(svg).toContain(over.chart.title.slice(0, 20));
    expect(svg).not.toContain('var(');
  });
});
