// The first line of every source file says in a sentence what the file holds: reading only those shows the design.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, typeScriptFiles } from './source-files.ts';

const sentence = /^(\/\/|\/\*\*?) \S.{15,}[.:;!?]( \*\/)?$/;

function firstLine(text: string): string {
  const [first = '', second = ''] = text.split('\n');
  return first.startsWith('#!') ? second : first;
}

test('a first line without a sentence is told from one with', () => {
  expect(firstLine('#!/usr/bin/env node\n// Starts the program in the terminal.\n')).toMatch(sentence);
  expect("import { exp } from './elementary.ts';").not.toMatch(sentence);
  expect('// utils').not.toMatch(sentence);
});

test('every file of packages, examples, bench and tests starts with what it holds', () => {
  const first = (path: string) => firstLine(readFileSync(join(root, path), 'utf8')).trimEnd();
  const silent = typeScriptFiles().filter((path) => !sentence.test(first(path)));
  expect(silent).toEqual([]);
});
