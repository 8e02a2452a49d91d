// The file of what stands behind a real fit's charts: valid, dated, short, and null where there is no number.
import { fit, type Insights, insights, sample } from '@mixmodel/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { insightsSchema } from './insights.ts';
import { insightsFile } from './insights-file.ts';

let found: Insights;

beforeAll(async () => {
  const { data, draft } = sample();
  const gaps = data.columns.get('revenue')?.map((y, t) => (t === 20 ? Number.NaN : y));
  const columns = new Map([...data.columns, ['revenue', gaps ?? new Float64Array()]]);
  for await (const step of fit({ ...data, columns }, draft, { mode: 'quick', draws: 100, warmup: 100 })) {
    if (step.phase === 'done') found = insights({ ...data, columns }, step.result.spec, step.draws, 1);
  }
});

describe('the insights file', () => {
  test('survives JSON and its own schema', () => {
    const file = insightsFile(found);
    expect(insightsSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });

  test('of an earlier version, which did not tell how likely a channel is the best, is one still', () => {
    const file = insightsFile(found);
    const before = { ...file, channels: file.channels.map(({ best, ...channel }) => channel) };
    expect(before).not.toEqual(file);
    expect(insightsSchema.parse(before)).toEqual(before);
  });

  test('dates its periods and says null for a KPI that is missing', () => {
    const { series } = insightsFile(found);
    expect([series.dates[0], series.dates[103]]).toEqual(['2024-01-01', '2025-12-22']);
    expect(series.actual.flatMap((y, t) => (y === null ? [t] : []))).toEqual([20]);
    expect(series.fitted[20]).toBe(false);
  });

  test('keeps the KPI and estimates as they are, and six digits of what charts draw', () => {
    const file = insightsFile(found);
    expect(file.kpi).toBe(found.kpi);
    expect(file.paid.contribution).toEqual(found.paid.contribution);
    expect(file.channels.map(({ halfLife }) => halfLife)).toEqual(
      found.channels.map(({ halfLife }) => halfLife),
    );
    expect(file.series.actual[3]).toBe(found.series.actual[3]);
    const six = (x: number | undefined) => Number(x?.toPrecision(6));
    expect(file.series.predicted.q97[7]).toBe(six(found.series.predicted.q97[7]));
    expect(file.channels[2]?.roas?.[93]).toBe(six(found.channels[2]?.roas?.[93]));
    expect(file.densities[4]?.posterior[20]).toBe(six(found.densities[4]?.posterior[20]));
  });

  test('fits into 150 kB for two years of five channels', () => {
    expect(JSON.stringify(insightsFile(found)).length).toBeLessThan(150_000);
  });

  test('refuses what has no place for a missing number', () => {
    const noKpi = { ...found, kpi: Number.NaN };
    expect(() => insightsFile(noKpi)).toThrow(
      'the insights cannot be written, kpi is not as the file wants it (',
    );
  });
});
