// A report from stored draws: the same as the fit's, and different exactly where the draws are.
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallestOnTop } from '../../fixtures/stored-draws.ts';
import { sample } from '../simulate/sample.ts';
import { insights } from './assemble-insights.ts';
import type { Draws } from './draws.ts';
import { fit } from './fit.ts';
import { reassemble } from './report.ts';
import type { FitResult } from './result.ts';

const { data, draft } = sample();
let result: FitResult;
let draws: Draws;

beforeAll(async () => {
  for await (const step of fit(data, draft, { mode: 'quick', seed: 4 }))
    if (step.phase === 'done') ({ result, draws } = step);
});

describe('a report made again', () => {
  it('is the result of the fit, number for number', () => {
    expect(reassemble(data, draft, structuredClone(draws), result.sampling)).toEqual(result);
  });

  it('is the same from the expanded spec when it is told how sizes were chosen', () => {
    const { sizeRule } = result.prior;
    expect(sizeRule.kind).toBe('roi');
    expect(reassemble(data, result.spec, draws, { ...result.sampling, sizeRule })).toEqual(result);
    expect(reassemble(data, result.spec, draws, result.sampling)).toEqual({
      ...result,
      prior: { ...result.prior, sizeRule: { kind: null, reason: 'explicit' } },
    });
  });

  it('follows a changed draw of one contribution, in the numbers that depend on it and no others', () => {
    const c = 1;
    const offset = draws.variables.find((v) => v.name === 'total_contribution')?.offset ?? Number.NaN;
    const changed = reassemble(data, draft, smallestOnTop(draws, offset + c), result.sampling);
    expect(paths(result, changed)).toEqual([
      'channels.search_spend.contribution',
      'channels.search_spend.information',
      'channels.search_spend.share',
      'parameters.total_contribution[search_spend]',
    ]);
  });

  it('refuses the draws of another spec', () => {
    const other = { ...draft, channels: draft.channels.slice(1) };
    expect(() => reassemble(data, other, draws, result.sampling)).toThrow('these draws are of another spec');
  });
});

describe('the charts of a fit', () => {
  it('show the very bands whose coverage the result tells', () => {
    const { series } = insights(data, result.spec, draws, result.sampling.seed);
    const { q03, q97 } = series.predicted;
    const inside = series.actual.filter((y, t) => y >= q03[t] && y <= q97[t]);
    expect(result.fit.coverage94).toBeLessThan(1);
    expect(inside.length / result.fit.rows).toBe(result.fit.coverage94);
  });

  it('add up to the contributions the result tells', () => {
    const { series, paid, channels } = insights(data, result.spec, draws, result.sampling.seed);
    for (const [c, { contribution }] of result.channels.entries()) {
      const sum = series.channels[c].mean.reduce((a, b) => a + b);
      expect(sum / contribution.mean).toBeCloseTo(1, 10);
      expect(channels[c].contribution[50]).toBe(contribution.median);
    }
    expect(paid.contribution.mean / result.totalMedia.mean).toBeCloseTo(1, 10);
  });
});

/** Where two results differ: owner by owner, one level below. */
function paths(before: FitResult, after: FitResult): string[] {
  const flat = ({ channels, parameters, ...rest }: FitResult) =>
    new Map<string, unknown>([
      ...channels.flatMap((channel) =>
        Object.entries(channel).map(([key, value]): [string, unknown] => [
          `channels.${channel.name}.${key}`,
          value,
        ]),
      ),
      ...parameters.map((p): [string, unknown] => [`parameters.${p.name}`, p]),
      ...Object.entries(rest),
    ]);
  const [was, is] = [flat(before), flat(after)];
  return [...is.keys()].filter((key) => !isDeepStrictEqual(is.get(key), was.get(key))).sort();
}
