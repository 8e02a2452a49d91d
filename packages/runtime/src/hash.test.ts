// Hashes name inputs: equal inputs equal hashes, any other input another.
import { createHash } from 'node:crypto';
import type { ModelData } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { canonicalJson, modelSha256, sha256 } from './index.ts';

const data: ModelData = {
  period: 'week',
  dates: [19_359, 19_366],
  columns: new Map([
    ['tv', Float64Array.of(1, 2)],
    ['kpi', Float64Array.of(Number.NaN, 3)],
  ]),
  leadIn: 0,
};

test('sha256 of "abc" is the one of FIPS 180-2, appendix B.1', () => {
  expect(sha256(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('model data are hashed as the bytes the documentation lists', () => {
  const f64 = (...values: number[]): Buffer => {
    const bytes = Buffer.alloc(8 * values.length);
    values.forEach((value, i) => void bytes.writeDoubleLE(value, 8 * i));
    return bytes;
  };
  const text = (value: string): Buffer => Buffer.concat([f64(Buffer.byteLength(value)), Buffer.from(value)]);
  const nan = Buffer.from('000000000000f87f', 'hex');
  const bytes = Buffer.concat([
    text('mixmodel.model-data.1'),
    text('week'),
    f64(0),
    f64(2, 19_359, 19_366),
    f64(2),
    ...[text('kpi'), f64(2), nan, f64(3)],
    ...[text('tv'), f64(2, 1, 2)],
  ]);
  expect(modelSha256(data)).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('the order of columns and the bits of a NaN do not matter', () => {
  const oddNaN = new Float64Array(new BigUint64Array([0xfff8000000000123n, 0x4008000000000000n]).buffer);
  const columns = new Map([
    ['kpi', oddNaN],
    ['tv', Float64Array.of(1, 2)],
  ]);
  expect(modelSha256({ ...data, columns })).toBe(modelSha256(data));
});

test.each<[string, Partial<ModelData>]>([
  ['period', { period: 'day' }],
  ['lead-in', { leadIn: 1 }],
  ['date', { dates: [19_359, 19_367] }],
  ['column name', { columns: new Map([...data.columns].map(([name, values]) => [`${name}2`, values])) }],
  ['value', { columns: new Map([...data.columns, ['tv', Float64Array.of(1, 2.0000000000000004)]]) }],
  ['sign of zero', { columns: new Map([...data.columns, ['tv', Float64Array.of(1, -0)]]) }],
  ['column', { columns: new Map([...data.columns, ['radio', Float64Array.of(0, 0)]]) }],
])('another %s is another hash', (_, change) => {
  expect(modelSha256({ ...data, ...change })).not.toBe(modelSha256(data));
});

test('canonical JSON sorts keys, keeps lists and leaves out what is undefined (example of RFC 8785, 3.2.2)', () => {
  // The RFC's own example, without its line breaks.
  const example = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
    literals: [null, true, false],
    gone: undefined,
  };
  expect(canonicalJson(example)).toBe(
    `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
  );
});

test('canonical JSON refuses what JSON would change silently, and says where', () => {
  expect(() => canonicalJson({ a: [1, Number.NaN] })).toThrow('a[1] is NaN');
  expect(() => canonicalJson({ when: new Date(0) })).toThrow('when is a Date');
  expect(() => canonicalJson({ values: Float64Array.of(1) })).toThrow('values is a Float64Array');
});
