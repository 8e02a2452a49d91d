// What is advised about two columns that move together depends on who can move them.
import { expect, test } from 'vitest';
import { sentence } from './catalogue.ts';

const told = (column: string, other: string, controls?: readonly string[]) =>
  sentence({
    code: 'high_correlation',
    column,
    facts: { other, r: 0.83, ...(controls ? { controls } : {}) },
  });

test('two channels: vary one alone', () => {
  expect(told('tv_spend', 'radio_spend')).toMatch(/vary one alone, or test it\.$/);
});

test.each([
  ['tv_spend', 'competitor_spend'],
  ['competitor_spend', 'tv_spend'],
])(
  'a channel and a control (%s first): nobody can vary the control, so keep it or leave it out',
  (...two) => {
    expect(told(...two, ['competitor_spend'])).toMatch(
      /Keep `competitor_spend` if it moves the KPI by itself; leave it out of the spec if `tv_spend` moves it\./,
    );
    expect(told(...two, ['competitor_spend'])).not.toContain('vary');
  },
);

test('two controls: their own effects only', () => {
  expect(told('temperature', 'rain', ['temperature', 'rain'])).toMatch(/Neither is media/);
});
