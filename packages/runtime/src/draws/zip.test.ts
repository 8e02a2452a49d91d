// Zips as other programs read them: whole or piece by piece, under any name, and of the length that was told before.
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipBytes, zipOf, zipParts } from './zip.ts';

const files = new Map(
  [
    ['zarr.json', new TextEncoder().encode('{"zarr_format":3}')],
    ['posterior/β/広告/c/0', Float64Array.from({ length: 5000 }, (_, i) => Math.sqrt(i))],
    ['empty', new Uint8Array(0)],
  ].map(([name, array]) => {
    const { buffer, byteOffset, byteLength } = array as Uint8Array;
    return [name as string, new Uint8Array(buffer, byteOffset, byteLength)];
  }),
);

test('another program reads every file back under its name', async () => {
  const zip = await zipOf(files);
  expect(unzipSync(zip ?? new Uint8Array(0))).toEqual(Object.fromEntries(files));
});

test('piece by piece it is the same, and as long as was told before', async () => {
  const parts: Uint8Array[] = [];
  for await (const part of zipParts(files)) parts.push(part);
  const contentBytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  expect(Buffer.concat(parts).equals((await zipOf(files)) ?? new Uint8Array(0))).toBe(true);
  expect(Buffer.concat(parts)).toHaveLength(zipBytes([...files.keys()], contentBytes) ?? 0);
});

test('what a zip cannot hold is told before', () => {
  expect(zipBytes(['a'], 2 ** 32)).toBeUndefined();
  expect(zipBytes(Array.from({ length: 70_000 }, String), 0)).toBeUndefined();
});
