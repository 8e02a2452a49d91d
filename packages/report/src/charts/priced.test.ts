// A counted KPI with a price: what comes back is money in every chart and heading, what was counted stays counted.
import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../fixtures/charts.ts';
import { PRICE, pricedView, viewFrom } from '../../fixtures/views.ts';
import { curvesTitle, roasTitle } from '../views/return-titles.ts';
import { type Chart, curveChart, curveSlope, roasChart, waterfallChart } from './index.ts';
import { returnPanels } from './returns.ts';

const curveIn = (view: ReturnType<typeof pricedView>) =>
  curveChart(view, 'tv_spend', { slope: curveSlope(view) }) as Chart;
const words = (chart: Chart) => elementsOf(chart, 700).map(({ text }) => text);

describe('orders with a price', () => {
  const view = pricedView(0.5);
  const curve = curveIn(view);

  test('have curves in money, against a line of break-even', () => {
    const today = view.result.channels.find(({ name }) => name === 'tv_spend')?.responseCurve;
    expect(curve.description).toMatch(/today's spend of €2\.28 M brings €\d\.\d+ M \(3 to 97 %: €/);
    expect(curve.reading?.at(10).lines[1]?.value).toMatch(/^€/);
    expect(curve.table.columns[1]?.label).toBe('Brings, mean (EUR)');
    expect(curve.table.rows[10]?.[1]).toBe(today?.mean[10]);
    expect(words(curve)).toContain('break-even 2.00');
    expect(words(curve).filter((text) => /^€\d/.test(text)).length).toBeGreaterThan(3);
    expect(curvesTitle(view).subtitle).toMatch(/^Revenue by spend.+The dotted line is €2\.00 for each €1\.$/);
  });

  test('have returns under the title of returns', () => {
    expect(returnPanels(view).map(({ heading }) => heading)).toEqual([
      'ROAS: revenue per €1, all spend',
      'Marginal ROAS: revenue per next €1',
    ]);
    expect(roasTitle(view).subtitle).toMatch(/^Revenue per €1 spent/);
    expect(words(roasChart(view))).toContain('break-even 2.00');
  });

  test('stay orders where orders are counted', () => {
    expect(words(waterfallChart(view)).join(' ')).not.toContain('€');
  });
});

describe('orders without a price', () => {
  test('have curves in orders and no line of break-even', () => {
    const view = viewFrom('orders');
    const curve = curveIn(view);
    const priced = curveIn(pricedView());
    expect(curve.description).toMatch(/brings \d\.\d+ M orders/);
    expect(curve.table.columns[1]?.label).toBe('Brings, mean (orders)');
    expect(words(curve).join(' ')).not.toContain('break-even');
    expect(Number(priced.table.rows[10]?.[1]) / Number(curve.table.rows[10]?.[1])).toBeCloseTo(PRICE, 9);
    expect(returnPanels(view).map(({ key }) => key)).toEqual(['cost']);
    expect(curvesTitle(view).subtitle).not.toContain('dotted');
  });
});
