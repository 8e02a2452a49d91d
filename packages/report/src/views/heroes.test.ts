// The four large figures: digits, sign, scale, interval and drawn bar.
import { describe, expect, test } from 'vitest';
import { viewFrom } from '../../fixtures/views.ts';
import { glossary } from '../glossary.ts';
import { figure, heroes } from './heroes.ts';

const lines = (view: Parameters<typeof heroes>[0]) =>
  heroes(view).map(({ label, before, value, unit, notes }) =>
    [label, before + value + unit, ...notes].join(' | '),
  );

describe('heroes', () => {
  test('of the sample at 50 % margin', () => {
    expect(lines(viewFrom('sample', 0.5))).toMatchInlineSnapshot(`
      [
        "Revenue, 104 weeks | €71.3 M | From your file, no estimate. | €686 k in an average week.",
        "Of it, brought by advertising | €17.4 M | 94 %: €14.7 to 20.2 M | 24.4 % of revenue (20.6 to 28.3 %)",
        "Revenue per €1 spent | 1.88 | 94 %: 1.58 to 2.18 | Break-even €2.00, the dashed mark",
        "Profit after €9.28 M spend | −€0.6 M | 94 %: −€1.9 to 0.8 M | At 50 % margin; dashed mark: zero",
      ]
    `);
  });

  test('without a margin there is no profit, and the note says how to see it', () => {
    const profit = heroes(viewFrom('sample'))[3];
    expect(profit).toMatchObject({ value: '–', bar: null, notes: ['Give your margin to see profit.'] });
  });

  test('profit is margin times revenue less spend, draw by draw', () => {
    const view = viewFrom('sample', 0.4);
    const { spend, roas } = view.insights.paid;
    const profit = heroes(view)[3]?.bar;
    expect(profit?.mean).toBeCloseTo(0.4 * (roas?.mean ?? 0) * spend - spend, 3);
    expect(profit?.lo).toBeCloseTo(0.4 * (roas?.hdi94[0] ?? 0) * spend - spend, 3);
    expect(profit?.from).toBeLessThanOrEqual(profit?.lo ?? 0);
    expect(profit).toMatchObject({ reference: 0, referenceLabel: 'Zero' });
  });

  test('of a counted KPI: cost in place of return, no profit without a price', () => {
    expect(lines(viewFrom('orders'))).toMatchInlineSnapshot(`
      [
        "Orders, 104 weeks | 71.3 M | From your file, no estimate. | 686 k in an average week.",
        "Of it, brought by paid media | 14.3 M | 94 %: 12.0 to 16.7 M | 20.1 % of orders (16.8 to 23.5 %)",
        "Cost per order | €0.395 | 94 %: €0.337 to 0.470 | Spend divided by what it brought; the median.",
        "Profit after €5.64 M spend | – | Say what one order is worth, in a column such as revenue_per_order, to see profit.",
      ]
    `);
  });

  test('a quick run shows them, one that did not converge shows none', () => {
    expect(heroes(viewFrom('units'))).toHaveLength(4);
    expect(heroes(viewFrom('hill'))).toEqual([]);
  });

  test('bars hold what they draw', () => {
    for (const { bar } of heroes(viewFrom('sample', 0.5))) {
      if (!bar) continue;
      expect(bar.from).toBeLessThanOrEqual(Math.min(bar.lo, bar.reference ?? bar.lo));
      expect(bar.to).toBeGreaterThanOrEqual(Math.max(bar.hi, bar.reference ?? bar.hi));
    }
  });

  test('count the periods the totals are of, where some have no KPI or were left out', () => {
    const view = viewFrom('sample', 0.5, ({ result }) => {
      result.fit.rows = 102;
    });
    const [kpi] = heroes(view);
    expect(kpi?.label).toBe('Revenue, 102 of 104 weeks');
    expect(kpi?.notes[1]).toBe('€699 k in an average week.');
    expect(view.words.period).toBe('102 of 104 weeks, 2024-01-01 to 2025-12-28');
  });

  test('their terms stand in the glossary', () => {
    for (const margin of [null, 0.5])
      for (const name of ['sample', 'orders'] as const)
        for (const { term } of heroes(viewFrom(name, margin))) if (term) expect(glossary[term]).toBeDefined();
  });

  test('a figure falls apart into sign, digits and scale', () => {
    const parts = ['€17.4 M', '−€0.6 M', '<€0.1 k', 'CHF 1,234', '0.42', '–'].map(figure);
    expect(parts.map(({ before, value, unit }) => [before, value, unit])).toEqual([
      ['€', '17.4', ' M'],
      ['−€', '0.6', ' M'],
      ['<€', '0.1', ' k'],
      ['CHF ', '1,234', ''],
      ['', '0.42', ''],
      ['', '–', ''],
    ]);
  });
});
