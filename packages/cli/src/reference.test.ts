// docs/reference says what the program does today.
import { readFileSync } from 'node:fs';
import { parseSpec, resultJsonSchema, specJsonSchema } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { referencePages } from './reference.ts';

const stored = (name: string) =>
  readFileSync(new URL(`../../../docs/reference/${name}`, import.meta.url), 'utf8');

describe('docs/reference', () => {
  test.each(Object.entries(referencePages()))('%s is up to date; if not, `npm run docs`', (name, text) => {
    expect(stored(name)).toBe(text);
  });

  test('the schemas name every key of a spec and a result', () => {
    const spec = JSON.parse(specJsonSchema());
    expect(Object.keys(spec.properties)).toContain('channels');
    expect(spec.required).toEqual(['columns', 'channels']);
    expect(JSON.parse(resultJsonSchema()).required).toContain('convergence');
    expect(parseSpec('{}', 'json').ok).toBe(false);
  });
});
