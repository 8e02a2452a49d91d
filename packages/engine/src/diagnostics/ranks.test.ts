// Ranks among all chains, and how many of them a bin holds when the chains agree.
import { describe, expect, it } from 'vitest';
import { stream } from '../numeric/random.ts';
import { evenRankBand, rankCounts, ranksOf } from './ranks.ts';

it('ranks start at 1 and equal values share theirs', () => {
  expect(Array.from(ranksOf(Float64Array.of(3, 1, 2, 1, 5)))).toEqual([4, 1.5, 3, 1.5, 5]);
});

describe('rank counts', () => {
  it('say of each chain where in the common ranking it lies', () => {
    const low = Float64Array.of(1, 2, 3, 4);
    const high = Float64Array.of(8, 6, 7, 5);
    expect(rankCounts([low, high], 4)).toEqual([
      [2, 2, 0, 0],
      [0, 0, 2, 2],
    ]);
  });

  it('put a quantity that never changes into the middle', () => {
    expect(rankCounts([new Float64Array(5), new Float64Array(5)], 4)).toEqual([
      [0, 0, 5, 0],
      [0, 0, 5, 0],
    ]);
  });

  it('lie inside the band of even ranks 99 times in 100 when the chains agree', () => {
    const [draws, chains, bins] = [500, 4, 20];
    const [low, high] = evenRankBand(draws, chains, bins, 0.99);
    let [inside, all] = [0, 0];
    for (let run = 0; run < 100; run++) {
      const random = stream(9, 0, 8, run);
      const agreeing = Array.from({ length: chains }, () =>
        Float64Array.from({ length: draws }, () => random.normal()),
      );
      for (const count of rankCounts(agreeing, bins).flat()) {
        all++;
        if (count >= low && count <= high) inside++;
      }
    }
    expect(inside / all).toBeGreaterThan(0.985);
    expect(inside / all).toBeLessThan(0.995);
  });
});

it('a band is centred on even ranks and never negative', () => {
  const [low, high] = evenRankBand(2000, 4, 20, 0.99);
  // 2.5758·√(2000·0.05·0.95·6000/7999)
  expect([low, high].map((x) => x.toFixed(3))).toEqual(['78.256', '121.744']);
  expect(evenRankBand(20, 2, 20, 0.99)[0]).toBe(0);
});
