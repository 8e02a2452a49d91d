// The result file of a real fit: valid, with sentences, and null where a number does not exist.
import { type FitResult, fit, sample } from '@mixmodel/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { resultSchema } from './result.ts';
import { type Origin, resultFile } from './write.ts';

let result: FitResult;
const origin: Origin = {
  versions: { mixmodel: '0.1.0', numerics: 1, node: '20.19.0' },
  data: {
    rows: 104,
    period: 'week',
    firstDate: 19723,
    lastDate: 20444,
    sha256: 'a'.repeat(64),
    modelSha256: 'b'.repeat(64),
  },
};

beforeAll(async () => {
  const { data, draft } = sample();
  for await (const step of fit(data, draft, { mode: 'quick', draws: 100, warmup: 100 })) {
    if (step.phase === 'done') result = step.result;
  }
});

describe('the result file', () => {
  test('survives JSON and its own schema', () => {
    const file = resultFile(result, origin);
    expect(resultSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    expect(file.data).toMatchObject({ from: '2024-01-01', to: '2025-12-28' });
    expect(file.seed).toBe(1);
    expect(file.channels.map(({ name }) => name)).toEqual(result.channels.map(({ name }) => name));
  });

  test('gives every problem of the check its sentence, with the channel by its name', () => {
    const { convergence } = resultFile(result, origin);
    expect(convergence.passed).toBe(false);
    const ofSearch = convergence.problems.find(({ quantity }) => quantity.endsWith('[search_spend]'));
    expect(ofSearch?.sentence).toMatch(/channel Search: .+ wanted\. .+\.$/);
  });

  test('gives every warning its sentence', () => {
    const warned = {
      ...result,
      warnings: [{ code: 'flat_curve', column: 'tv_spend', facts: { probability: 0.72 } }],
    };
    expect(resultFile(warned, origin).warnings[0]).toMatchObject({
      severity: 'warning',
      sentence: expect.stringMatching(/^TV ran at a level .+\(probability 72 %\)/),
    });
  });

  test('holds what was found in the data, each finding once and long lists of rows cut', () => {
    const warnings = [{ code: 'demand_captured', column: 'search_spend' }];
    const rows = Array.from({ length: 150 }, (_, i) => i + 2);
    const findings = [
      {
        code: 'missing_kpi',
        severity: 'warning',
        column: 'revenue',
        row: 2,
        rows,
        facts: { rows: '2 and 149 more' },
      },
      { code: 'demand_captured', severity: 'note', column: 'search_spend' },
    ] as const;
    const file = resultFile({ ...result, warnings }, { ...origin, findings });
    expect(file.warnings.map(({ code, severity }) => [code, severity])).toEqual([
      ['missing_kpi', 'warning'],
      ['demand_captured', 'note'],
    ]);
    expect(file.warnings[0]).toMatchObject({ row: 2, rows: rows.slice(0, 100), column: 'revenue' });
    expect(file.warnings[0]?.sentence).toMatch(/^Rows 2 and 149 more, column `revenue`/);
  });

  test('names the run as too short where it was', () => {
    const { problems } = resultFile(result, origin).convergence;
    const few = problems.find(({ code }) => code === 'ess_bulk');
    expect(few?.sentence).toContain('200 draws in all');
  });

  test('writes null for a statistic that does not exist, and the largest number for an estimate beyond all, by name', () => {
    const noRHat = { ...result, convergence: { ...result.convergence, maxRHat: Number.NaN } };
    expect(resultFile(noRHat, origin).convergence.maxRHat).toBeNull();
    const noMean = { ...result, baseline: { ...result.baseline, mean: Number.NaN } };
    const cut = resultFile(noMean, origin);
    expect(cut.baseline.mean).toBe(Number.MAX_VALUE);
    expect(cut.warnings.at(-1)).toMatchObject({
      code: 'beyond_numbers',
      severity: 'warning',
      sentence: expect.stringContaining('`baseline.mean`'),
    });
    expect(resultSchema.parse(JSON.parse(JSON.stringify(cut)))).toEqual(cut);
    expect(() => resultFile({ ...result, baselineNegative: 'often' as unknown as number }, origin)).toThrow(
      'the result cannot be written, baselineNegative is not as the file wants it',
    );
  });
});
