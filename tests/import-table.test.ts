// The import table of ARCHITECTURE.md holds in every source file, and catches what is planted against it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breaches, readImportTable } from './import-table.ts';
import { filesUnder, root, typeScriptFiles } from './source-files.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const table = readImportTable(read('ARCHITECTURE.md'));

describe('who may import whom', () => {
  test('every import of packages, examples, bench and tests is one the table allows', () => {
    const found = typeScriptFiles().flatMap((path) => breaches(table, path, read(path)));
    expect(found).toEqual([]);
  });

  test('every package and every room of the engine has a row', () => {
    const folders = (under: string, depth: number) =>
      [...new Set(filesUnder(under).map((path) => path.split('/')[depth] ?? ''))].sort();
    expect(folders('packages', 1).filter((name) => !table.packages.has(name))).toEqual([]);
    for (const [owner, rooms] of table.rooms) {
      const free = [...(rooms.get('every room')?.keys() ?? [])];
      const found = folders(`packages/${owner}/src`, 3).filter((name) => !/\.test\.tsx?$/.test(name));
      expect(found.filter((name) => !rooms.has(name) && !free.includes(name))).toEqual([]);
    }
  });

  test.each([
    ['engine reads files', 'packages/engine/src/model/a.ts', "import { readFileSync } from 'node:fs';"],
    ['engine takes a dependency', 'packages/engine/src/model/a.ts', "import { z } from 'zod';"],
    ['engine imports at run time', 'packages/engine/src/model/a.ts', "const fs = await import('node:fs');"],
    ['engine imports a package', 'packages/engine/src/model/a.ts', "import '@mixmodel/contract';"],
    [
      'sampler knows the model',
      'packages/engine/src/sampler/a.ts',
      "import { pack } from '../model/pack.ts';",
    ],
    [
      'sampler knows the types',
      'packages/engine/src/sampler/a.ts',
      "import type { Spec } from '../model/spec.ts';",
    ],
    ['numeric reaches up', 'packages/engine/src/numeric/a.ts', "export * from '../priors/beta.ts';"],
    [
      'a prior takes a value',
      'packages/engine/src/priors/a.ts',
      "import { columnOf } from '../model/data.ts';",
    ],
    [
      'a room nobody named',
      'packages/engine/src/misc/a.ts',
      "import { exp } from '../numeric/elementary.ts';",
    ],
    [
      'shipped code uses a twin',
      'packages/engine/src/model/a.ts',
      "import { slow } from '../../reference/slow.ts';",
    ],
    ['shipped code uses a test', 'packages/cli/src/a.ts', "import { sample } from './b.test.ts';"],
    [
      'an import past the door',
      'packages/cli/src/a.ts',
      "import { exp } from '@mixmodel/engine/src/numeric/elementary.ts';",
    ],
    [
      'a path past the door',
      'packages/cli/src/a.ts',
      "import { exp } from '../../engine/src/numeric/elementary.ts';",
    ],
    [
      'a package reaches the root',
      'packages/cli/src/a.ts',
      "import { root } from '../../../tests/source-files.ts';",
    ],
    ['against the direction', 'packages/data/src/a.ts', "import { table } from '@mixmodel/report';"],
    [
      'a value where types may go',
      'packages/report/src/a.ts',
      "import { fit, type Spec } from '@mixmodel/engine';",
    ],
    [
      'a test past the door',
      'packages/cli/src/a.test.ts',
      "import { exp } from '../../engine/src/numeric/elementary.ts';",
    ],
    [
      'an example past the door',
      'examples/a.ts',
      "import { exp } from '../packages/engine/src/numeric/elementary.ts';",
    ],
  ])('a planted breach is caught: %s', (_, path, text) => {
    expect(breaches(table, path, text)).toHaveLength(1);
  });

  test.each([
    ['packages/engine/src/priors/a.ts', "import type { Prior } from '../model/spec.ts';"],
    ['packages/engine/src/sampler/a.ts', "import { InputError } from '../problem.ts';"],
    ['packages/engine/src/model/a.test.ts', "import { slow } from '../../reference/slow.ts';"],
    ['packages/report/src/a.ts', "import type { FitResult } from '@mixmodel/engine';"],
    ['packages/data/src/a.ts', "import { InputError, type ModelData } from '@mixmodel/engine';"],
    ['examples/a.ts', "import { fit } from '@mixmodel/engine';"],
    ['tests/a.test.ts', "import { checkNode } from '../scripts/steps.mjs';"],
  ])('what the table allows passes: %s %s', (path, text) => {
    expect(breaches(table, path, text)).toEqual([]);
  });
});
