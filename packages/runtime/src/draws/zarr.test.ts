// What is written is read back, bit for bit: by this package, and as Zarr by an independent reader.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as zarr from 'zarrita';
import { bits } from '../../fixtures/bits.ts';
import { channels, smallRun } from '../../fixtures/small-run.ts';
import { type DrawsStore, memoryStore, readDraws, type StoredDraws, writeDraws } from '../index.ts';
import { drawAxis } from './layout.ts';

async function written(run: StoredDraws): Promise<{ store: DrawsStore; entries: Map<string, Uint8Array> }> {
  const entries = new Map<string, Uint8Array>();
  const store = memoryStore(entries);
  await writeDraws(store, run);
  return { store, entries };
}

test.each([
  ['one segment', [6]],
  ['two equal segments', [6, 6]],
  ['segments of which one is a multiple of the other', [3, 6]],
  ['segments without a useful common length', [23, 40]],
])('a run with %s comes back with the same bits', async (_, lengths) => {
  const run = smallRun(lengths);
  const { store } = await written(run);
  expect(bits(await readDraws(store))).toEqual(bits(run));
});

test('any segment lengths and ranks come back with the same bits', async () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
  const ranks = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(lengths, ranks, async (someLengths, someRanks) => {
      const run = smallRun(someLengths, someRanks);
      const { store } = await written(run);
      expect(bits(await readDraws(store))).toEqual(bits(run));
    }),
    { seed: 1, numRuns: 25 },
  );
});

test('one chunk holds one chain and segment where segments share a length, else a whole chain', () => {
  expect(drawAxis(4, [2000, 2000])).toMatchObject({ draws: 4000, chunkLength: 2000, chunks: 2 });
  expect(drawAxis(4, [1000, 2000])).toMatchObject({ draws: 3000, chunkLength: 1000, chunks: 3 });
  expect(drawAxis(4, [1234, 2000])).toMatchObject({ draws: 3234, chunkLength: 3234, chunks: 1 });
});

test('an extension leaves every chunk of the first segment as it was', async () => {
  const before = await written(smallRun([6]));
  const after = await written(smallRun([6, 6]));
  const chunks = [...before.entries].filter(([key]) =>
    /^(posterior|log_density|sample_stats)\/\w+\/c\/\d+\/\d/.test(key),
  );
  expect(chunks).toHaveLength(2 * 13);
  for (const [key, bytes] of chunks) expect(after.entries.get(key), key).toEqual(bytes);
});

test('the root is written last, so that a store cut short does not pass for a run', async () => {
  const { entries } = await written(smallRun([6]));
  expect([...entries.keys()].at(-1)).toBe('zarr.json');
});

test('the root holds the metadata of all that lies under it, as readers ask for them first', async () => {
  const { entries } = await written(smallRun([6]));
  const text = (key: string) => JSON.parse(new TextDecoder().decode(entries.get(key)));
  const { kind, metadata } = text('zarr.json').consolidated_metadata;
  const paths = [...entries.keys()].filter((key) => key.endsWith('/zarr.json'));
  expect(kind).toBe('inline');
  expect(Object.keys(metadata).sort()).toEqual(paths.map((key) => key.replace(/\/zarr\.json$/, '')).sort());
  for (const key of paths) expect(metadata[key.replace(/\/zarr\.json$/, '')]).toEqual(text(key));
});

test('zarrita reads numbers, types, axes and names as they were meant', async () => {
  const run = smallRun([3, 6]);
  const { store } = await written(run);
  const root = zarr.root({ get: (key: string) => store.get(key.slice(1)) });
  const open = (path: string) => zarr.open.v3(root.resolve(path), { kind: 'array' });

  const alpha = await open('posterior/adstock_alpha');
  expect(alpha.dimensionNames).toEqual(['chain', 'draw', 'channel']);
  expect(alpha.shape).toEqual([2, 9, 4]);
  expect(alpha.chunks).toEqual([1, 3, 4]);
  const drawFourOfChainOne = await zarr.get(alpha, [1, 4, null]);
  const source = run.draws.segments[1]?.[1]?.values.subarray(15 + 2, 15 + 6);
  expect(drawFourOfChainOne.data).toEqual(source);

  expect((await zarr.get(await open('posterior/channel'))).data).toEqual(channels);
  expect((await open('sample_stats/diverging')).dtype).toBe('bool');
  expect((await zarr.get(await open('sample_stats/tree_depth'), [0, null])).data).toEqual(
    BigInt64Array.of(1n, 2n, 3n, 1n, 2n, 3n, 4n, 5n, 6n),
  );
  expect(await zarr.get(await open('posterior/intercept'), [0, 0])).toBe(-0);
});

test('columns that belong to no variable are refused rather than lost', async () => {
  const run = smallRun([6]);
  const variables = run.draws.variables.slice(1);
  await expect(written({ ...run, draws: { ...run.draws, variables } })).rejects.toThrow('column 0 is in 0');
});

test('chains with different segments are refused', async () => {
  const run = smallRun([6, 6]);
  const segments = run.draws.segments.map((chain, c) => chain.slice(c));
  await expect(written({ ...run, draws: { ...run.draws, segments } })).rejects.toThrow(
    'the same segments in every chain',
  );
});

test('a missing chunk is an error that names it, never a number', async () => {
  const { store, entries } = await written(smallRun([6]));
  entries.delete('posterior/adstock_alpha/c/1/0/0');
  await expect(readDraws(store)).rejects.toThrow('posterior/adstock_alpha/c/1/0/0 is missing');
});

test('a chunk cut short is an error', async () => {
  const { store, entries } = await written(smallRun([6]));
  const key = 'sample_stats/lp/c/0/0';
  entries.set(key, (entries.get(key) ?? new Uint8Array(0)).subarray(0, 8));
  await expect(readDraws(store)).rejects.toThrow('has 1 of 6 values');
});

test('an empty store is not a run', async () => {
  await expect(readDraws(memoryStore())).rejects.toThrow('not stored draws: zarr.json is missing');
});

test('one variable is read without the others, and is the same', async () => {
  const entries = new Map<string, Uint8Array>();
  const stored = smallRun([4, 4]);
  await writeDraws(memoryStore(entries), stored);
  for (const key of entries.keys()) if (/saturation_slope|^log_density/.test(key)) entries.delete(key);
  const { draws } = await readDraws(memoryStore(entries), ['adstock_alpha']);
  expect(draws.variables).toMatchObject([{ name: 'adstock_alpha', offset: 0 }]);
  const [whole] = stored.draws.segments[1] ?? [];
  const [read] = draws.segments[1] ?? [];
  expect(read?.values.slice(4, 8)).toEqual(whole?.values.slice(15 + 2, 15 + 6));
  expect(read?.stats).toEqual(whole?.stats);
});
