// What the engine may not see and promises nobody waits for: each is planted, and `npm run lint` or `typecheck` says so.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scratch, scratchHouse } from './planted.ts';

const exact = [
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
];
const inexact = Object.getOwnPropertyNames(Math).filter(
  (name) => /^[a-z]/.test(name) && !exact.includes(name),
);

const unseen = {
  'a Node built-in': "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;",
  'a Node built-in by its bare name':
    "import { readFileSync } from 'fs';\nexport const planted = readFileSync;",
  process: 'export const planted = process.env;',
  Buffer: 'export const planted = Buffer;',
  require: "export const planted = require('node:os');",
  console: "console.log('planted');",
  setTimeout: 'setTimeout(() => {}, 1);',
  setImmediate: 'setImmediate(() => {});',
  queueMicrotask: 'queueMicrotask(() => {});',
  document: 'export const planted = document;',
  window: 'export const planted = window;',
  fetch: "export const planted = fetch('/');",
  'performance.now': 'export const planted = performance.now();',
  'crypto.getRandomValues': 'export const planted = crypto.getRandomValues(new Uint8Array(1));',
};

const impure = {
  'Date.now': 'export const planted = Date.now();',
  'new Date': 'export const planted = new Date();',
  'Date through globalThis': 'export const planted = globalThis.Date.now();',
  ...Object.fromEntries(inexact.map((name) => [`Math.${name}`, `export const planted = Math.${name};`])),
  'Math by a computed name': "export const planted = Math['exp'](1);",
  'Math taken apart': 'export const { sin } = Math;',
  'Math under another name': 'const m = Math;\nexport const planted = m.exp(1);',
  'the ** operator': 'export const planted = (x: number) => x ** 2;',
  'the **= operator': 'export function planted(x: number) {\n  x **= 2;\n  return x;\n}',
  toLocaleString: 'export const planted = (1.5).toLocaleString();',
  localeCompare: "export const planted = 'a'.localeCompare('b');",
  Intl: 'export const planted = new Intl.NumberFormat();',
  WeakRef: 'export const planted = new WeakRef({});',
  FinalizationRegistry: 'export const planted = new FinalizationRegistry(() => {});',
  Atomics: 'export const planted = Atomics.load(new Int32Array(1), 0);',
  eval: "export const planted = eval('1');",
  Function: "export const planted = new Function('return 1');",
};

const declarations = `import { writeFile } from 'node:fs/promises';
interface Store { save(): Promise<void> }
async function later() {}
export function planted(store: Store) {
  PLANTED;
  return [store, writeFile, later];
}`;
const floating = {
  'an async function': 'later()',
  'a method of an interface': 'store.save()',
  'a Node built-in that returns a promise': "writeFile('a', 'b')",
  'a chain without a catch': 'later().then(() => 1)',
  'promises gathered and dropped': 'Promise.all([later()])',
  'an async callback mapped and dropped': '[1].map(async (x) => x)',
};

const allowed = `export const area = (r: number) => Math.PI * r * r + Math.sqrt(Math.abs(r)) + Math.floor(r);
export async function waits(job: () => Promise<void>) { await job(); void job(); }`;

const fileNames = new Map<string, string>();
const planted = new Map<string, string>([['packages/engine/src/allowed.ts', allowed]]);
const plant = (title: string, folder: string, text: string) => {
  const path = `${folder}/planted-${planted.size}.ts`;
  fileNames.set(title, path);
  planted.set(path, text);
};
for (const [title, text] of Object.entries({ ...unseen, ...impure }))
  plant(title, 'packages/engine/src', text);
for (const [title, text] of Object.entries(floating))
  plant(title, 'tests', declarations.replace('PLANTED', text));

let house: Scratch;
let linted = '';
let typechecked = '';
beforeAll(() => {
  house = scratchHouse(planted);
  linted = house.run('lint');
  typechecked = house.run('typecheck');
});
afterAll(() => house.remove());

/** The part of ESLint's report about one file: from its path to the blank line. */
const reported = (path: string) => linted.split(`${path}\n`).slice(1).join('').split('\n\n')[0] ?? '';

describe('planted in the engine', () => {
  test.each(Object.keys(unseen))('%s does not compile', (title) => {
    expect(typechecked).toContain(`${fileNames.get(title)}(1,`);
  });

  test.each(Object.keys(impure))('%s is refused by the linter', (title) => {
    expect(reported(fileNames.get(title) ?? '')).toMatch(/no-restricted-(syntax|globals)/);
  });

  test('exact arithmetic and awaited promises pass both', () => {
    expect(linted).not.toMatch(/allowed\.ts\n +\d+:/);
    expect(typechecked).not.toContain('allowed.ts');
  });
});

describe('planted anywhere', () => {
  test.each(Object.keys(floating))('a floating promise is refused: %s', (title) => {
    expect(reported(fileNames.get(title) ?? '')).toContain('no-floating-promises');
  });
});
