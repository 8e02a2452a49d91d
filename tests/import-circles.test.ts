// No file depends on itself through what it imports: a circle of values has no order in which to be read or loaded.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { root, typeScriptFiles } from './source-files.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

function graphOf(files: ReadonlyMap<string, string>): Graph {
  const edges = ([path, text]: readonly [string, string]) => {
    const values = importsOf(path, text).filter(
      ({ specifier, values }) => specifier.startsWith('.') && values.length > 0,
    );
    return [path, values.map(({ specifier }) => posix.join(posix.dirname(path), specifier))] as const;
  };
  return new Map([...files].map(edges));
}

/** Every circle met on the way down from some file, as the files on it. */
function circles(graph: Graph): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

test('a planted circle is caught, and one of types alone is none', () => {
  const a = ['a.ts', "import { b } from './b.ts';"] as const;
  expect(circles(graphOf(new Map([a, ['b.ts', "import { a } from './a.ts';"]])))).toEqual([
    'a.ts → b.ts → a.ts',
  ]);
  expect(circles(graphOf(new Map([a, ['b.ts', "import type { A } from './a.ts';"]])))).toEqual([]);
});

test('no package has a circle of imports', () => {
  const files = typeScriptFiles().map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  expect(circles(graphOf(new Map(files)))).toEqual([]);
});
