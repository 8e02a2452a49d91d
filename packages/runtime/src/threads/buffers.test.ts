// Only memory that is a result's own may leave the thread that made it.
import { expect, test } from 'vitest';
import { buffersOf } from './buffers.ts';

test('whole buffers are found at any depth, each once', () => {
  const values = new Float64Array(4);
  const stats = { lp: new Float64Array(2), diverging: new Uint8Array(3) };
  const found = buffersOf({ values, again: new Uint8Array(values.buffer), stats, name: 'x', nothing: null });
  expect(found).toEqual([values.buffer, stats.lp.buffer, stats.diverging.buffer]);
});

test('a view into a larger or shared buffer stays where it is', () => {
  const large = new Float64Array(8);
  expect(buffersOf([large.subarray(2, 4), new Int32Array(new SharedArrayBuffer(8))])).toEqual([]);
});
