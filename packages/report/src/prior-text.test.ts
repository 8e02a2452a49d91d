// What priors alone predict, in words.
import { expandSpec, type PriorPredictive, sample } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { priorText } from './prior-text.ts';

const { data, draft } = sample();

test('priors are told as shares of media and channels, and as a range of the KPI beside the measured one', () => {
  const prior: PriorPredictive = {
    spec: expandSpec(draft, data).spec,
    sizeRule: { kind: 'roi', reason: 'money' },
    mediaShare: { median: 0.21, interval94: [0.084, 1.83], above1: 0.1 },
    channels: [
      { name: 'radio_spend', label: 'Radio', median: 0.02, interval94: [0.0032, 0.1], above1: 0 },
      { name: 'tv_spend', label: 'TV', median: 0.04, interval94: [0.0071, 0.19], above1: 0 },
    ],
    kpi: { median: 170_000, interval94: [-7_180_000, 7_480_000], belowZero: 0.48 },
    measured: { low: 562_000, median: 678_000, high: 907_000 },
    outside: 0,
    warnings: [],
  };
  expect(priorText(prior)).toMatchInlineSnapshot(`
    "Before any data, by the priors alone:
    - Paid media bring 21 % of revenue (94 %: 8.4 to 180 %); by channel TV 0.71 to
      19 %, Radio 0.32 to 10 %.
    - A period of revenue lies between −€7.18 M and €7.48 M (94 %); measured were
      €562 k to €907 k."
  `);
});
