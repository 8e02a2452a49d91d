// Draws on disk: both endings, replacing, refusing.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smallRun } from '../../fixtures/small-run.ts';
import { checkDrawsPath, loadDraws, saveDraws } from '../index.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mixmodel-draws-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test.each(['run.zarr', 'run.zarr.zip'])(
  '%s comes back equal, and nothing else is left behind',
  async (name) => {
    const run = smallRun([6, 6]);
    await saveDraws(join(folder, name), run);
    expect(await loadDraws(join(folder, name))).toEqual(run);
    expect(await readdir(folder)).toEqual([name]);
  },
);

test.each(['run.zarr', 'run.zarr.zip'])('a second run replaces the first in %s', async (name) => {
  const path = join(folder, name);
  await saveDraws(path, smallRun([6, 6]));
  await saveDraws(path, smallRun([3]));
  expect(await loadDraws(path)).toEqual(smallRun([3]));
  expect(await readdir(folder)).toEqual([name]);
});

test('the same run gives the same zip, byte for byte', async () => {
  const [one, two] = [join(folder, 'one.zarr.zip'), join(folder, 'two.zarr.zip')];
  await saveDraws(one, smallRun([6]));
  await saveDraws(two, smallRun([6]));
  expect((await readFile(one)).equals(await readFile(two))).toBe(true);
});

test('a folder that holds something else is refused and left alone', async () => {
  const path = join(folder, 'photos.zarr');
  await mkdir(path);
  await writeFile(join(path, 'holiday.txt'), 'keep me');
  await expect(saveDraws(path, smallRun([6]))).rejects.toMatchObject({
    problems: [{ code: 'file_unwritable', facts: { file: path } }],
  });
  expect(await readdir(path)).toEqual(['holiday.txt']);
});

test("another ending, a missing folder and a folder in a zip's place are refused before the fit", async () => {
  await mkdir(join(folder, 'folder.zarr.zip'));
  for (const name of ['run.nc', 'run.zip', 'missing/run.zarr', 'folder.zarr.zip']) {
    await expect(checkDrawsPath(join(folder, name)), name).rejects.toMatchObject({
      problems: [{ code: 'file_unwritable' }],
    });
  }
  await expect(checkDrawsPath(join(folder, 'run.zarr'))).resolves.toBeUndefined();
});

test('reading what is not there, or is no zip, says so', async () => {
  await expect(loadDraws(join(folder, 'run.zarr'))).rejects.toMatchObject({
    problems: [{ code: 'file_missing' }],
  });
  await writeFile(join(folder, 'text.zarr.zip'), 'not a zip');
  await expect(loadDraws(join(folder, 'text.zarr.zip'))).rejects.toMatchObject({
    problems: [{ code: 'file_unreadable' }],
  });
});

test('a run that cannot be written leaves the old one in place', async () => {
  const path = join(folder, 'run.zarr');
  await saveDraws(path, smallRun([6]));
  const broken = { ...smallRun([3]), attributes: { seed: Number.NaN } };
  await expect(saveDraws(path, broken)).rejects.toThrow('Only plain JSON');
  expect(await loadDraws(path)).toEqual(smallRun([6]));
  expect(await readdir(folder)).toEqual(['run.zarr']);
});
