// A new run made of an old one: what was asked for, with the one change that may help.

import { readFileSync } from 'node:fs';
import { type ResultFile, resultSchema, runRequestSchema, samplingDefaults } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { askedOf, nextName, remedied } from './again.ts';

/** A real result of the report's fixtures. */
function fixture(name: string): ResultFile {
  const path = new URL(`../../../../report/fixtures/${name}.json`, import.meta.url);
  return resultSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

const sample = fixture('sample');
const hill = fixture('hill');

describe('a run asked for again', () => {
  test('leaves to the rule what the rule chose, and to the mode what is its own', () => {
    const attempts = sample.sampling.attempts.map((attempt) => ({ ...attempt, ...samplingDefaults.full }));
    const { spec, sampling } = askedOf({ ...sample, sampling: { ...sample.sampling, attempts } });
    expect(sample.spec.channels.every(({ size }) => size.kind === 'roi')).toBe(true);
    expect(spec.channels.some(({ size }) => size)).toBe(false);
    expect(sampling).toEqual({ mode: sample.sampling.mode });
  });

  test('keeps a size prior somebody stated', () => {
    const own = { kind: 'roi', prior: { family: 'log_normal', mu: 1, sigma: 0.2 } } as const;
    const channels = sample.spec.channels.map((channel, i) =>
      i === 0 ? { ...channel, size: own } : channel,
    );
    const { spec } = askedOf({ ...sample, spec: { ...sample.spec, channels } });
    expect(spec.channels.map(({ size }) => size)).toEqual([own, ...channels.slice(1).map(() => undefined)]);
  });

  test('keeps the settings of the first attempt, not those the check went on to', () => {
    const first = { ...sample.sampling.attempts[0], warmup: 200, draws: 500, targetAcceptance: 0.95 };
    const sampling = {
      ...sample.sampling,
      warmup: 1000,
      draws: 4500,
      attempts: [first],
    } as ResultFile['sampling'];
    expect(askedOf({ ...sample, seed: 7, sampling }).sampling).toEqual({
      mode: sample.sampling.mode,
      seed: 7,
      warmup: 200,
      draws: 500,
      targetAcceptance: 0.95,
    });
  });

  test('can be asked for', () => {
    for (const change of ['full', 'more_draws', 'logistic'] as const) {
      const body = {
        datasetId: '01a2048f-797a-739f-97ad-34a9aafba89e',
        ...remedied(hill, { change, channels: [] }),
      };
      expect(runRequestSchema.safeParse(body).success).toBe(true);
    }
  });
});

describe('a remedy', () => {
  test('changes the curves it names and no others', () => {
    const curved = hill.spec.channels.filter(({ saturation }) => saturation.kind === 'hill');
    const [one] = curved;
    const after = remedied(hill, { change: 'logistic', channels: [one?.column ?? ''] });
    const kinds = after?.spec.channels.filter(({ saturation }) => saturation?.kind === 'hill').length;
    expect(curved.length).toBeGreaterThan(0);
    expect(kinds).toBe(curved.length - 1);
  });

  test('takes four times the draws, or the full mode with the same seed', () => {
    const more = remedied(sample, { change: 'more_draws', channels: [] });
    expect(more?.sampling?.draws).toBe(4 * sample.sampling.draws);
    const full = remedied({ ...sample, seed: 9 }, { change: 'full', channels: [] });
    expect(full?.sampling).toEqual({ mode: 'full', seed: 9 });
  });

  test('that a person has to decide is made by no button', () => {
    expect(remedied(sample, { change: null, channels: ['tv_spend'] })).toBeNull();
  });
});

test('a repeated run has a name of its own', () => {
  expect(['Sample', 'Sample, again', 'Sample, again 2'].map(nextName)).toEqual([
    'Sample, again',
    'Sample, again 2',
    'Sample, again 3',
  ]);
  expect(nextName('x'.repeat(120))).toHaveLength(120);
});
