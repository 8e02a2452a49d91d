// Which known word a mistyped one is taken for.
import { expect, test } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

test('the distance counts insertions, deletions, changes and swaps of neighbours', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('saturaton', 'saturation')).toBe(1);
  expect(editDistance('lamx', 'lamx')).toBe(0);
  expect(editDistance('seasno', 'season')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
});

test('case, dashes and underscores do not matter, and far words are not guessed', () => {
  expect(nearest('L-Max', ['lMax', 'kind'])).toBe('lMax');
  expect(nearest('drws', ['draws', 'seed'])).toBe('draws');
  expect(nearest('banana', ['logistic', 'hill'])).toBeUndefined();
});
