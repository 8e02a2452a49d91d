// A thread runs what the source says today: the bundle while it is newer than the compilation, else what was compiled.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtEntry } from './built-entry.ts';

let dist = '';
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'mixmodel-dist-'));
});
afterEach(() => rmSync(dist, { recursive: true }));

function made(path: string, atSeconds: number): void {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, atSeconds, atSeconds);
}

const entry = () => builtEntry('threads', pathToFileURL(`${dist}/`)).pathname.slice(dist.length + 1);

test('a bundle is run until a compilation overtakes it', () => {
  made('threads/worker.js', 100);
  made('.tsbuildinfo', 100);
  expect(entry()).toBe('threads/worker.js');
  made('bundle/threads.js', 101);
  expect(entry()).toBe('bundle/threads.js');
  made('.tsbuildinfo', 102);
  expect(entry()).toBe('threads/worker.js');
});

test('what is not built says how to build it', () => {
  expect(entry).toThrow('npm run build');
});
