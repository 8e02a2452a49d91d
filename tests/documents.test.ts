// The documents keep their word: links lead somewhere, and CI runs the command that the README gives.
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchors, blocks, links, markdownFiles, readDocument } from './documents.ts';
import { root } from './source-files.ts';

const isMarkdown = (path: string) => path.endsWith('.md') && existsSync(join(root, path));

function broken(path: string, markdown: string): string[] {
  const relative = links(markdown).filter((target) => !/^[a-z]+:/i.test(target));
  return relative.filter((target) => {
    const [file = '', anchor] = target.split('#');
    const there = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
    if (!existsSync(join(root, there))) return true;
    if (anchor === undefined || !isMarkdown(there)) return false;
    return !anchors(there === path ? markdown : readDocument(there)).includes(anchor);
  });
}

describe('links', () => {
  test('a link to nowhere and an anchor nobody made are caught', () => {
    const text =
      '# Here\n[a](nowhere.md) [b](#there) [c](#here) [d](README.md) [e](https://example.org) `[f](g.md)`';
    expect(broken('README.md', text)).toEqual(['nowhere.md', '#there']);
  });

  test.each(markdownFiles())('every relative link of %s resolves', (path) => {
    expect(broken(path, readDocument(path))).toEqual([]);
  });
});

test('every decision has a number of its own, in its name and in its heading', () => {
  const decisions = markdownFiles().filter((path) => path.startsWith('docs/decisions/'));
  const numbers = decisions.map((path) => Number(/(\d{4})-/.exec(path)?.[1]));
  expect(decisions.map((path) => Number(/^# (\d+)\. /.exec(readDocument(path))?.[1]))).toEqual(numbers);
  expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, i) => i + 1));
});

describe('the two commands', () => {
  const commands = blocks(readDocument('README.md'), 'sh').flatMap((block) => block.split('\n'));
  const given = (command: string) => commands.some((line) => line.split('#')[0]?.trim() === command);

  test('the README gives npm start and npm test, and package.json has both', () => {
    expect([given('npm start'), given('npm test')]).toEqual([true, true]);
    const { scripts } = JSON.parse(readDocument('package.json'));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  test('CI runs exactly these, on any host, through .ci/run', () => {
    const run = readDocument('.ci/run').split('\n');
    expect(run).toContain('npm test');
    expect(run.some((line) => line.includes('npm start'))).toBe(true);
    expect(readDocument('.github/workflows/ci.yml')).toMatch(/^ +- run: bash \.ci\/run$/m);
  });

  test('the scripts a developer expects are there, and the README or CONTRIBUTING names each', () => {
    const { scripts } = JSON.parse(readDocument('package.json'));
    const expected = ['dev', 'build', 'lint', 'format', 'typecheck', 'test', 'bench'];
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(expected));
    const words = readDocument('CONTRIBUTING.md') + readDocument('README.md');
    const unnamed = expected.filter(
      (name) => !words.includes(name === 'test' ? 'npm test' : `npm run ${name}`),
    );
    expect(unnamed).toEqual([]);
  });

  test('every script of package.json starts a file that is there', () => {
    const { scripts } = JSON.parse(readDocument('package.json'));
    const files = Object.values<string>(scripts).flatMap((line) => line.match(/\S+\.(ts|mjs)\b/g) ?? []);
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
