// The charts show the posterior's own numbers: marks stand where the axis says the number is, and only what changed moves.
import { describe, expect, test } from 'vitest';
import { axisOf, type Element, elementsOf, everyChart, quantityOf } from '../../fixtures/charts.ts';
import { channelIn, viewFrom } from '../../fixtures/views.ts';
import { channelOf, insightsOf, type View } from '../views/view.ts';
import type { Chart } from './chart.ts';
import {
  curveChart,
  curveSlope,
  decayChart,
  heroBar,
  lightPalette,
  overTimeChart,
  predictionChart,
  probabilityDots,
  residualChart,
  roasChart,
  shareChart,
  traceChart,
  waterfallChart,
} from './index.ts';

const view = viewFrom('sample', 0.5);
const width = 1000;
const number = (element: Element | undefined, name: string) => Number(element?.attributes[name]);

/** Value of a written tick: `€0.8 M`, `−5`, `50 %`. */
function tickValue(text: string): number {
  const [, sign, digits = '', scale] = /^(−?)\D*?([\d.,]+)\s*(k|M|bn)?/.exec(text) ?? [];
  const power = { k: 1e3, M: 1e6, bn: 1e9 }[scale ?? ''] ?? 1;
  return (sign ? -1 : 1) * Number(digits.replaceAll(',', '')) * power;
}

/** The vertical axis of a chart as it is written at its left: from a y to a value. */
function verticalOf(chart: Chart): (y: number) => number {
  const ticks = elementsOf(chart, width).filter(
    ({ tag, attributes }) =>
      tag === 'text' && attributes['text-anchor'] === 'end' && attributes.fill === lightPalette.muted,
  );
  const ofAxis = ticks.filter(({ attributes }) => attributes.x === ticks[0]?.attributes.x);
  return axisOf(ofAxis.map((tick) => [number(tick, 'y') - 4, tickValue(tick.text)] as const));
}

