// How single texts are read as numbers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideSign } from './decimal.ts';
import { isMissingText, readNumber } from './numbers.ts';

describe('a text with one meaning is that number', () => {
  test.each([
    ['1234', 1234],
    ['-12.5', -12.5],
    ['+7', 7],
    ['0,5', 0.5],
    ['.75', 0.75],
    ['0.123', 0.123],
    ['1,234.5', 1234.5],
    ['1.234,56', 1234.56],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['1 234', 1234],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u202f567', 1_234_567],
    ["1'234.50", 1234.5],
    ['1’234', 1234],
    ['1234.567', 1234.567],
    ['€ 1.234,00', 1234],
    ['1.234,00 €', 1234],
    ['$1,234.00', 1234],
    ['-$5', -5],
    ['$-5', -5],
    ['USD 12', 12],
    ['12 kr', 12],
    ['45%', 0.45],
    ['4,5 %', 0.045],
    ['(1,234.50)', -1234.5],
    ['(€12)', -12],
    ['123-', -123],
    ['−3', -3],
    ['1e3', 1000],
    ['2.5E-2', 0.025],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toMatchObject({ kind: 'number', value });
  });
});

test.each(['1,234', '1.234', '12,000', '€1.500'])('%s can be thousands or decimals', (text) => {
  const reading = readNumber(text);
  expect(reading.kind).toBe('ambiguous');
  if (reading.kind === 'ambiguous') expect(reading.thousands).toBeCloseTo(1000 * reading.decimal, 9);
});

test.each(['Infinity', '-inf', '1e999', '∞', '-1e400', '9'.repeat(400)])('%s is infinite', (text) => {
  expect(readNumber(text).kind).toBe('infinite');
});

test.each([
  'twelve',
  '12 apples',
  '1.2.3',
  '1,23,4',
  '12.34.56',
  '2024-01-01',
  '--5',
  '(-5)',
  '1.234,567,8',
  '',
  '.',
  ',',
  'e5',
  '0x10',
])('%j is text', (text) => {
  expect(readNumber(text).kind).toBe('text');
});

test.each(['', '  ', 'na', 'NA', 'N/A', '#N/A', 'null', 'NaN', '-', '–', 'None'])('%j is missing', (text) => {
  expect(isMissingText(text)).toBe(true);
});

describe('numbers written in a locale are read back', () => {
  test.each([
    ['en-US', '.'],
    ['de-DE', ','],
    ['fr-FR', ','],
    ['de-CH', '.'],
    ['sv-SE', ','],
    ['pt-BR', ','],
    ['en-IN', '.'],
  ] as const)('%s', (locale, sign) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
        const value = cents / 100;
        const reading = readNumber(format.format(value));
        expect(reading).toMatchObject({ kind: 'number' });
        if (reading.kind === 'number') {
          expect(reading.value).toBeCloseTo(value, 6);
          expect(reading.votes).toBe(sign);
        }
      }),
    );
  });
});

describe('the decimal sign of a column', () => {
  const decide = (texts: string[], evidence = {}) => decideSign(texts.map(readNumber), evidence);

  test.each([
    ['one telling value decides for all', ['1,234', '1,5'], {}, { kind: 'decided', sign: ',' }],
    ['grouped millions tell thousands', ['1,234', '1,234,567'], {}, { kind: 'decided', sign: '.' }],
    ['small whole numbers beside tell thousands', ['1,234', '999'], {}, { kind: 'decided', sign: '.' }],
    [
      'a comma-separated file has no decimal commas',
      ['1,234', '5,678'],
      { delimiter: ',' },
      { kind: 'decided', sign: '.' },
    ],
    [
      'the other columns of the table tell',
      ['1,234', '5,678'],
      { table: ',' },
      { kind: 'decided', sign: ',' },
    ],
    ['the user tells', ['1.234', '5.678'], { asked: ',', delimiter: ';' }, { kind: 'decided', sign: ',' }],
    ['nothing tells: it is asked', ['1.234', '5.678'], { delimiter: ';' }, { kind: 'open' }],
    [
      'large ungrouped numbers beside leave it open',
      ['1,234', '12345'],
      { delimiter: ';' },
      { kind: 'open' },
    ],
    ['two decimal signs are a mistake', ['1,5', '2.5'], {}, { kind: 'mixed' }],
    ['whole numbers need no sign', ['1', '20000'], {}, { kind: 'free' }],
  ])('%s', (_, texts, evidence, expected) => {
    expect(decide(texts, evidence)).toEqual(expected);
  });
});
