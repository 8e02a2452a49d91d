// Normals made in WASM against the same stream's own, one by one: equal bits, and the stream goes on alike.
import { describe, expect, it } from 'vitest';
import { purpose } from '../numeric/purposes.ts';
import { fillNormals, stream } from '../numeric/random.ts';
import { normalMaker } from './normals.ts';

const MOST = 20_000;

describe('normals made in WASM', () => {
  const maker = normalMaker(MOST);

  it.each([0, 1, 2, 13, 14, MOST])("%i of them are the stream's own, and so is what follows", (count) => {
    expect(maker).toBeDefined();
    const key = [4_000_000_000_000_000 + count, 3, purpose.transition, 4_294_967_290] as const;
    const [made, own] = [new Float64Array(count), new Float64Array(count)];
    const [one, other] = [stream(...key), stream(...key)];
    fillNormals(one, made, maker);
    fillNormals(other, own);
    expect(made).toEqual(own);
    const [after, expected] = [one, other].map((random) => [
      random.uniform(),
      random.uniform(),
      random.normal(),
    ]);
    expect(after).toEqual(expected);
  });

  it('reach the tails', () => {
    const made = new Float64Array(MOST);
    fillNormals(stream(7, 0, purpose.transition, 1), made, maker);
    expect(made.some((x) => x > 3.5)).toBe(true);
    expect(made.some((x) => x < -3.5)).toBe(true);
  });

  it.each([
    { name: 'within a block', before: 1, given: maker },
    { name: 'where the maker cannot', before: 2, given: maker && { ...maker, make: () => 0 } },
  ])('are left to the stream $name', ({ before, given }) => {
    const [one, other] = [stream(1, 2, 3, 4), stream(1, 2, 3, 4)];
    const [made, own] = [new Float64Array(5), new Float64Array(5)];
    for (const random of [one, other]) for (let i = 0; i < before; i++) random.uniform();
    fillNormals(one, made, given);
    fillNormals(other, own);
    expect(made).toEqual(own);
    expect(one.uniform()).toBe(other.uniform());
  });
});