/** Points of a path: `M1,2L3,4`. */
function pointsOf(path: string | undefined): [number, number][] {
  return [...(path ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe('the chart of returns', () => {
  const elements = elementsOf(roasChart(view), width);
  const circles = elements.filter(({ tag }) => tag === 'circle');
  const lines = elements.filter(({ tag }) => tag === 'line');
  const panels = [
    { of: 'roas', first: 0 },
    { of: 'marginalRoas', first: view.order.length },
  ] as const;

  test.each(panels)('puts every dot and line of $of where its axis says the estimate is', ({ of, first }) => {
    const half = width / 2;
    const ticks = elements.filter(
      ({ tag, text, attributes }) =>
        tag === 'text' &&
        /^\d$/.test(text) &&
        attributes['text-anchor'] === 'middle' &&
        (first === 0
          ? number({ attributes } as Element, 'x') < half
          : number({ attributes } as Element, 'x') > half),
    );
    const at = axisOf(ticks.map((tick) => [number(tick, 'x'), Number(tick.text)] as const));
    view.order.forEach((column, i) => {
      const estimate = channelOf(view, column)[of];
      const quantiles = insightsOf(view, column)[of];
      const circle = circles[first + i];
      expect(at(number(circle, 'cx'))).toBeCloseTo(estimate?.mean ?? Number.NaN, 1);
      const beside = lines.filter((line) => line.attributes.y1 === circle?.attributes.cy);
      const [thin, thick] = beside.filter((line) => number(line, 'x1') < half === (first === 0));
      expect(at(number(thin, 'x1'))).toBeCloseTo(estimate?.hdi94[0] ?? Number.NaN, 1);
      expect(at(number(thin, 'x2'))).toBeCloseTo(estimate?.hdi94[1] ?? Number.NaN, 1);
      expect(at(number(thick, 'x1'))).toBeCloseTo(quantiles?.[25] ?? Number.NaN, 1);
      expect(at(number(thick, 'x2'))).toBeCloseTo(quantiles?.[75] ?? Number.NaN, 1);
    });
  });

  test('names break-even, and draws it at 1 / margin', () => {
    const texts = elements.map(({ text }) => text);
    expect(texts.filter((text) => text === 'break-even 2.00')).toHaveLength(2);
    const noMargin = elementsOf(roasChart(viewFrom('sample')), width).map(({ text }) => text);
    expect(noMargin).toContain('break-even 1.00, before any margin');
  });

  test('says of a tail it cuts where it really ends', () => {
    const long = viewFrom('sample', 0.5, (files) => {
      const { summary } = channelIn(files, 'Radio');
      if (summary.roas) summary.roas.hdi94 = [0.1, 24];
    });
    const texts = elementsOf(roasChart(long), width).map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('Arrow: the 94 % interval of Radio goes on'))).toHaveLength(
      1,
    );
    expect(texts.filter((text) => text.endsWith(' to 24'))).toHaveLength(1);
  });

  test('shows the cost of one order where orders are counted', () => {
    const orders = viewFrom('orders');
    const chart = roasChart(orders);
    expect(chart.table.columns.map(({ label }) => label)).toContain('Cost of one order, median (EUR)');
    const texts = elementsOf(chart, width).map(({ text }) => text);
    expect(texts).toContain('no spend, so no return');
    orders.order.forEach((column, i) => {
      const { costPerKpi, spend } = channelOf(orders, column);
      if (!costPerKpi) return;
      const brought = insightsOf(orders, column).contribution;
      expect(chart.table.rows[i]).toEqual([
        channelOf(orders, column).label,
        spend,
        costPerKpi.median,
        ...costPerKpi.hdi94,
        spend / (brought[75] ?? 0),
        spend / (brought[25] ?? 0),
      ]);
    });
  });
});

describe('charts over time', () => {
  test('stack the means of baseline and channels, and draw the predictive band and the actual values', () => {
    const chart = overTimeChart(view);
    const value = verticalOf(chart);
    const paths = elementsOf(chart, width).filter(({ tag }) => tag === 'path');
    const { series } = view.insights;
    const weeks = series.dates.length;
    const means = [series.baseline, ...view.order.map((column) => bandOf(view, column))].map(
      ({ mean }) => mean,
    );
    means.forEach((_, layer) => {
      const top = pointsOf(paths[layer]?.attributes.d).slice(0, weeks);
      for (const t of [0, 50, weeks - 1]) {
        const sum = means.slice(0, layer + 1).reduce((all, mean) => all + (mean[t] ?? 0), 0);
        expect(value(top[t]?.[1] ?? 0) / sum).toBeCloseTo(1, 3);
      }
    });
    const band = pointsOf(paths[means.length]?.attributes.d);
    expect(value(band[7]?.[1] ?? 0) / (series.predicted.q97[7] ?? 0)).toBeCloseTo(1, 3);
    expect(value(band.at(-1 - 7)?.[1] ?? 0) / (series.predicted.q03[7] ?? 0)).toBeCloseTo(1, 3);
    const actual = pointsOf(paths[means.length + 2]?.attributes.d);
    expect(value(actual[7]?.[1] ?? 0) / (series.actual[7] ?? 0)).toBeCloseTo(1, 3);
  });

  test('draw a dot for each actual value, and a ring for each outside the 94 % band', () => {
    const chart = predictionChart(view);
    const value = verticalOf(chart);
    const { actual, predicted } = view.insights.series;
    // The last two are those of the legend.
    const dots = elementsOf(chart, width)
      .filter(({ tag }) => tag === 'circle')
      .slice(0, actual.length);
    dots.forEach((dot, t) => {
      expect(value(number(dot, 'cy')) / (actual[t] ?? 0)).toBeCloseTo(1, 3);
      const outside =
        (actual[t] ?? 0) < (predicted.q03[t] ?? 0) || (actual[t] ?? 0) > (predicted.q97[t] ?? 0);
      expect(dot.attributes.fill).toBe(outside ? lightPalette.background : lightPalette.text);
    });
    const rings = dots.filter(({ attributes }) => attributes.fill === lightPalette.background).length;
    expect(rings).toBe(Math.round((1 - view.result.fit.coverage94) * actual.length));
  });

  test('leave a gap for a missing value instead of bridging it', () => {
    const gap = viewFrom('sample', 0.5, ({ insights }) => {
      insights.series.actual[10] = null;
    });
    const lines = elementsOf(overTimeChart(gap), width).filter(
      ({ tag, attributes }) => tag === 'path' && attributes.stroke === lightPalette.text,
    );
    expect(lines[0]?.attributes.d?.match(/M/g)).toHaveLength(2);
    expect(overTimeChart(gap).reading?.at(10).lines[0]).toEqual({ label: 'Actual', value: 'missing' });
    expect(residualChart(gap).table.rows[10]?.[1]).toBe('');
    expect(elementsOf(predictionChart(gap), width).filter(({ tag }) => tag === 'circle')).toHaveLength(
      elementsOf(predictionChart(view), width).filter(({ tag }) => tag === 'circle').length - 1,
    );
  });
});

test('the prediction counts actual values, not periods without one', () => {
  const gap = viewFrom('sample', 0.5, ({ insights: { series } }) => {
    series.actual[10] = null;
    series.actual[11] = null;
  });
  expect(predictionChart(gap).description).toMatch(/ of 102 actual values lie outside/);
  expect(residualChart(gap).description).toMatch(/ of 102 values lie outside/);
});

describe('shares, waterfall, curves and carry-over', () => {
  test('each slice is as high as its share', () => {
    const chart = shareChart(view);
    const boxes = elementsOf(chart, 400).filter(
      ({ tag, attributes }) => tag === 'rect' && attributes.x === '0',
    );
    const heights = boxes.map((box) => number(box, 'height'));
    const whole = heights.reduce((sum, height) => sum + height, 0);
    const shares = chart.table.rows.map(([, share]) => Number(share));
    const all = shares.reduce((sum, share) => sum + share, 0);
    heights.forEach((height, i) => {
      expect(height / whole).toBeCloseTo((shares[i] ?? 0) / all, 3);
    });
    expect(shares[0]).toBe(view.result.baseline.mean / view.insights.kpi);
    expect(shares.slice(1)).toEqual(view.order.map((column) => channelOf(view, column).share.mean));
  });

  test('the waterfall enlarges the channels: their bars begin at zero and end at the total of media', () => {
    const bars = elementsOf(waterfallChart(view), width).filter(({ tag }) => tag === 'rect');
    const [kpi, baseline, media, ...channels] = bars;
    const perPixel = view.insights.kpi / number(kpi, 'width');
    expect(number(baseline, 'width') * perPixel).toBeCloseTo(view.result.baseline.mean, -6);
    expect(number(media, 'width') * perPixel).toBeCloseTo(view.result.totalMedia.mean, -6);
    const wide = channels.reduce((sum, bar) => sum + number(bar, 'width'), 0);
    const enlarged = view.result.totalMedia.mean / wide;
    view.order.forEach((column, i) => {
      expect(number(channels[i], 'width') * enlarged).toBeCloseTo(
        channelOf(view, column).contribution.mean,
        -5,
      );
    });
    expect(wide).toBeGreaterThan(2 * number(media, 'width'));
    expect(number(channels[0], 'x')).toBe(number(kpi, 'x'));
  });

  test('every panel of curves has the same slope for the same return', () => {
    const slope = curveSlope(view);
    const steepness = view.order.map((column) => {
      const chart = curveChart(view, column, { slope });
      const dotted = elementsOf(chart as Chart, 360).find(
        ({ attributes }) => attributes['stroke-dasharray'] === '1.5 3',
      );
      return (number(dotted, 'y1') - number(dotted, 'y2')) / (number(dotted, 'x2') - number(dotted, 'x1'));
    });
    for (const steep of steepness) expect(steep).toBeCloseTo(steepness[0] ?? 0, 2);
  });

  test('today stands on the mean of the curve at the spend of the measured periods', () => {
    const [column = ''] = view.order;
    const chart = curveChart(view, column, { slope: curveSlope(view) }) as Chart;
    const { responseCurve, spend } = channelOf(view, column);
    const [today] = elementsOf(chart, width).filter(({ tag }) => tag === 'circle');
    const value = verticalOf(chart);
    expect(value(number(today, 'cy')) / (responseCurve?.mean[10] ?? 0)).toBeCloseTo(1, 2);
    const index = chart.reading?.nearest(number(today, 'cx'), width) ?? 0;
    expect(chart.table.rows[index]?.[0]).toBeCloseTo(spend, 0);
    const observed = chart.table.rows.map((row) => row.at(-1));
    expect(observed).toEqual(responseCurve?.extrapolated.map((is) => (is ? 'no' : 'yes')));
  });

  test('a bar of carry-over is as high as the share of the effect in its week', () => {
    const [column = ''] = view.order;
    const chart = decayChart(view, column);
    const value = verticalOf(chart);
    const bars = elementsOf(chart, width).filter(({ tag }) => tag === 'rect');
    insightsOf(view, column).decay.mean.forEach((share, lag) => {
      expect(value(number(bars[lag], 'y')) / 100).toBeCloseTo(share, 2);
    });
  });
});

describe('what changes when one channel changes', () => {
  const drawn = (chart: Chart) => elementsOf(chart, width).map((element) => JSON.stringify(element));
  const changedIn = (before: Chart, after: Chart) => {
    const [old, now] = [drawn(before), drawn(after)];
    expect(now).toHaveLength(old.length);
    return old.flatMap((element, i) =>
      element === now[i] || i === 0 ? [] : [JSON.parse(element) as Element],
    );
  };

  test('in the returns only its own row', () => {
    const after = viewFrom('sample', 0.5, (files) => {
      const { roas } = channelIn(files, 'Social').summary;
      if (roas) Object.assign(roas, { mean: roas.mean * 1.1, hdi94: [roas.hdi94[0], roas.hdi94[1] * 1.05] });
    });
    const changed = changedIn(roasChart(view), roasChart(after));
    const rows = new Set(changed.map(({ attributes }) => attributes.cy ?? attributes.y1 ?? attributes.y));
    const row = view.order.indexOf('social_spend');
    expect(changed.length).toBeGreaterThan(2);
    for (const y of rows) {
      expect(Number(y)).toBeGreaterThan(44 + row * 44);
      expect(Number(y)).toBeLessThanOrEqual(44 + (row + 1) * 44);
    }
  });

  test('over time its own layer and those that stand on it, nothing below', () => {
    const [, column = ''] = view.order;
    const after = viewFrom('sample', 0.5, ({ insights }) => {
      const band = insights.series.channels[insights.channels.findIndex(({ name }) => name === column)];
      band?.mean.forEach((value, t) => {
        band.mean[t] = value * 0.9;
      });
    });
    const changed = changedIn(overTimeChart(view), overTimeChart(after)).filter(
      ({ attributes }) => attributes['fill-opacity'] === String(lightPalette.area),
    );
    expect(changed.map(({ attributes }) => attributes.fill)).toEqual(
      lightPalette.channels.slice(1, view.order.length),
    );
  });
});

describe('small marks', () => {
  test('the interval under a figure stands on the axis it is given', () => {
    const bar = { mean: 2.9, lo: 2.4, hi: 3.4, q25: 2.7, q75: 3.1, from: 0, to: 4 };
    const chart = heroBar(
      { ...bar, reference: 2, referenceLabel: 'Break-even' },
      { id: 'h', description: 'x' },
    );
    const elements = elementsOf(chart, 200);
    const [axis, reference, thin, thick] = elements.filter(({ tag }) => tag === 'line');
    const at = (x: number) => ((x - 6) / 188) * 4;
    expect(axis?.attributes.x1).toBe('2');
    expect(at(number(reference, 'x1'))).toBeCloseTo(2, 2);
    expect([at(number(thin, 'x1')), at(number(thin, 'x2'))].map((v) => v.toFixed(2))).toEqual([
      '2.40',
      '3.40',
    ]);
    expect([at(number(thick, 'x1')), at(number(thick, 'x2'))].map((v) => v.toFixed(2))).toEqual([
      '2.70',
      '3.10',
    ]);
    expect(
      at(
        number(
          elements.find(({ tag }) => tag === 'circle'),
          'cx',
        ),
      ),
    ).toBeCloseTo(2.9, 2);
  });

  test.each([
    [0.92, 18],
    [0.5, 10],
    [0.98, 19],
    [0.995, 20],
    [0.02, 1],
    [0.001, 0],
  ])('a probability of %d fills %d of twenty dots', (probability, filled) => {
    const dots = elementsOf(probabilityDots(probability), 116).filter(({ tag }) => tag === 'circle');
    expect(dots).toHaveLength(20);
    expect(dots.filter(({ attributes }) => attributes.fill !== 'none')).toHaveLength(filled);
  });

  test('hidden values leave neither a number on the lanes nor a draw in the table', () => {
    const quantity = quantityOf(3);
    const shown = { title: 'Chains', subtitle: '' };
    const hidden = traceChart(quantity, { ...shown, hideValues: true });
    expect(elementsOf(hidden, width).filter(({ text }) => text.startsWith('each lane'))).toEqual([]);
    const drawn = new Set(quantity.chains.flatMap(({ trace, mean }) => [...trace, mean]));
    expect(hidden.table.rows.flat().filter((cell) => drawn.has(Number(cell)))).toEqual([]);
    const open = traceChart(quantity, shown);
    expect(elementsOf(open, width).filter(({ text }) => text.startsWith('each lane'))).toHaveLength(1);
    expect(open.table.rows[3]?.slice(1, 5)).toEqual(quantity.chains.map(({ trace }) => trace[3]));
  });

  test('bars of ranks stand before the band that even ranks stay in', () => {
    const quantity = quantityOf(0);
    const boxes = elementsOf(traceChart(quantity, { title: '', subtitle: '' }), width)
      .filter(({ tag }) => tag === 'rect')
      .map(({ attributes }) => attributes.fill);
    const lane = [lightPalette.text, ...quantity.chains[0].ranks.map(() => lightPalette.accent)];
    expect(boxes).toEqual(quantity.chains.flatMap(() => lane));
  });

  test('a chain apart from the others is drawn in another colour and named', () => {
    const texts = elementsOf(traceChart(quantityOf(3), { title: '', subtitle: '' }), width);
    expect(texts.filter(({ text }) => text === 'higher than the others')).toHaveLength(1);
    const red = texts.filter(
      ({ tag, attributes }) => tag === 'path' && attributes.stroke === lightPalette.bad,
    );
    expect(red).toHaveLength(1);
  });
});

describe('tables', () => {
  test('hold every estimate that is drawn, unrounded', () => {
    const all = new Set(everyChart(view).flatMap(({ chart }) => chart.table.rows.flat()));
    const { baseline, totalMedia } = view.result;
    const estimates = view.result.channels.flatMap(({ roas, marginalRoas, contribution, share }) => [
      roas,
      marginalRoas,
      contribution,
      share,
    ]);
    for (const estimate of [...estimates, baseline, totalMedia])
      for (const value of [estimate?.mean, ...(estimate?.hdi94 ?? [])]) expect(all).toContain(value);
    const { predicted, actual } = view.insights.series;
    for (const values of [...Object.values(predicted), actual])
      expect(values.filter((value) => value !== null && !all.has(value))).toEqual([]);
  });
});

function bandOf({ insights }: View, column: string) {
  const band = insights.series.channels[insights.channels.findIndex(({ name }) => name === column)];
  if (!band) throw new Error(column);
  return band;
}
