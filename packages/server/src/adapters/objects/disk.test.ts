// Objects on disk keep the port's promises, and those that only files can break.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectsSuite } from '../../ports/objects.suite.ts';
import { diskObjects } from './disk.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mixmodel-objects-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

objectsSuite('objects on disk', () => diskObjects(folder));

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
