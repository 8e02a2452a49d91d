// Amounts as people read them.
import { describe, expect, test } from 'vitest';
import { amountText, currencyUnit, estimateText, shareText } from './amounts.ts';

const estimate = (mean: number, low: number, high: number) => ({
  mean,
  sd: (high - low) / 3.8,
  median: mean,
  hdi94: [low, high] as [number, number],
});

describe('amounts', () => {
  test('carry the digits their interval supports', () => {
    expect(estimateText(estimate(2.1347, 1.4021, 2.9111))).toEqual({
      mean: '2.13',
      low: '1.40',
      high: '2.91',
      interval: '1.40 to 2.91',
    });
    expect(estimateText(estimate(2.1347, 1.4021, 2.9111), 0.01).interval).toBe('1.4 to 2.9');
  });

  test('of money stand with their sign, in thousands and millions', () => {
    const euro = currencyUnit('EUR');
    expect(estimateText(estimate(1_742_300, 1_201_000, 2_298_000), 0, euro)).toMatchObject({
      mean: '€1.74 M',
      interval: '€1.20 to 2.30 M',
    });
    expect(amountText(960_123, euro)).toBe('€960 k');
    expect(amountText(7_208_000, euro)).toBe('€7.21 M');
    expect(amountText(1234, euro)).toBe('€1,234');
    expect(amountText(0, euro)).toBe('€0');
    expect(amountText(-25_000, euro)).toBe('−€25.0 k');
  });

  test('know currencies by code, in any case, always before the digits', () => {
    expect(currencyUnit('USD')).toEqual({ before: '$', after: '' });
    expect(currencyUnit('CHF')).toEqual({ before: 'CHF ', after: '' });
    expect(currencyUnit('eur')).toEqual({ before: '€', after: '' });
    expect(currencyUnit(undefined)).toEqual({ before: '', after: '' });
  });

  test('above 0 are never written as 0', () => {
    expect(estimateText(estimate(0.31, 0.012, 0.71), 0.02)).toMatchObject({
      low: '<0.1',
      interval: '<0.1 to 0.7',
    });
    expect(shareText(estimate(0.003, 0.00004, 0.006), 0.0002).interval).toBe('<0.1 to 0.6 %');
    expect(estimateText(estimate(600_000, 3_000, 1_200_000), 20_000, currencyUnit('EUR')).interval).toBe(
      '<€0.1 to 1.2 M',
    );
    expect(estimateText(estimate(0.31, 0, 0.71), 0.02).low).toBe('0.0');
  });

  test('of shares are percent', () => {
    expect(shareText(estimate(0.1234, 0.0951, 0.1522)).mean).toBe('12.3 %');
    expect(shareText(estimate(0.1234, 0.0951, 0.1522)).interval).toBe('9.5 to 15.2 %');
  });
});
