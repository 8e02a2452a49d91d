// Columns of the linear block: what each holds, by period.
import { describe, expect, it } from 'vitest';
import { scaleControl } from './controls.ts';
import { weeklyColumns, yearlyColumns } from './seasonality.ts';
import { trendColumns } from './trend.ts';

const prior = { family: 'normal', mean: 0, sd: 1 } as const;

describe('seasonality', () => {
  it('orders sines before cosines and begins where PyMC-Marketing begins', () => {
    // First row of Fourier columns for Monday 3 January 2022, PyMC-Marketing 1.3.0 (day of year 3).
    const expected = [0.051584366869408364, 0.10303137904317879, 0.9986686402879997, 0.9946781061893646];
    const columns = yearlyColumns({ order: 2, prior }, [18995]);
    expect(columns.map((c) => c.label)).toEqual(['sin_1', 'sin_2', 'cos_1', 'cos_2']);
    for (const [i, column] of columns.entries()) expect(column.values[0]).toBeCloseTo(expected[i], 14);
  });

  it('repeats every seven days', () => {
    const days = Array.from({ length: 21 }, (_, t) => 19000 + t);
    for (const { values } of weeklyColumns({ order: 3, prior }, days))
      for (let t = 7; t < 21; t++) expect(values[t]).toBeCloseTo(values[t - 7], 14);
  });
});

describe('trend', () => {
  const baseline = {
    intercept: prior,
    trend: { kind: 'linear', prior },
    yearly: { order: 0, prior },
    weekly: { order: 0, prior },
  } as const;

  it('runs from 0 at the first measured period to 1 at the last, and is negative in the lead-in', () => {
    const [, trend] = trendColumns(baseline, [0, 7, 14, 21, 28], Float64Array.from([0, 1, 1, 1, 1]));
    expect(Array.from(trend.values)).toEqual([-1 / 3, 0, 1 / 3, 2 / 3, 1]);
  });

  it('is absent when the spec asks for none', () => {
    expect(
      trendColumns({ ...baseline, trend: { kind: 'none' } }, [0, 7], Float64Array.from([1, 1])),
    ).toHaveLength(1);
  });
});

describe('controls', () => {
  const control = { column: 'x', role: 'confounder', prior } as const;

  it('are centred and divided by their sd with ddof 0 over the measured rows', () => {
    const { column, centre, scale } = scaleControl(
      control,
      Float64Array.from([100, 1, 2, 3, 4]),
      Float64Array.from([0, 1, 1, 1, 1]),
    );
    expect([centre, scale]).toEqual([2.5, Math.sqrt(1.25)]);
    expect(column.values[1]).toBeCloseTo(-1.5 / Math.sqrt(1.25), 14);
  });

  it('stay as they are when they hold only zeros and ones', () => {
    const values = Float64Array.from([0, 1, 1, 0]);
    expect(scaleControl(control, values, new Float64Array(4).fill(1)).column.values).toEqual(values);
  });
});
