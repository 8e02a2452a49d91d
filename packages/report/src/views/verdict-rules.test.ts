// Every rule of the verdicts at its boundary, and in the order in which they are read.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { channelIn, viewFrom } from '../../fixtures/views.ts';
import { type Case, FLAT, rule, rulingOn, SURE, WIDE } from './verdict-rules.ts';

const plain: Case = {
  hasSpend: true,
  overCredited: false,
  information: 'measured',
  priorAndDataDisagree: false,
  flatProbability: 0,
  demandCaptured: false,
  marginal: { pays: 0.5, interval: [0.8, 1.2] },
  breakEven: 1,
};
const pays = (probability: number, change: Partial<Case> = {}) =>
  rule({ ...plain, marginal: { pays: probability, interval: [0.8, 1.2] }, ...change }).verdict;
const within = (interval: readonly [number, number], breakEven = 1) =>
  rule({ ...plain, breakEven, marginal: { pays: 0.5, interval } }).verdict;

describe('the rules', () => {
  test('raise from 85 % on, lower up to 15 %', () => {
    expect([0.84999, 0.85, 1].map((p) => pays(p))).toEqual(['keep', 'raise', 'raise']);
    expect([0.15001, 0.15, 0].map((p) => pays(p))).toEqual(['keep', 'lower', 'lower']);
  });

  test('nothing is decided on what was assumed, however sure it sounds', () => {
    for (const information of ['mostly_assumed', 'not_determined', null] as const)
      expect([0, 0.5, 1].map((p) => pays(p, { information }))).toEqual(Array(3).fill('cannot_tell'));
  });

  test('nothing is decided where media are given more than there is', () => {
    const beyond = { overCredited: true };
    expect([0, 0.5, 1].map((p) => pays(p, beyond))).toEqual(Array(3).fill('cannot_tell'));
    const view = viewFrom('sample', 0.5, ({ result }) => {
      result.baselineNegative = 0.5;
    });
    expect(rulingOn(view, 'search_spend').ground).toBe('over_credited');
  });

  test('what is partly assumed is tested, unless the next unit surely pays or does not', () => {
    const partly = { information: 'partly_assumed' } as const;
    expect([0.15, 0.16, 0.84, 0.85].map((p) => pays(p, partly))).toEqual([
      'lower',
      'test_first',
      'test_first',
      'raise',
    ]);
  });

  test('an interval whose ends are more than a factor 3 apart around break-even is tested', () => {
    expect(within([0.6, 1.8])).toBe('keep');
    expect(within([0.6, 1.81])).toBe('test_first');
    expect(within([0, 1.2])).toBe('test_first');
    expect(within([-0.1, 1.2])).toBe('test_first');
    expect(within([1.2, 3.6], 2)).toBe('keep');
    // Break-even lies outside: the interval may be wide, the side is known.
    expect(within([0.1, 0.9])).toBe('keep');
    expect(within([1.1, 9])).toBe('keep');
  });

  test('spend that follows demand is never raised, and lowered like any other', () => {
    const follows = { demandCaptured: true };
    expect([0.1, 0.5, 0.9].map((p) => pays(p, follows))).toEqual(['lower', 'keep', 'test_first']);
  });

  test('where prior and data disagree nothing is moved, however sure it sounds', () => {
    const torn = { priorAndDataDisagree: true };
    expect([0, 0.5, 1].map((p) => pays(p, torn))).toEqual(Array(3).fill('test_first'));
    expect(pays(1, { ...torn, information: 'mostly_assumed' })).toBe('cannot_tell');
    expect(pays(1, { ...torn, hasSpend: false })).toBe('keep');
    const view = viewFrom('sample', 0.5, (files) => {
      const { information } = channelIn(files, 'Search').summary;
      if (information) information.priorAndDataDisagree = true;
    });
    expect(rulingOn(view, 'search_spend')).toMatchObject({
      verdict: 'test_first',
      ground: 'prior_disagrees',
    });
  });

  test('a curve that is flat over the spend seen moves nothing', () => {
    expect([0, 0.5, 1].map((p) => pays(p, { flatProbability: 0.51 }))).toEqual(Array(3).fill('test_first'));
    expect(pays(1, { flatProbability: FLAT })).toBe('raise');
    const view = viewFrom('sample', 0.5, (files) => {
      channelIn(files, 'Search').summary.flatProbability = 0.51;
    });
    expect(rulingOn(view, 'search_spend')).toMatchObject({ verdict: 'test_first', ground: 'flat' });
  });

  test('a channel without spend has no money to move; without a price there is no break-even', () => {
    expect(pays(1, { hasSpend: false })).toBe('keep');
    expect(pays(1, { hasSpend: false, information: 'mostly_assumed' })).toBe('cannot_tell');
    expect(pays(1, { marginal: null })).toBe('cannot_tell');
    expect(rule({ ...plain, marginal: null })).toMatchObject({ ground: 'no_price', pays: null });
  });

  test('break-even is 1 over the margin: the same draws, another verdict', () => {
    const tv = (margin: number | null) => rulingOn(viewFrom('sample', margin), 'tv_spend');
    expect(tv(null).verdict).toBe('raise');
    expect(tv(0.5).verdict).toBe('lower');
    expect(tv(1)).toEqual(tv(null));
  });

  test('the probability is read from the draws of the marginal ROAS', () => {
    const view = viewFrom('sample', 0.5, (files) => {
      channelIn(files, 'TV').seen.marginalRoas = Array.from({ length: 101 }, (_, i) => 1.9 + i / 100);
    });
    expect(rulingOn(view, 'tv_spend').pays).toBeCloseTo(0.9, 9);
  });

  test('the guide states the same limits', () => {
    const guide = readFileSync(
      new URL('../../../../docs/guide/reading-a-result.md', import.meta.url),
      'utf8',
    );
    expect(guide).toContain(`*P* ≥ ${SURE * 100} %`);
    expect(guide).toContain(`*P* ≤ ${Math.round((1 - SURE) * 100)} %`);
    expect(guide).toContain(`with a probability above ${FLAT * 100} %`);
    expect(guide).toContain(`more than a factor ${WIDE} apart`);
  });
});
