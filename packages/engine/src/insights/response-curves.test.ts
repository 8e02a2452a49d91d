// Response curves and their shape against numbers done by hand on one channel without carryover.
import { describe, expect, it } from 'vitest';
import { type PlainOptions, plainModel, plainPoint } from '../../fixtures/plain-model.ts';
import { CURVE_SCALES, type CurveDraws, curveCollector } from './response-curves.ts';

const atanh = (x: number) => 0.5 * Math.log((1 + x) / (1 - x));
const logistic = (x: number, lam: number) => Math.tanh((lam * x) / 2);
const rows = 20;
const kpi = Array.from({ length: rows }, (_, t) => 50 + t);

function curvesOf(options: Partial<PlainOptions>, ...points: ReturnType<typeof plainPoint>[]): CurveDraws {
  const model = plainModel({ kpi, ...options });
  const collector = curveCollector(model, points.length);
  for (const [index, point] of points.entries()) collector.add(point, index);
  return collector.channels[0];
}

describe('earnings at multiples of the spend', () => {
  const spend = Array.from({ length: rows }, (_, t) => 10 * (t % 4));

  it('are β·k·Σ sat of the multiplied spend, 0 without spend', () => {
    const { earnings } = curvesOf({ spend }, plainPoint({ beta: 0.3, shapes: [2] }));
    for (const [i, scale] of CURVE_SCALES.entries()) {
      const expected = spend.reduce((sum, x) => sum + 30 * logistic((scale * x) / 100, 2), 0);
      expect(earnings[i][0]).toBeCloseTo(expected, 10);
    }
    expect(CURVE_SCALES[0]).toBe(0);
    expect(CURVE_SCALES.at(-1)).toBe(2);
  });

  it('hold one value a draw, in the order of the draws', () => {
    const { earnings } = curvesOf({ spend }, plainPoint({ beta: 0.2 }), plainPoint({ beta: 0.1 }));
    expect(earnings[10][0] / earnings[10][1]).toBeCloseTo(2, 12);
  });
});

describe('how full a channel is', () => {
  // Mean spend 50, largest 100.
  const spend = Array.from({ length: rows }, (_, t) => [0, 100, 40, 60][t % 4]);

  it('is the curve at the mean input: logistic', () => {
    const { level } = curvesOf({ spend }, plainPoint({ shapes: [3] }), plainPoint({ shapes: [1] }));
    expect(level[0]).toBeCloseTo(Math.tanh(0.75), 12);
    expect(level[1]).toBeCloseTo(Math.tanh(0.25), 12);
  });

  it('is the curve at the mean input: Hill', () => {
    const hill = { spend, channel: { saturation: { kind: 'hill' as const } } };
    const { level } = curvesOf(hill, plainPoint({ shapes: [0.5, 2] }), plainPoint({ shapes: [0.25, 2] }));
    expect(level[0]).toBeCloseTo(0.5, 12);
    expect(level[1]).toBeCloseTo(0.8, 12);
  });

  it('is taken of what the curve tends to: a sigmoid', () => {
    const draft = { spend, channel: { saturation: { kind: 'hill_sigmoid' as const } } };
    const { level } = curvesOf(draft, plainPoint({ shapes: [4, 0.5] }));
    const sigmoid = (u: number) => 1 / (1 + Math.exp(-u));
    expect(level[0]).toBeCloseTo((sigmoid(0) - sigmoid(-2)) / sigmoid(2), 12);
  });

  it('is nothing that a curve without end could say', () => {
    for (const kind of ['root', 'log', 'none'] as const) {
      const { level, flat } = curvesOf(
        { spend, channel: { saturation: { kind } } },
        plainPoint({ shapes: [0.5] }),
      );
      expect(level[0]).toBeNaN();
      expect(flat[0]).toBe(0);
    }
  });

  it('is that of the input itself where the saturation comes first', () => {
    const first = { spend, channel: { order: 'saturation_first' as const, adstock: { lMax: 8 } } };
    const { level } = curvesOf(first, plainPoint({ alpha: 0.9, shapes: [3] }));
    expect(level[0]).toBeCloseTo(Math.tanh(0.75), 12);
  });

  it('has the carryover by weights in the input', () => {
    const channel = { adstock: { kind: 'delayed' as const, lMax: 2 } };
    const model = plainModel({ kpi, spend, channel });
    const collector = curveCollector(model, 1);
    // α^{(0−1)²} and α^{(1−1)²}: a third now and two thirds in the next week.
    const point = plainPoint({ shapes: [3] });
    collector.add({ ...point, channels: [{ adstock: [0.5, 1], shapes: [3], beta: 0 }] }, 0);
    const carried = spend.map((x, t) => (x + 2 * (spend[t - 1] ?? 0)) / 300);
    const mean = carried.reduce((a, b) => a + b) / rows;
    expect(collector.channels[0].level[0]).toBeCloseTo(logistic(mean, 3), 12);
  });

  it('has the carryover in the input, normalised by the whole window', () => {
    // Weights 2/3 and 1/3 of this and the last week; nothing comes before the first.
    const carried = spend.map((x, t) => (2 * x + (spend[t - 1] ?? 0)) / 300);
    const mean = carried.reduce((a, b) => a + b) / rows;
    const { level } = curvesOf(
      { spend, channel: { adstock: { lMax: 2 } } },
      plainPoint({ alpha: 0.5, shapes: [3] }),
    );
    expect(level[0]).toBeCloseTo(logistic(mean, 3), 12);
  });

  it('counts only rows with a KPI', () => {
    const gaps = kpi.map((y, t) => (t % 4 === 1 ? Number.NaN : y));
    const { level } = curvesOf({ kpi: gaps, spend }, plainPoint({ shapes: [3] }));
    expect(level[0]).toBeCloseTo(logistic(1 / 3, 3), 12);
  });
});

describe('a nearly flat curve', () => {
  // Of 20 weeks with spend the 10 % quantile is the third smallest: 50; the largest is 100.
  const spend = Array.from({ length: rows }, (_, t) => (t < 2 ? 1 : t < 10 ? 50 : 100));
  // tanh(λ/4)/tanh(λ/2) = 0.9 where tanh²(λ/4) = 0.8.
  const lam = 4 * atanh(Math.sqrt(0.8));

  it('gives a low input more than 90 % of what the largest gives', () => {
    const { flat } = curvesOf(
      { spend },
      plainPoint({ shapes: [lam * 0.99] }),
      plainPoint({ shapes: [lam * 1.01] }),
    );
    expect(Array.from(flat)).toEqual([0, 1]);
  });

  it('is judged by weeks with spend, however many have none', () => {
    const pulsed = Array.from(spend, (_, t) => (t < 2 ? 0 : t < 5 ? 50 : 100));
    const { flat } = curvesOf(
      { spend: pulsed },
      plainPoint({ shapes: [lam * 0.99] }),
      plainPoint({ shapes: [lam * 1.01] }),
    );
    expect(Array.from(flat)).toEqual([0, 1]);
  });
});

describe('inputs beyond the largest seen', () => {
  it('are counted by period, scale and draw', () => {
    const spend = Array.from({ length: rows }, (_, t) => (t < 1 ? 100 : t < 5 ? 70 : 30));
    const { beyond } = curvesOf({ spend }, plainPoint(), plainPoint({ alpha: 0.6 }));
    // Today's largest is passed by 1 week above ×1, by 5 above ×1.43, never by the weeks of 30.
    const expected = CURVE_SCALES.map((scale) => (scale <= 1 ? 0 : scale < 1.43 ? 2 : 10));
    expect(Array.from(beyond)).toEqual(expected);
  });
});
