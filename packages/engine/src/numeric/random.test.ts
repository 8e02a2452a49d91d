// Random streams: Philox as published, numbers inside the open interval, one stream per purpose and draw.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal.ts';
import { purpose } from './purposes.ts';
import { philox4x32, stream } from './random.ts';

function philox(counter: number[], key0: number, key1: number): string {
  const out = new Uint32Array(4);
  philox4x32(Uint32Array.from(counter), key0, key1, out);
  return Array.from(out, (word) => word.toString(16).padStart(8, '0')).join(' ');
}

function numbers(count: number, seed = 1, chain = 0, draw = 0, use: 1 | 4 = purpose.transition): number[] {
  const source = stream(seed, chain, use, draw);
  return Array.from({ length: count }, () => source.uniform());
}

describe('Philox4x32-10', () => {
  // Known answers of Random123 (Salmon et al. 2011), kat_vectors.
  it('gives the published words for zeros, ones and the digits of π', () => {
    expect(philox([0, 0, 0, 0], 0, 0)).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
    const ones = 0xffffffff;
    expect(philox([ones, ones, ones, ones], ones, ones)).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
    expect(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], 0xa4093822, 0x299f31d0)).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });
});

describe('a stream', () => {
  it('is block after block of Philox at (chain, purpose, draw, block) with the seed as key', () => {
    const seed = 5 * 4294967296 + 7;
    const expected: number[] = [];
    const out = new Uint32Array(4);
    for (let block = 0; block < 3; block++) {
      philox4x32(Uint32Array.of(2, purpose.transition, 9, block), 7, 5, out);
      expected.push(((out[0] >>> 5) * 2 ** 26 + (out[1] >>> 6)) / 2 ** 53);
      expected.push(((out[2] >>> 5) * 2 ** 26 + (out[3] >>> 6)) / 2 ** 53);
    }
    expect(numbers(6, seed, 2, 9)).toEqual(expected);
  });

  it('differs when seed, chain, purpose or draw differ, and repeats when none does', () => {
    const base = numbers(4);
    expect(numbers(4)).toEqual(base);
    const others = [
      numbers(4, 2),
      numbers(4, 1 + 2 ** 40),
      numbers(4, 1, 1),
      numbers(4, 1, 0, 1),
      numbers(4, 1, 0, 0, 1),
    ];
    for (const other of others) for (const u of other) expect(base).not.toContain(u);
  });

  it('gives uniforms inside (0, 1) with the moments of a uniform', () => {
    const us = numbers(100_000);
    expect(Math.min(...us.slice(0, 50_000))).toBeGreaterThan(0);
    expect(us.every((u) => u > 0 && u < 1)).toBe(true);
    const mean = us.reduce((a, b) => a + b) / us.length;
    const variance = us.reduce((a, u) => a + (u - mean) * (u - mean), 0) / us.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / us.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / us.length));
  });

  it('spreads over 1000 cells as evenly as chance allows', () => {
    const cells = new Float64Array(1000);
    for (const u of numbers(100_000, 3)) cells[Math.floor(u * 1000)]++;
    const chiSquare = cells.reduce((sum, n) => sum + ((n - 100) * (n - 100)) / 100, 0);
    expect(Math.abs(chiSquare - 999)).toBeLessThan(4 * Math.sqrt(2 * 999));
  });

  it('gives normals by the inverse CDF, one uniform each', () => {
    const source = stream(1, 0, purpose.transition, 0);
    const normals = Array.from({ length: 5 }, () => source.normal());
    expect(normals).toEqual(numbers(5).map(normalQuantile));
  });

  it('may be interleaved with others without disturbing them', () => {
    const [a, b] = [stream(1, 0, purpose.transition, 0), stream(1, 1, purpose.transition, 0)];
    const mixed = [a.uniform(), b.uniform(), a.uniform(), b.uniform(), a.uniform()];
    const [first, other] = [numbers(3), numbers(2, 1, 1)];
    expect(mixed).toEqual([first[0], other[0], first[1], other[1], first[2]]);
  });

  it('refuses seeds, chains and draws that do not fit their words', () => {
    for (const seed of [-1, 0.5, 2 ** 53, Number.NaN]) {
      expect(() => stream(seed, 0, purpose.start, 0)).toThrow(
        `The seed must be a whole number from 0 to 2^53 − 1, got ${seed}.`,
      );
    }
    expect(() => stream(1, -1, purpose.start, 0)).toThrow("stream's chain must be a whole number");
    expect(() => stream(1, 0, purpose.start, 2 ** 32)).toThrow("stream's draw must be a whole number");
  });

  it('gives the bits it always gave', () => {
    // A changed hash means changed draws: raise ENGINE_NUMERICS with it.
    const source = stream(20260101, 3, purpose.linear, 12);
    const normals = Float64Array.from({ length: 5000 }, () => source.normal());
    const hash = createHash('sha256').update(new Uint8Array(normals.buffer)).digest('hex').slice(0, 16);
    expect(hash).toBe('5a1f3ecc0e280364');
  });
});
