// The series against its slow twin, and against the totals and checks that tell of the same draws.
import { describe, expect, it } from 'vitest';
import { otherDrafts, pricedDraft, smallData, smallDraft } from '../../fixtures/small-model.ts';
import { priorDraws } from '../../fixtures/stored-draws.ts';
import { slowSeries } from '../../reference/series.ts';
import { pointReader } from '../insights/point.ts';
import type { ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { type ParameterPoint, type Posterior, posterior } from '../model/posterior.ts';
import { checkSet } from './check-set.ts';
import type { Draws } from './draws.ts';
import { visitThinned } from './read-draws.ts';
import type { Band } from './result.ts';
import { seriesOf } from './series.ts';

const SEED = 3;
const data = smallData({ leadIn: 5, missing: [9, 30, 31], priced: true });
const { spec } = expandSpec(pricedDraft, data);
const model = posterior(spec, data);

/** Every band equals that of the slow twin. */
function expectSlow(ofModel: Posterior, ofData: ModelData, draws: Draws): void {
  const points: ParameterPoint[] = [];
  const reader = pointReader(ofModel, draws);
  const count = visitThinned(draws, 40, (values, offset) => {
    points.push(structuredClone(reader.read(values, offset)));
  });
  expect(count).toBe(40);
  const series = seriesOf(ofModel, ofData, draws, SEED);
  const slow = slowSeries(ofModel.spec, ofData, points, SEED);
  for (const [ours, theirs] of [
    [series.predicted, slow.predicted],
    [series.baseline, slow.baseline],
    ...series.channels.map((channel, c) => [channel, slow.channels[c]]),
  ]) {
    for (const key of ['mean', 'q03', 'q25', 'q75', 'q97'] as const) expectEqual(ours[key], theirs[key]);
  }
}

it.each(otherDrafts.map((draft, i) => [i + 1, draft] as const))(
  'the series of other transforms (%i) are what direct convolution gives',
  (_, draft) => {
    const other = posterior(expandSpec(draft, data).spec, data);
    expectSlow(other, data, priorDraws(other, 20, 2));
  },
);

describe('the series of a few draws', () => {
  const draws = priorDraws(model, 20, 2);
  const series = seriesOf(model, data, draws, SEED);

  it('is what direct convolution of every draw gives, in every band', () => {
    expectSlow(model, data, draws);
  });

  it('covers every period after the lead-in, and says which are in the likelihood', () => {
    expect(series.dates).toEqual(data.dates.slice(5));
    expect(series.fitted.flatMap((fitted, t) => (fitted ? [] : [t]))).toEqual([4, 25, 26]);
    expect(series.actual.map(Number.isNaN)).toEqual(series.fitted.map((fitted) => !fitted));
    expect(series.actual[0]).toBe(data.columns.get('sales')?.[5]);
    for (const band of [series.predicted, series.baseline, ...series.channels])
      for (const values of Object.values(band)) expect(values).toHaveLength(55);
  });

  it('adds up: baseline and channels are the expected KPI of each period', () => {
    const sum = series.baseline.mean.map((base, t) =>
      series.channels.reduce((total, { mean }) => total + mean[t], base),
    );
    expectEqual(series.predicted.mean, sum);
  });

  it('adds up: a channel over the periods of the likelihood is its contribution', () => {
    for (const [c, { column }] of spec.channels.entries())
      expect(total(series.channels[c]) / meanOfQuantity(`total_contribution[${column}]`)).toBeCloseTo(1, 12);
    expect(total(series.baseline) / meanOfQuantity('baseline_contribution')).toBeCloseTo(1, 12);
  });

  const checked = checkSet(draws);
  const meanOfQuantity = (name: string) => {
    const all = checked.find((q) => q.name === name)?.chains.flatMap((chain) => [...chain]) ?? [];
    return all.reduce((sum, value) => sum + value, 0) / all.length;
  };
  const total = ({ mean }: Band) => mean.reduce((sum, value, t) => sum + (series.fitted[t] ? value : 0), 0);
});

describe('the series of many draws', () => {
  const plain = smallData({ missing: [9] });
  const expanded = expandSpec(smallDraft, plain).spec;
  const whole = posterior(expanded, plain);
  const draws = priorDraws(whole, 2600, 2);
  const series = seriesOf(whole, plain, draws, SEED);

  it('agrees with the contributions of all draws within what thinning leaves open', () => {
    const checked = checkSet(draws);
    for (const [c, { column }] of expanded.channels.entries()) {
      const all = Float64Array.from(
        checked.find((q) => q.name === `total_contribution[${column}]`)?.chains.flatMap((x) => [...x]) ?? [],
      );
      const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
      const sd = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length);
      const thinned = series.channels[c].mean.reduce((sum, x, t) => sum + (series.fitted[t] ? x : 0), 0);
      // Every second of 5,200 draws: the two means differ with an sd of sd/√5200.
      expect(Math.abs(thinned - mean)).toBeGreaterThan(0);
      expect(Math.abs(thinned - mean)).toBeLessThan((4 * sd) / Math.sqrt(5200));
    }
  });
});

function expectEqual(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  for (const [i, value] of theirs.entries())
    expect(Math.abs(ours[i] - value)).toBeLessThan(1e-9 * (1 + Math.abs(value)));
}
