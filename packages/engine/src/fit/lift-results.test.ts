// What a lift test's z says, against normal models in which the prediction without the test is known.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { expandSpec } from '../model/expand.ts';
import { liftResults, liftWarnings } from './lift-results.ts';

const data = smallData();
const test = {
  channels: ['tv'],
  treated: { first: '2022-03-05', last: '2022-04-01' },
  spendChange: { tv: 500 },
};

/** z of a test whose prediction was N(mean, sd²) without it, from draws that have exactly the moments of it with the test. */
function zOf(without: { mean: number; sd: number }, lift: number, sd: number) {
  const variance = 1 / (1 / without.sd ** 2 + 1 / sd ** 2);
  const mean = variance * (without.mean / without.sd ** 2 + lift / sd ** 2);
  const draws = 1000;
  const step = Math.sqrt((variance * (draws - 1)) / draws);
  const predictions = Float64Array.from({ length: draws }, (_, s) => mean + (s % 2 === 0 ? step : -step));
  const { spec } = expandSpec({ ...smallDraft, liftTests: [{ ...test, lift, sd }] }, data);
  return liftResults(spec, () => predictions);
}

describe('how far a lift test is from the model', () => {
  it.each([
    [{ mean: 100, sd: 20 }, 190, 30],
    [{ mean: 100, sd: 40 }, 20, 50],
    [{ mean: 0, sd: 10 }, 30, 10],
  ])('is in standard deviations of what was expected without it: %o, %d ± %d', (without, lift, sd) => {
    const [found] = zOf(without, lift, sd);
    expect(found.z).toBeCloseTo((lift - without.mean) / Math.hypot(without.sd, sd), 6);
  });

  it('is told from 2.33 on, in either direction', () => {
    const codes = (lift: number) => liftWarnings(zOf({ mean: 0, sd: 4 }, lift, 3)).map(({ code }) => code);
    expect([codes(11), codes(12), codes(-12)]).toEqual([[], ['lift_conflict'], ['lift_conflict']]);
  });
});
