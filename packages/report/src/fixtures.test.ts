// The results that tests of this package read are those of the engine as it is: another numerics, and they are made again.
import { readdirSync, readFileSync } from 'node:fs';
import { resultSchema } from '@mixmodel/contract';
import { ENGINE_NUMERICS } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';

const folder = new URL('../fixtures/', import.meta.url);
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const results = readdirSync(folder).filter((name) => /^[a-z-]+\.json$/.test(name));

describe('a result in fixtures', () => {
  test.each(results)('%s is of the numerics of today, and has every key of a result', (name) => {
    const made = resultSchema.parse(json(name));
    const remedy = `npx tsc -b packages/cli && node packages/report/fixtures/make.mjs`;
    expect(made.versions.numerics, `made by another engine: ${remedy}`).toBe(ENGINE_NUMERICS);
  });

  test('is found at all', () => {
    expect(results).toEqual(expect.arrayContaining(['sample.json', 'not-converged.json']));
  });
});
