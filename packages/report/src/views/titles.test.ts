// The findings over the charts, in their exact words.
import type { QuantityView } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { channelIn, viewFrom } from '../../fixtures/views.ts';
import { acfTitle, parametersTitle, predictionTitle, residualTitle, traceTitle } from './analyst-titles.ts';
import { parameterMeaning } from './parameter-meaning.ts';
import {
  curveNote,
  curvesTitle,
  decayNote,
  decayTitle,
  metersTitle,
  overTimeTitle,
  roasTitle,
  shareTitle,
  waterfallTitle,
} from './return-titles.ts';

const sample = viewFrom('sample', 0.5);
const orders = viewFrom('orders');

describe('headings state the finding', () => {
  test.each([
    [overTimeTitle, 'Advertising brought 24.4 % of revenue (20.6 to 28.3 %), Search the largest part of it'],
    [shareTitle, '75.6 % of revenue would have come anyway (71.6 to 79.4 %)'],
    [roasTitle, 'Search earns most on the next €1: €3.48 (2.90 to 4.12); TV and Social do not earn it back'],
    [curvesTitle, 'Search has room; TV and Social gain little from more'],
    [decayTitle, 'TV may keep working longest: half of its effect comes after 1.21 weeks (0.80 to 1.68)'],
    [waterfallTitle, '€53.9 M came without advertising, €17.4 M through it'],
    [metersTitle, 'Three channels measured, two mostly assumed'],
    [parametersTitle, 'All 49 quantities passed; Radio and Display stay close to what was assumed'],
    [predictionTitle, 'The model explains 94 % of the ups and downs; 100 of 104 weeks lie in the 94 % band'],
    [residualTitle, 'What is left shows no clear pattern'],
    [acfTitle, 'No echo from week to week: r = −0.12'],
  ])('%o', (title, expected) => {
    expect(title(sample).title).toBe(expected);
  });

  test('say of a chart that shows the last periods alone that it does, and what its totals are of', () => {
    const cut = (weeks: number) =>
      viewFrom('sample', 0.5, ({ insights: { series } }) => {
        series.dates = series.dates.slice(-weeks);
      });
    expect(overTimeTitle(sample).subtitle).toContain(', 104 weeks. Areas');
    expect(overTimeTitle(cut(26)).subtitle).toContain(
      ', the last 26 of 104 weeks. The share is of 104 weeks. Areas',
    );
    expect(residualTitle(cut(26)).subtitle).toContain(', the last 26 of 104 weeks; shaded');
    expect(predictionTitle(cut(26)).subtitle).toContain(', the last 26 of 104 weeks, with 50 and 94 %');
    expect(predictionTitle(sample).subtitle).not.toContain('104 weeks');
    expect(residualTitle(cut(1)).subtitle).toContain(', the last of 104 weeks; shaded');
    expect(shareTitle(cut(26)).subtitle).toContain(', 104 weeks;');
  });

  test('of a counted KPI speak of costs', () => {
    expect(roasTitle(orders)).toEqual({
      title: 'One order cost least through Search: €0.251 (0.202 to 0.305)',
      subtitle: 'Cost of one order, 104 weeks. Dot: median; line: 94 % interval.',
    });
    expect(waterfallTitle(orders).title).toBe('54.5 M came without media, 16.8 M through it');
    expect(curvesTitle(orders).subtitle).not.toContain('dotted');
  });

  test('claim an order only where the intervals lie apart', () => {
    const close = viewFrom('sample', null, (files) => {
      channelIn(files, 'TV').summary.marginalRoas = { mean: 3.3, sd: 0.3, median: 3.3, hdi94: [2.7, 3.9] };
    });
    expect(roasTitle(close).title).toBe('Search may earn most on the next €1: €3.48 (2.90 to 4.12)');
    const long = viewFrom('sample', null, (files) => {
      channelIn(files, 'TV').seen.halfLife = { mean: 4, sd: 0.2, median: 4, hdi94: [3.6, 4.4] };
    });
    expect(decayTitle(long).title).toBe(
      'TV keeps working longest: half of its effect comes after 4.00 weeks (3.60 to 4.40)',
    );
  });

  test('of one channel compare it with nothing', () => {
    const one = viewFrom('sample', 0.5, ({ result, insights }) => {
      result.channels.length = 1;
      insights.channels.length = 1;
    });
    expect(overTimeTitle(one).title).toBe('Advertising brought 24.4 % of revenue (20.6 to 28.3 %)');
    expect(roasTitle(one).title).toMatch(/^The next €1 on TV returns €1\.62/);
    expect(decayTitle(one).title).toMatch(/^TV: half of its effect comes after/);
    expect(metersTitle(one).title).toBe('One channel measured');
  });

  test('of a baseline below zero say what is wrong', () => {
    const below = viewFrom('sample', 0.5, ({ result }) => {
      result.baseline = { mean: -5e6, sd: 1e6, median: -5e6, hdi94: [-7e6, -3e6] };
    });
    expect(shareTitle(below).title).toBe('Media are given more than all of revenue');
    expect(waterfallTitle(below).title).toBe('Advertising is given more than all of revenue');
  });

  test('of residuals that echo warn about the intervals', () => {
    const echo = viewFrom('sample', 0.5, ({ result }) => {
      result.warnings.push({ code: 'residual_autocorrelation', severity: 'warning', sentence: 'It echoes.' });
      result.fit.residualAcf1 = 0.42;
    });
    expect(residualTitle(echo).title).toContain('the intervals may be too narrow');
    expect(acfTitle(echo).title).toBe('What is missed in one week is missed in the next: r = 0.42');
  });
});

