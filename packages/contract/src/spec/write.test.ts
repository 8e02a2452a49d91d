// A written spec reads back as itself.
import { expandSpec, sample } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { parseSpec } from './read.ts';
import { specText } from './write.ts';

const { data, draft } = sample();
const { spec } = expandSpec(draft, data);

test.each(['json', 'yaml'] as const)('as %s, expanded and as a draft', (format) => {
  for (const value of [spec, draft]) {
    expect(parseSpec(specText(value, format), format)).toEqual({ ok: true, value });
  }
});

test('a prior stands on one line of YAML, and nothing is an alias', () => {
  const text = specText(spec, 'yaml');
  expect(text).toContain('alpha: { family: beta, alpha: 1, beta: 3 }');
  expect(text).not.toMatch(/[&*]a\d/);
});
