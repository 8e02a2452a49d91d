// The reason of the size priors, in words.
import { expect, test } from 'vitest';
import { sizeRuleSentence } from './size-rule.ts';

const under = { median: 1.3, interval94: [0.5, 3] as const, above1: 0.71 };

test.each([
  [{ kind: 'roi', reason: 'money' }, 'return around 1.2 for each unit spent'],
  [{ kind: 'total_media', reason: 'not_money' }, 'has no price'],
  [{ kind: 'coefficient', reason: 'parts_multiply' }, 'Parts multiply'],
  [{ kind: 'total_media', reason: 'returns_exceed_kpi', under }, 'exceed the whole KPI (probability 71 %)'],
  [{ kind: null, reason: 'explicit' }, 'as the spec states it'],
] as const)('%o', (rule, words) => {
  expect(sizeRuleSentence(rule)).toContain(words);
});
