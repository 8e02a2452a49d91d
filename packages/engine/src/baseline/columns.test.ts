// Columns of the linear block: what each holds, by period.
import { describe, expect, it } from 'vitest';
import { scaleControl, scaleTreatment } from './controls.ts';
import { eventShares } from './events.ts';
import { monthlyColumns, weeklyColumns, yearlyColumns } from './seasonality.ts';
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

  it('runs once through the week, the same step every day', () => {
    const days = Array.from({ length: 8 }, (_, t) => 19000 + t);
    const columns = weeklyColumns({ order: 3, prior }, days);
    for (const k of [1, 2, 3]) {
      const [{ values: sin }, { values: cos }] = [columns[k - 1], columns[k + 2]];
      const step = (2 * Math.PI * k) / 7;
      for (let t = 1; t < 8; t++) {
        // Turned by one step from the day before.
        expect(sin[t]).toBeCloseTo(sin[t - 1] * Math.cos(step) + cos[t - 1] * Math.sin(step), 14);
        expect(cos[t]).toBeCloseTo(cos[t - 1] * Math.cos(step) - sin[t - 1] * Math.sin(step), 14);
      }
    }
  });
});

describe('monthly seasonality', () => {
  it('runs once through every month, however long it is', () => {
    // 1 and 16 February 2023 (28 days), 1 March, 31 March.
    const columns = monthlyColumns({ order: 1, prior }, [19389, 19404, 19417, 19447]);
    expect(columns.map((c) => c.label)).toEqual(['sin_1', 'cos_1']);
    const phases = [0, 15 / 28, 0, 30 / 31];
    for (const [t, phase] of phases.entries()) {
      expect(columns[0].values[t]).toBeCloseTo(Math.sin(2 * Math.PI * phase), 14);
      expect(columns[1].values[t]).toBeCloseTo(Math.cos(2 * Math.PI * phase), 14);
    }
  });
});

describe('events', () => {
  it('are the share of the days of each period, a day in two places counted once', () => {
    // Weeks from Monday 21 November 2022.
    const event = {
      dates: ['2022-11-25', '2022-11-28'],
      windows: [{ first: '2022-11-24', last: '2022-11-26' }],
    };
    expect(Array.from(eventShares(event, [19317, 19324, 19331], 'week'))).toEqual([3 / 7, 1 / 7, 0]);
  });

  it('know how long the last month is, and what a day is', () => {
    const february = { windows: [{ first: '2023-02-15', last: '2023-03-31' }] };
    expect(Array.from(eventShares(february, [19389, 19417], 'month'))).toEqual([14 / 28, 1]);
    expect(Array.from(eventShares({ dates: ['2023-02-02'] }, [19389, 19390, 19391], 'day'))).toEqual([
      0, 1, 0,
    ]);
  });
});

