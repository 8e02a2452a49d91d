// Backtests of the sample: each fold the fit anyone can repeat, no fold knowing its future, and honest about failures.
import { beforeAll, describe, expect, it } from 'vitest';
import { gaussianLogDensity } from '../../reference/marginal-density.ts';
import { fit } from '../fit/fit.ts';
import { forecastOf } from '../fit/holdout.ts';
import type { ChainRunner } from '../fit/job.ts';
import type { FitResult } from '../fit/result.ts';
import { runHere } from '../fit/run-here.ts';
import { columnOf, type ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { sample } from '../simulate/sample.ts';
import { withColumn } from '../simulate/simulate.ts';
import { type BacktestProgress, backtest } from './backtest.ts';
import { planBacktest } from './plan.ts';
import type { BacktestResult } from './result.ts';
import { type BacktestOptions, backtestSettings } from './settings.ts';

const { data, draft } = sample();
const spec: SpecDraft = {
  ...draft,
  controls: draft.controls?.map((c) => (c.column === 'holiday' ? { ...c, knownAhead: true } : c)),
};

async function run(given: ModelData, options: BacktestOptions, seen: BacktestProgress[] = []) {
  for await (const step of backtest(given, spec, options)) {
    seen.push(step);
    if (step.phase === 'done') return step.result;
  }
  throw new Error('no result');
}

const steps: BacktestProgress[] = [];
const options = { origins: 2, seed: 5, now: () => 0 };
let result: BacktestResult;

beforeAll(async () => {
  result = await run(data, options, steps);
});

describe('a backtest', () => {
  it('beats both baselines on data that media made', () => {
    const [month, quarter] = result.horizons;
    expect([month.periods, quarter.periods, quarter.model.rows]).toEqual([4, 13, 26]);
    expect(quarter.againstNoMedia.verdict).toBe('better');
    expect(quarter.againstSeasonalNaive.verdict).toBe('better');
    expect(quarter.model.coverage94).toBeGreaterThan(0.8);
    expect(result.scored).toBe(2);
    expect(result.controlsLeftOut).toEqual(['temperature', 'competitor_price']);
  });

  it('has in each fold the holdout of a fit that anyone can repeat', async () => {
    const [planned] = planBacktest(spec, data, backtestSettings(options)).folds;
    let repeated: FitResult | undefined;
    for await (const step of fit(planned.data, planned.spec ?? spec, { mode: 'quick', seed: 5 }))
      if (step.phase === 'done') repeated = step.result;
    const { periods, firstDate, lastDate, ...accuracy } = repeated?.holdout ?? { periods: 0 };
    expect(result.folds[0].horizons[1].model).toEqual(accuracy);
    expect(result.folds[0].from).toBe(firstDate);
    expect([periods, lastDate]).toEqual([13, data.dates[90]]);
  });

  it('adds its folds up by rows', () => {
    for (const [h, { model, seasonalNaive }] of result.horizons.entries()) {
      const folds = result.folds.map((fold) => fold.horizons[h]);
      expect(model.crps).toBeCloseTo((folds[0].model.crps + folds[1].model.crps) / 2, 6);
      expect(seasonalNaive.mape).toBeCloseTo(
        (folds[0].seasonalNaive.mape + folds[1].seasonalNaive.mape) / 2,
        12,
      );
    }
  });

  it('tells how far it is, and never goes back', () => {
    const fractions = steps.flatMap((step) => (step.phase === 'fold' ? [step.fraction] : []));
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    const told = steps.flatMap((step) => (step.phase === 'fold' ? [`${step.fold} ${step.forecaster}`] : []));
    expect([...new Set(told)]).toEqual(['1 model', '1 noMedia', '2 model', '2 noMedia']);
  });

  it('gives the same numbers again, and others for another seed', async () => {
    const one = { origins: 1, now: () => 0 };
    const [first, again, other] = [
      await run(data, { ...one, seed: 5 }),
      await run(data, { ...one, seed: 5 }),
      await run(data, { ...one, seed: 6 }),
    ];
    expect(again).toEqual(first);
    expect(first.folds[0]).toEqual(result.folds[1]);
    expect(other.horizons[1].model.crps).not.toBe(first.horizons[1].model.crps);
    expect(other.horizons[1].model.crps / first.horizons[1].model.crps).toBeCloseTo(1, 1);
  });
});

describe('the future of a fold', () => {
  it('changes no number of its forecast', async () => {
    const origin = 91;
    const otherFuture = withColumn(
      data,
      'revenue',
      columnOf(data, 'revenue').map((y, t) => (t < origin ? y : 20 * y)),
    );
    const forecasts = [];
    for (const given of [data, otherFuture]) {
      const [fold] = planBacktest(spec, given, backtestSettings({ origins: 1 })).folds;
      for await (const step of fit(fold.data, fold.spec ?? spec, { mode: 'quick', draws: 100, warmup: 100 }))
        if (step.phase === 'done')
          forecasts.push(forecastOf(posterior(step.result.spec, fold.data), step.draws, 1));
    }
    expect(forecasts[1]).toEqual(forecasts[0]);
    const blind = await run(otherFuture, { origins: 1, seed: 5, now: () => 0 });
    expect(blind.horizons[1].model.mape).toBeGreaterThan(0.9);
  });
});

describe('the model without media', () => {
  it('is the regression on the baseline', () => {
    const bare = { ...expandSpec(spec, data).spec, channels: [] };
    const model = posterior(bare, data);
    const { columns, rows, target } = model.scaled;
    const at = Float64Array.of(-2.5);
    const density = model.logDensity(at, new Float64Array(1));
    const sigma = model.sigma();
    const covariance = Array.from({ length: rows }, (_, t) =>
      Array.from({ length: rows }, (_, u) =>
        columns.reduce(
          (sum, { values, prior }) =>
            sum + values[t] * values[u] * ('sd' in prior ? prior.sd ** 2 : Number.NaN),
          t === u ? sigma * sigma : 0,
        ),
      ),
    );
    const priorOfSigma = model.sigmaPrior.logDensity(sigma) + Math.log(sigma);
    expect(density).toBeCloseTo(gaussianLogDensity([...target], covariance) + priorOfSigma, 8);
    expect(() => expandSpec({ ...spec, channels: [] }, data)).toThrow('no_media_cols');
  });
});

describe('a backtest of another likelihood', () => {
  it.each([{ errors: 'ar1' }, { link: 'log' }] as const)('has both models of it: %o', async (likelihood) => {
    const other = { ...spec, likelihood };
    for await (const step of backtest(data, other, { origins: 1, horizonWeeks: [4], now: () => 0 }))
      if (step.phase === 'done') {
        expect(step.result.folds[0]).toMatchObject({ status: 'scored', trainingRows: 100 });
        const [{ model, noMedia }] = step.result.horizons;
        expect(model.wmape).toBeLessThan(0.1);
        expect(noMedia.wmape).toBeLessThan(0.2);
      }
  });
});

describe('a fold that fails', () => {
  /** Chain 1 of every run is somewhere else. */
  const torn: ChainRunner = async function* (jobs) {
    for await (const event of runHere({})(jobs)) {
      if (event.kind === 'done' && event.segment.chain === 1)
        yield {
          kind: 'done',
          segment: { ...event.segment, values: event.segment.values.map((x) => x + 9e9) },
        };
      else yield event;
    }
  };

  it('is sampled in full before it is given up, and counts in no total', async () => {
    const failed = await run(data, { origins: 1, warmup: 100, draws: 100, runChains: torn, now: () => 0 });
    expect(failed.folds).toMatchObject([{ status: 'not_converged', mode: 'full', horizons: [] }]);
    expect(failed.folds[0].maxRHat).toBeGreaterThan(1.1);
    expect([failed.scored, failed.horizons]).toEqual([0, []]);
  });

  it('stops its chains when the loop is left', async () => {
    let stopped = false;
    const watched: ChainRunner = async function* (jobs) {
      try {
        yield* runHere({})(jobs);
      } finally {
        stopped = true;
      }
    };
    for await (const step of backtest(data, spec, { origins: 1, runChains: watched }))
      if (step.phase === 'fold') break;
    expect(stopped).toBe(true);
  });
});
