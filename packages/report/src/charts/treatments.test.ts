// A fit with a treatment: what price brought stands between the baseline and media, and everything still adds up.
import { expect, test } from 'vitest';
import { type Files, viewFrom } from '../../fixtures/views.ts';
import { parameterMeaning } from '../views/parameter-meaning.ts';
import { overTimeChart, shareChart, waterfallChart } from './index.ts';

const brought = -250_000;

/** What was the baseline's is now its own: price lowered the KPI evenly over all periods. */
function withPrice({ result, insights }: Files): void {
  const { baseline, series } = { baseline: result.baseline, series: insights.series };
  const estimate = {
    mean: brought,
    sd: 1e4,
    median: brought,
    hdi94: [-270_000, -230_000] as [number, number],
  };
  result.baseline = { ...baseline, mean: baseline.mean - brought };
  const part = (kpi: number) => kpi / insights.kpi;
  const share = {
    mean: part(brought),
    sd: 0,
    median: part(brought),
    hdi94: [part(-270_000), part(-230_000)] as [number, number],
  };
  result.spec.treatments = [{ column: 'price', name: 'Price', prior: { family: 'normal', mean: 0, sd: 2 } }];
  result.treatments = [
    { name: 'price', label: 'Price', reference: 20, contribution: estimate, share, effect: estimate },
  ];
  const each = brought / series.dates.length;
  const even = (by: number) => series.baseline.mean.map(() => by);
  series.treatments = [
    { mean: even(each), q03: even(2 * each), q25: even(each), q75: even(each), q97: even(0) },
  ];
  series.baseline.mean = series.baseline.mean.map((value) => value - each);
}

const view = viewFrom('sample', null, withPrice);
const before = viewFrom('sample');

test('the waterfall goes from the baseline down by the price, and up by media to where it ended before', () => {
  const names = waterfallChart(view).table.rows.map(([name]) => name);
  expect(names.slice(0, 4)).toEqual([
    'Revenue',
    'Baseline',
    'Price',
    expect.stringMatching(/Media|Advertising/),
  ]);
  const parts = (of: typeof view) =>
    waterfallChart(of)
      .table.rows.slice(1, of === view ? 4 : 3)
      .reduce((sum, [, value]) => sum + Number(value), 0);
  expect(parts(view)).toBeCloseTo(parts(before), 3);
});

test('shares and series have it beside the baseline, with the same sum', () => {
  expect(shareChart(view).description).toMatch(/Price [−-]/);
  const sums = (of: typeof view) => {
    const { columns, rows } = overTimeChart(of).table;
    const parts = columns.flatMap(({ label }, i) =>
      /: mean/.test(label) && !label.startsWith('Predicted') ? [i] : [],
    );
    return rows.map((row) => parts.reduce((sum, i) => sum + Number(row[i]), 0));
  };
  const [now, then] = [sums(view), sums(before)];
  for (const [t, sum] of then.entries()) expect(now[t]).toBeCloseTo(sum, 4);
});

test('what would have come without media is said to be at its reference', () => {
  expect(shareChart(view).title).toMatch(/would have come anyway \(.+\), with Price at 20$/);
  expect(waterfallChart(view).title).toMatch(/would have come without .+, with Price at 20; .+ brought /);
  expect(parameterMeaning('baseline_contribution', view.result)).toBe(
    'What would have come without media, with Price at 20',
  );
  expect(shareChart(before).title).not.toContain(', with');
});

test('its parameters are told by its name', () => {
  expect(parameterMeaning('gamma_treatment[price]', view.result)).toBe('Effect of Price');
  expect(parameterMeaning('treatment_contribution[price]', view.result)).toBe('What was brought by Price');
  expect(parameterMeaning('trend_delta[hinge_3]', view.result)).toBe(
    'Change of the trend at 30 % of the time',
  );
  expect(parameterMeaning('gamma_monthly[cos_2]', view.result)).toBe('Monthly season, wave 2 (cosine)');
});
