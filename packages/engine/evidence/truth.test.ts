// Truths for calibration: the slow formulas and the engine say the same of a point, and sizes are what was drawn.
import { describe, expect, it } from 'vitest';
import { describer } from '../src/insights/describe.ts';
import { meanAt } from '../src/insights/predictive.ts';
import { variableNamed } from '../src/insights/variables.ts';
import { posterior } from '../src/model/posterior.ts';
import { purpose } from '../src/numeric/purposes.ts';
import { stream } from '../src/numeric/random.ts';
import { longForm, modelOf, pair, shortForm } from './configurations.ts';
import { drawTruth, slowMean, withSimulatedKpi } from './truth.ts';

const random = (seed: number) => stream(seed, 0, purpose.simulate, 0);

describe.each([...shortForm, ...longForm['Baselines and noise']].map((one) => [one.name, one] as const))(
  '%s',
  (_, configuration) => {
    const { spec, data } = modelOf(configuration);
    const model = posterior(spec, data);

    it('has the same mean by the slow formulas as in the engine', () => {
      for (let seed = 1; seed <= 5; seed++) {
        const point = drawTruth(model, random(seed));
        const slow = slowMean(model, point);
        model.locateAt(point);
        const worst = slow.reduce((most, m, t) => Math.max(most, Math.abs(m - meanAt(model, point, t))), 0);
        expect(worst).toBeLessThan(1e-9);
      }
    });

    it('keeps its priors whatever KPI was made', () => {
      const point = drawTruth(model, random(1));
      const made = posterior(spec, withSimulatedKpi(model, data, point, random(2)));
      expect(drawTruth(made, random(1))).toEqual(point);
    });
  },
);

describe('a drawn size', () => {
  it('of a return is the return that is told', () => {
    const { spec, data } = modelOf(pair('geometric logistic roi', 'delayed hill roi'));
    const model = posterior(spec, data);
    const described = describer(model);
    const values = new Float64Array(described.columns);
    const logs = Array.from({ length: 500 }, (_, seed) => {
      described.describePoint(drawTruth(model, random(seed)), values, 0);
      return Math.log(values[variableNamed(described, 'roas').offset]);
    });
    const mean = logs.reduce((a, b) => a + b) / logs.length;
    const sd = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (logs.length - 1));
    // LogNormal(0.2, 0.9), METHOD §5: four standard errors.
    expect(Math.abs(mean - 0.2)).toBeLessThan((4 * 0.9) / Math.sqrt(500));
    expect(Math.abs(sd - 0.9)).toBeLessThan((4 * 0.9) / Math.sqrt(1000));
  });
});
