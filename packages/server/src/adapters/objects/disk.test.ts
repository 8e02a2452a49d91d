// Objects on disk keep the port's promises, and those that only files can break.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectsSuite } from '../../ports/objects.suite.ts';
import type { Objects } from '../../ports/objects.ts';
import { diskObjects } from './disk.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mixmodel-objects-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let turn = 0;
let opened: Objects[] = [];
/** As after a start anew: the first `put` of each clears away what is half written, so they begin one by one. */
beforeAll(async () => {
  opened = [diskObjects(folder), diskObjects(folder)];
  for (const one of opened) await one.put('first', Buffer.from('x'));
});
objectsSuite('objects on disk', () => opened[turn++ % opened.length] ?? diskObjects(folder));

describe('objects on disk', () => {
  test('what a killed process left half written is cleared away by the next', async () => {
    const first = diskObjects(join(folder, 'killed'));
    await first.put('uploads/a', Buffer.from('whole'));
    await writeFile(join(folder, 'killed', '.partial', 'left'), 'hal');
    const next = diskObjects(join(folder, 'killed'));
    await next.put('uploads/b', Buffer.from('whole too'));
    expect(await readdir(join(folder, 'killed', '.partial'))).toEqual([]);
    expect([...(await next.list('uploads/'))].sort()).toEqual(['uploads/a', 'uploads/b']);
  });
});