describe('notes over small multiples', () => {
  test('of curves say on which side of break-even the next unit is', () => {
    expect(sample.order.map((column) => curveNote(sample, column))).toEqual([
      'Steeper than break-even: next €1 returns €3.48 (2.90 to 4.12)',
      'Flatter than break-even: next €1 returns €1.62 (1.06 to 2.21)',
      'Flatter than break-even: next €1 returns €0.98 (0.55 to 1.43)',
      'Assumed more than seen',
      'Assumed more than seen',
    ]);
    expect(curveNote(viewFrom('sample'), 'social_spend')).toMatch(/^Near break-even: /);
    expect(orders.order.map((column) => curveNote(orders, column))).toContain('No spend');
  });

  test('of carry-over that is over at once name the first period, no fraction of it', () => {
    const quick = (low: number, mean: number, high: number) =>
      viewFrom('sample', 0.5, (files) => {
        channelIn(files, 'TV').seen.halfLife = { mean, sd: 0.1, median: mean, hdi94: [low, high] };
      });
    expect(decayNote(quick(0.5, 0.546, 0.6), 'tv_spend')).toBe('half within the first week');
    expect(decayNote(quick(0.3, 0.9, 1.5), 'tv_spend')).toBe(
      'half within the first week (94 %: up to 1.50 weeks)',
    );
  });

  test('of measured channels add up where some have too few draws', () => {
    const view = viewFrom('sample', 0.5, (files) => {
      channelIn(files, 'TV').summary.information = null;
    });
    expect(metersTitle(view).title).toBe(
      'Two channels measured, two mostly assumed, one with too few draws to say',
    );
  });

  test('of carry-over give the half-life with its interval', () => {
    expect(decayNote(sample, 'tv_spend')).toBe('half after 1.21 weeks (0.80 to 1.68)');
  });
});

describe('one quantity, chain by chain', () => {
  const quantity = (name: string): QuantityView => ({
    name,
    chains: [1, 2, 3, 4].map((mean) => ({ mean, trace: [], ranks: [] })),
    every: 10,
    draws: 2000,
    evenRanks: [80, 120],
  });

  test('whose misses alternate is told apart from one whose misses last', () => {
    const swing = viewFrom('sample', 0.5, ({ result }) => {
      result.warnings.push({ code: 'residual_autocorrelation', severity: 'warning', sentence: '.' });
      result.fit.residualAcf1 = -0.42;
    });
    expect(residualTitle(swing).title).toContain('if anything, too wide');
    expect(acfTitle(swing).title).toBe('What is missed in one week comes back in the next: r = −0.42');
  });

  test('agrees', () => {
    expect(traceTitle(quantity('roas[tv_spend]'), sample)).toEqual({
      title: 'TV, return (ROAS): four chains tell the same story',
      subtitle:
        'Left: draws by chain, every tenth draw, dashed at the chain’s mean. Right: ranks among all 8,000 draws, even when chains agree; the grey band holds 99 % of even ranks. Mean 1.87, R-hat 1.001.',
    });
  });

  test('does not agree, and then no value of it is said', () => {
    const { title, subtitle } = traceTitle(quantity('roas[display_spend]'), viewFrom('hill'));
    expect(title).toBe('Display, return (ROAS): the four chains do not agree');
    expect(subtitle).not.toContain('Mean');
  });
});

test('every stored quantity has a meaning in words', () => {
  const { result } = viewFrom('hill');
  const meanings = result.parameters.map(({ name }) => parameterMeaning(name, result));
  expect(meanings.filter((meaning) => /[[\]_]/.test(meaning))).toEqual([]);
  expect(parameterMeaning('adstock_alpha[tv_spend]', result)).toBe('TV: carry-over a week');
  expect(parameterMeaning('saturation_slope[display_spend]', result)).toBe('Display: how steep its curve is');
  expect(parameterMeaning('gamma_fourier[cos_2]', result)).toBe('Yearly season, wave 2 (cosine)');
  expect(parameterMeaning('gamma_control[competitor_price]', result)).toBe('Control competitor price');
  expect(parameterMeaning('chain 2', result)).toBe('Chain 2');
});

test('a parameter means what it does on the curve of its channel', () => {
  const { result } = viewFrom('hill');
  const prior = { family: 'half_normal', sd: 1 } as const;
  const withCurve = (saturation: (typeof result.spec.channels)[number]['saturation']) => ({
    ...result,
    spec: { ...result.spec, channels: result.spec.channels.map((channel) => ({ ...channel, saturation })) },
  });
  const root = withCurve({ kind: 'root', priors: { alpha: prior } });
  const michaelis = withCurve({ kind: 'michaelis_menten', priors: { lam: prior } });
  const sigmoid = withCurve({ kind: 'hill_sigmoid', priors: { beta: prior, lam: prior } });
  expect(parameterMeaning('saturation_alpha[tv_spend]', root)).toBe('TV: how it bends');
  expect(parameterMeaning('saturation_alpha[tv_spend]', michaelis)).toBe('TV: size of the effect');
  expect(parameterMeaning('saturation_beta[tv_spend]', root)).toBe('TV: size of the effect');
  expect(parameterMeaning('saturation_beta[tv_spend]', sigmoid)).toBe('TV: how steep its curve is');
});
