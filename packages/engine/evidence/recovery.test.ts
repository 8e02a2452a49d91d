// Recovery in the short form: intervals hold truths from the priors as often as they say; markets are what they are told to be.
import { describe, expect, it } from 'vitest';
import { columnOf } from '../src/model/data.ts';
import { market } from './markets.ts';
import { marketRecovery, priorRecovery } from './recover.ts';
import { coverageOf, summaryOf } from './recovery-tables.ts';

const SETS = 10;
const TIMEOUT_MS = 300_000;

it(
  'truths drawn from the priors are inside 94 % intervals 94 % of the time',
  () => {
    const sets = Array.from({ length: SETS }, (_, i) => priorRecovery(i));
    const { coverage, bound, strange } = coverageOf(sets);
    expect(Math.abs(coverage - 0.94)).toBeLessThanOrEqual(bound);
    // So few sets could be right by being wide open: the bound itself is kept small.
    expect(bound).toBeLessThan(0.15);
    expect(strange).toBeLessThanOrEqual(1);
  },
  TIMEOUT_MS,
);

describe('a market', () => {
  const markets = Array.from({ length: 24 }, (_, i) => market(i));

  it('has the returns it is told to have: contributions add up to their share of the KPI', () => {
    for (const { data, draft, roas, contribution, traits } of markets) {
      const spends = draft.channels.map(({ column }) => columnOf(data, column).reduce((a, b) => a + b));
      for (const [c, spend] of spends.entries()) expect(contribution[c]).toBeCloseTo(roas[c] * spend, 3);
      const kpi = columnOf(data, 'revenue').reduce((a, b) => a + b);
      const spent = spends.reduce((a, b) => a + b) / kpi;
      if (traits.overspent) expect(spent).toBeGreaterThan(1);
      else expect(spent).toBeLessThan(0.9);
      expect(roas.every((r) => r >= 0.3 && r <= 4)).toBe(true);
    }
  });

  it('is of every sort: confounded or not, misspecified or not, three to eight channels', () => {
    const sorts = new Set(markets.map(({ traits }) => `${traits.confounding} ${traits.misspecified}`));
    expect(sorts.size).toBe(6);
    expect(Math.min(...markets.map(({ traits }) => traits.channels))).toBe(3);
    expect(Math.max(...markets.map(({ traits }) => traits.channels))).toBe(8);
  });

  it(
    'without surprises is shared among its channels better than by equal shares, whatever the size prior',
    () => {
      const { bySize, equalErrors } = marketRecovery(0);
      const equal = equalErrors.reduce((a, b) => a + b) / equalErrors.length;
      for (const found of Object.values(bySize)) expect(summaryOf([found]).shareError).toBeLessThan(equal);
    },
    TIMEOUT_MS,
  );
});
