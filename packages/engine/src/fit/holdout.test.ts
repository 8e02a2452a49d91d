// Periods held out: nothing knows their KPI, and their accuracy is that of the bands people see.
import { beforeAll, describe, expect, it } from 'vitest';
import { slowCrps } from '../../reference/crps.ts';
import { columnOf, type ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { InputError } from '../problem.ts';
import { sample } from '../simulate/sample.ts';
import { withColumn } from '../simulate/simulate.ts';
import { insights } from './assemble-insights.ts';
import type { Draws } from './draws.ts';
import { fit } from './fit.ts';
import { forecastOf } from './holdout.ts';
import type { FitResult } from './result.ts';

const { data, draft } = sample();
const periods = 13;
const first = data.dates.length - periods;
const heldOut: SpecDraft = { ...draft, holdout: { periods } };
const settings = { mode: 'quick', warmup: 100, draws: 100, seed: 3 } as const;

async function fitted(given: ModelData, spec: SpecDraft): Promise<{ result: FitResult; draws: Draws }> {
  for await (const step of fit(given, spec, settings))
    if (step.phase === 'done') return { result: step.result, draws: step.draws };
  throw new Error('no result');
}

/** The data with `at` for the KPI of the periods held out. */
function withFuture(at: (y: number, t: number) => number): ModelData {
  const kpi = columnOf(data, 'revenue').map((y, t) => (t < first ? y : at(y, t)));
  return withColumn(data, 'revenue', kpi);
}

const valuesOf = ({ segments }: Draws) => segments.map((chain) => chain.map(({ values }) => values));

let result: FitResult;
let draws: Draws;

beforeAll(async () => {
  ({ result, draws } = await fitted(data, heldOut));
});

describe('a KPI that is held out', () => {
  it('changes no number but the accuracy of its prediction', async () => {
    const other = await fitted(
      withFuture((y, t) => y * (t % 2 === 0 ? 40 : 0)),
      heldOut,
    );
    expect(valuesOf(other.draws)).toEqual(valuesOf(draws));
    const { holdout, sampling, ...rest } = result;
    const { holdout: changed, sampling: _, ...otherRest } = other.result;
    expect(otherRest).toEqual(rest);
    expect(changed?.wmape).not.toBe(holdout?.wmape);
    expect(sampling.draws).toBe(100);
  });

  it('is as good as absent: the same draws as from a table without it', async () => {
    const { holdout: _, ...spec } = result.spec;
    const blank = await fitted(
      withFuture(() => Number.NaN),
      spec,
    );
    expect(valuesOf(blank.draws)).toEqual(valuesOf(draws));
    expect(blank.result.channels).toEqual(result.channels);
  });

  it('leaves the number of seasonal pairs to the periods that are left', () => {
    expect(expandSpec(draft, data).spec.baseline.yearly.order).toBe(2);
    expect(result.spec.baseline.yearly.order).toBe(1);
  });
});

describe('what is reported beside a holdout', () => {
  it('is about the periods before it, and says so', () => {
    expect(result.fit.rows).toBe(first);
    for (const { name, spend } of result.channels)
      expect(spend).toBeCloseTo(
        columnOf(data, name)
          .subarray(0, first)
          .reduce((a, b) => a + b),
        6,
      );
    expect(result.warnings.find(({ code }) => code === 'held_out')?.facts).toEqual({
      periods,
      period: 'week',
    });
  });

  it('names its rows and dates', () => {
    expect(result.holdout).toMatchObject({
      periods,
      rows: periods,
      firstDate: data.dates[first],
      lastDate: data.dates[103],
    });
    expect(insights(data, result.spec, draws, 3).series.heldOut).toEqual(
      data.dates.map((_, t) => t >= first),
    );
  });

  it('counts the very bands of the charts', () => {
    const { series } = insights(data, result.spec, draws, 3);
    const rows = data.dates.map((_, t) => t).slice(first);
    const { q03, q25, q75, q97, mean } = series.predicted;
    const share = (low: readonly number[], high: readonly number[]) =>
      rows.filter((t) => series.actual[t] >= low[t] && series.actual[t] <= high[t]).length / rows.length;
    expect(result.holdout?.coverage94).toBe(share(q03, q97));
    expect(result.holdout?.coverage50).toBe(share(q25, q75));
    const errors = rows.map((t) => Math.abs(series.actual[t] - mean[t]));
    const total = rows.reduce((sum, t) => sum + series.actual[t], 0);
    expect(result.holdout?.wmape).toBeCloseTo(errors.reduce((a, b) => a + b) / total, 10);
  });

  it('has the CRPS of all pairs of predictive draws', () => {
    const model = posterior(result.spec, data);
    const forecast = forecastOf(model, draws, 3);
    const kpi = columnOf(data, 'revenue');
    const scores = forecast.rows.map((t, i) => slowCrps([...forecast.draws[i]], kpi[t], true));
    const mean = scores.reduce((a, b) => a + b) / periods;
    expect(Math.abs((result.holdout?.crps ?? 0) / mean - 1)).toBeLessThan(1e-10);
  });

  it('is scored where there is a KPI', async () => {
    const gap = withFuture((y, t) => (t === 100 ? Number.NaN : y));
    const { result: found } = await fitted(gap, heldOut);
    expect(found.holdout).toMatchObject({ periods, rows: periods - 1 });
  });
});

describe('a holdout that cannot be', () => {
  function problemsOf(spec: SpecDraft, given: ModelData = data) {
    try {
      expandSpec(spec, given);
      return [];
    } catch (error) {
      if (error instanceof InputError) return error.problems;
      throw error;
    }
  }

  it.each([0, -1, 2.5, 97, 104])('is refused with %s periods', (got) => {
    expect(problemsOf({ ...draft, holdout: { periods: got } })).toEqual([
      { code: 'holdout_periods', path: 'holdout.periods', facts: { got, most: 96 } },
    ]);
  });

  it('is refused where no KPI can check it', () => {
    const blank = withFuture(() => Number.NaN);
    expect(problemsOf(heldOut, blank)).toMatchObject([{ code: 'holdout_without_kpi' }]);
  });

  it('is refused where something happened only in it', () => {
    const late = (column: string, value: number) =>
      withColumn(
        data,
        column,
        columnOf(data, column).map((x, t) => (t < first ? value : x)),
      );
    expect(problemsOf(heldOut, late('tv_spend', 0))).toMatchObject([
      { code: 'before_holdout', column: 'tv_spend', facts: { problem: 'zero_spend_channel' } },
    ]);
    expect(problemsOf(heldOut, late('temperature', 12))).toMatchObject([
      { code: 'before_holdout', column: 'temperature', facts: { problem: 'zero_variance' } },
    ]);
    const events = [{ name: 'Launch', dates: ['2025-12-20'] }];
    expect(problemsOf({ ...heldOut, baseline: { events } })).toMatchObject([
      { code: 'before_holdout', path: 'baseline.events[0]', facts: { problem: 'event_outside' } },
    ]);
    expect(problemsOf({ ...draft, baseline: { events } })).toEqual([]);
  });
});