describe('trend', () => {
  const baseline = {
    intercept: prior,
    trend: { kind: 'linear', prior },
    yearly: { order: 0, prior },
    weekly: { order: 0, prior },
  } as const;

  const smooth = {
    kind: 'gaussian_process',
    amplitude: { family: 'half_normal', sd: 0.3 },
    lengthScale: { family: 'log_normal', mu: 0, sigma: 0.5 },
  } as const;

  it('runs from 0 at the first measured period to 1 at the last, and is negative in the lead-in', () => {
    const [, trend] = trendColumns(baseline, [0, 7, 14, 21, 28], Float64Array.from([0, 1, 1, 1, 1]));
    expect(Array.from(trend.values)).toEqual([-1 / 3, 0, 1 / 3, 2 / 3, 1]);
  });

  it('runs on beyond 1 in periods after the last measured one', () => {
    const [, trend] = trendColumns(baseline, [0, 7, 14, 21, 28], Float64Array.from([1, 1, 1, 0, 0]));
    expect(Array.from(trend.values)).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it('may change its slope after each tenth, by sizes that share one scale', () => {
    const piecewise = { kind: 'piecewise', prior, scale: { family: 'half_normal', sd: 0.25 } } as const;
    const dates = Array.from({ length: 11 }, (_, t) => 7 * t);
    const [, , ...hinges] = trendColumns(
      { ...baseline, trend: piecewise },
      dates,
      new Float64Array(11).fill(1),
    );
    expect(hinges).toHaveLength(8);
    expect(hinges[2].values[3]).toBeCloseTo(0, 14);
    expect(hinges[2].values[10]).toBeCloseTo(0.7, 14);
    expect(hinges[7].values[9]).toBeCloseTo(0.1, 14);
    const slopes = new Float64Array(1);
    const { prior: learned } = hinges[4];
    if (learned.family !== 'learned') throw new Error('a hinge has no learned scale');
    expect(learned.scale.logVariance(Float64Array.of(0.2), 4, slopes)).toBeCloseTo(2 * Math.log(0.2), 14);
    expect(new Set(hinges.map((h) => h.prior.family === 'learned' && h.prior.scale)).size).toBe(1);
  });

  it.each([
    [1, 10],
    [3, 20],
    [5, 34],
    [9, 40],
  ])('as a Gaussian process over %i years has %i columns', (years, columns) => {
    const dates = Array.from({ length: Math.round(52.18 * years) }, (_, t) => 7 * t);
    const found = trendColumns({ ...baseline, trend: smooth }, dates, new Float64Array(dates.length).fill(1));
    expect(found).toHaveLength(1 + columns);
  });

  it('as a Gaussian process has the covariance of a Matérn 5/2, less the mean', () => {
    const dates = Array.from({ length: 105 }, (_, t) => 19000 + 7 * t);
    const [, ...columns] = trendColumns({ ...baseline, trend: smooth }, dates, new Float64Array(105).fill(1));
    const [eta, ell] = [0.7, 0.3];
    const matern = (days: number) => {
      const u = (Math.sqrt(5) * Math.abs(days)) / 365.25 / ell;
      return eta ** 2 * (1 + u + (u * u) / 3) * Math.exp(-u);
    };
    const exact = dates.map((s) => dates.map((t) => matern(s - t)));
    const rowMeans = exact.map((row) => row.reduce((a, b) => a + b, 0) / 105);
    const mean = rowMeans.reduce((a, b) => a + b, 0) / 105;
    const slopes = new Float64Array(2);
    const variances = columns.map(({ prior: p }) => {
      if (p.family !== 'learned') throw new Error('a wave has no learned scale');
      return Math.exp(p.scale.logVariance(Float64Array.of(eta, ell), p.index, slopes));
    });
    for (const [s, t] of [
      [0, 0],
      [52, 52],
      [52, 60],
      [10, 90],
      [104, 100],
      [30, 30],
    ] as const) {
      const ours = columns.reduce((sum, c, j) => sum + c.values[s] * variances[j] * c.values[t], 0);
      // What 14 waves are off by at the length scale they are made for.
      expect(Math.abs(ours - (exact[s][t] - rowMeans[s] - rowMeans[t] + mean))).toBeLessThan(0.03 * eta ** 2);
    }
  });

  it('as a Gaussian process has its boundary beyond the periods forecast, and no mean over those measured', () => {
    const dates = Array.from({ length: 105 }, (_, t) => 19000 + 7 * t);
    const mask = Float64Array.from(dates, (_, t) => (t < 70 ? 1 : 0));
    const [, ...columns] = trendColumns({ ...baseline, trend: smooth }, dates, mask);
    const half = (7 * 104) / 2 / 365.25;
    const boundary = 1.5 * half;
    for (const [j, { values }] of columns.entries()) {
      const wave = dates.map(
        (_, t) =>
          Math.sin(((j + 1) * Math.PI * ((7 * t) / 365.25 - half + boundary)) / (2 * boundary)) /
          Math.sqrt(boundary),
      );
      const mean = wave.slice(0, 70).reduce((a, b) => a + b, 0) / 70;
      for (const t of [0, 40, 69, 70, 104]) expect(values[t]).toBeCloseTo(wave[t] - mean, 12);
    }
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

describe('treatments', () => {
  const treatment = { column: 'price', name: 'Price', prior } as const;
  const values = Float64Array.from([100, 10, 12, 14, 12]);
  const mask = Float64Array.from([0, 1, 1, 1, 1]);

  it('are measured from their smallest value in the measured rows, in standard deviations', () => {
    const { column, centre, scale } = scaleTreatment(treatment, values, mask);
    expect([centre, scale]).toEqual([10, Math.sqrt(2)]);
    for (const [t, expected] of [0, 1, 2, 1].entries())
      expect(column.values[1 + t]).toBeCloseTo(expected * Math.SQRT2, 14);
  });

  it('are measured from the reference where one is given', () => {
    expect(scaleTreatment({ ...treatment, reference: 13 }, values, mask).column.values[1]).toBeCloseTo(
      -3 / Math.sqrt(2),
      14,
    );
  });

  it('stay as they are when they hold only zeros and ones', () => {
    const promotion = Float64Array.from([0, 1, 0, 1, 1]);
    expect(scaleTreatment(treatment, promotion, mask).column.values).toEqual(promotion);
  });
});
