// The model in one sentence.
import { readFileSync } from 'node:fs';
import { resultSchema } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { modelSentence } from './model-sentence.ts';

const file = readFileSync(new URL('../fixtures/sample.json', import.meta.url), 'utf8');
const sample = resultSchema.parse(JSON.parse(file));
const prior = { family: 'log_normal', mu: 0, sigma: 1 } as const;

test('tells curves, carryover, trend, season and controls', () => {
  expect(modelSentence(sample)).toBe(
    'Model: logistic saturation, carryover up to 8 weeks, linear trend, yearly season, 3 controls.',
  );
});

test('has words for every adstock and saturation, and for the order', () => {
  const beta = { family: 'beta', alpha: 1, beta: 1 } as const;
  const [tv, search, ...others] = sample.spec.channels.map((channel) => structuredClone(channel));
  if (!tv || !search) throw new Error('the sample has channels');
  tv.adstock = { kind: 'weibull_pdf', lMax: 12, normalize: true, priors: { lam: prior, k: prior } };
  tv.saturation = { kind: 'root', priors: { alpha: beta } };
  tv.order = 'saturation_first';
  search.adstock = { kind: 'none', lMax: 1, normalize: true, priors: {} };
  search.saturation = { kind: 'none', priors: {} };
  expect(modelSentence({ ...sample, spec: { ...sample.spec, channels: [tv, search, ...others] } })).toBe(
    'Model: logistic saturation (TV: root saturation; Search: no saturation), carryover up to 8 weeks (TV: Weibull carryover by density up to 12 weeks; Search: no carryover), carryover first (TV: saturation first), linear trend, yearly season, 3 controls.',
  );
});

test('names the channels that differ, and what is absent', () => {
  const [first, ...others] = sample.spec.channels.map((channel) => structuredClone(channel));
  if (!first) throw new Error('the sample has channels');
  first.saturation = { kind: 'hill', priors: { kappa: prior, slope: prior } };
  first.adstock.lMax = 1;
  const season = sample.spec.baseline.yearly;
  const spec = {
    ...sample.spec,
    channels: [first, ...others],
    controls: sample.spec.controls.map((control) => ({ ...control, role: 'outcome' as const })),
    baseline: {
      ...sample.spec.baseline,
      trend: { kind: 'none' as const },
      yearly: { ...season, order: 0 },
      weekly: { ...season, order: 3 },
    },
  };
  expect(modelSentence({ ...sample, spec })).toBe(
    'Model: logistic saturation (TV: Hill saturation), carryover up to 8 weeks (TV: no carryover), no trend, no yearly season, weekly season, no controls.',
  );
});
