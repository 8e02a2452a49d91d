// Every code has one sentence in our style, and every sentence has a code that is used.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { catalogue, chapters, sentence } from './catalogue.ts';
import { convergenceCodes } from './convergence.ts';

const packages = fileURLToPath(new URL('../../..', import.meta.url));

/** Text of every source file of every package, tests and this catalogue left out. */
function sources(): string {
  const paths = readdirSync(packages, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      /^[^/]+\/src\/.*\.ts$/.test(path.replaceAll('\\', '/')) &&
      !path.endsWith('.test.ts') &&
      !/contract.src.errors/.test(path),
  );
  return paths.map((path) => readFileSync(join(packages, path), 'utf8')).join('\n');
}

const source = sources();

/** Codes as the packages write them: `code: 'x'`, `error('x'`, `finding('error', 'x'`, `add('x'`, `refuse('x'`. */
function thrownCodes(): string[] {
  const severity = /(?:'(?:error|warning|suggestion|note)',\s*)?/.source;
  const called = new RegExp(
    String.raw`\b(?:error|warning|suggestion|note|finding|add|refuse)\(\s*${severity}'([a-z0-9_]+)'[,)]`,
    'g',
  );
  const named = /\bcode: '([a-z0-9_]+)'/g;
  const found = [named, called].flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return [...new Set(found)].filter((code) => !notCodes.has(code));
}

/** The convergence check's own codes have their sentences elsewhere; then severities, then groups of stored draws. */
const notCodes = new Set<string>([
  ...convergenceCodes,
  ...['error', 'warning', 'suggestion', 'note'],
  'posterior',
  'log_density',
]);

describe('the catalogue', () => {
  test('has a sentence for every code the packages use', () => {
    expect(thrownCodes().length).toBeGreaterThan(30);
    expect(thrownCodes().filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
  });

  test('has no sentence nobody says', () => {
    expect(Object.keys(catalogue).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  test('names no code in two chapters', () => {
    const all = Object.values(chapters).flatMap((chapter) => Object.keys(chapter));
    expect(all).toEqual([...new Set(all)]);
  });

  test.each(Object.entries(catalogue))('%s reads as a whole sentence', (code, entry) => {
    const text = sentence({ code, ...entry.example });
    expect(text).toMatch(/^[\p{Lu}\p{N}`].*[.?,]$/u);
    expect(text).not.toMatch(/undefined|\bNaN\b|\[object|`\?`| \? |[Nn]ot implemented|[Ff]atal/);
    expect(text.length).toBeLessThan(320);
  });
});
