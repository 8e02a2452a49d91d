// A known price effect, event and bend of the trend found again in simulated data.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { expandSpec } from '../model/expand.ts';
import { type ParameterPoint, posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { simulate } from '../simulate/simulate.ts';
import { fit } from './fit.ts';
import type { FitResult } from './result.ts';

const TIMEOUT_MS = 180_000;
const SETS = 8;
const data = smallData({ priced: true });

const draft: SpecDraft = {
  ...smallDraft,
  channels: [
    { column: 'tv', size: { kind: 'roi' } },
    { column: 'search', size: { kind: 'roi' } },
  ],
  baseline: {
    trend: { kind: 'piecewise' },
    // Over little more than a year a season could stand in for a bend.
    yearly: { order: 0 },
    events: [{ name: 'Sale', windows: [{ first: '2022-05-30', last: '2022-06-26' }] }],
  },
  controls: [{ column: 'temperature' }],
  treatments: [{ column: 'price', name: 'Price', reference: 20, sign: 'negative' }],
  scales: { target: 15_000, channels: { tv: 900, search: 500 } },
};

/** By label; everything else is 0. */
const truth: Readonly<Record<string, number>> = {
  intercept_contribution: 0.55,
  trend_coefficient: 0.15,
  hinge_5: -0.4,
  Sale: 0.12,
  temperature: -0.02,
  price: -0.06,
};

const { spec } = expandSpec(draft, data);
const model = posterior(spec, data);
const point: ParameterPoint = {
  channels: [
    { adstock: [0.4], shapes: [2], beta: 0.15 },
    { adstock: [0.1], shapes: [2], beta: 0.2 },
  ],
  linear: Float64Array.from(
    model.scaled.columns,
    ({ variable, label }) => truth[label] ?? truth[variable] ?? 0,
  ),
  own: Float64Array.of(0.25),
  sigma: 0.02,
};

async function fitted(seed: number): Promise<FitResult> {
  const simulated = simulate(spec, data, point, seed);
  for await (const progress of fit(simulated.data, spec, { mode: 'quick', seed: 1 }))
    if (progress.phase === 'done') return progress.result;
  throw new Error('the fit ended without a result');
}

describe('what was put into simulated data', () => {
  it(
    'is found again: price, event, bend, and a price told in units of the KPI for each unit of money',
    async () => {
      const perUnit = (0.06 * 15_000) / model.scaled.treatments[0].scale;
      let inside = 0;
      const scores: number[] = [];
      const slopes: number[] = [];
      for (let seed = 1; seed <= SETS; seed++) {
        const { parameters, treatments = [] } = await fitted(seed);
        const of = (name: string) => {
          const found = parameters.find((p) => p.name === name);
          if (!found) throw new Error(`no ${name}`);
          return found;
        };
        const [price] = treatments;
        expect(price).toMatchObject({ name: 'price', label: 'Price', reference: 20 });
        const told = [
          [of('gamma_event[Sale]'), 0.12],
          [price.effect, -perUnit],
          [of('gamma_control[temperature]'), -0.02],
          [of('intercept_contribution'), 0.55],
        ] as const;
        for (const [{ mean, sd, hdi94 }, value] of told) {
          if (value >= hdi94[0] && value <= hdi94[1]) inside++;
          scores.push((mean - value) / sd);
        }
        // The bend is spread over its neighbours; the slope after all of them is told better than any.
        const bends = Array.from({ length: 8 }, (_, m) => of(`trend_delta[hinge_${m + 1}]`).mean);
        slopes.push(bends.reduce((sum, delta) => sum + delta, of('trend_coefficient').mean));
      }
      const slope = slopes.reduce((a, b) => a + b, 0) / SETS;
      expect(Math.abs(slope - (0.15 - 0.4))).toBeLessThan(0.08);
      // 94 % of 32, less three standard deviations of the count.
      expect(inside).toBeGreaterThanOrEqual(26);
      const meanScore = scores.reduce((a, b) => a + b, 0) / scores.length;
      expect(Math.abs(meanScore)).toBeLessThan(0.5);
    },
    TIMEOUT_MS,
  );
});
