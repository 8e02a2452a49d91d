// The rows of advice in their exact words, and where there are none.
import { describe, expect, test } from 'vitest';
import { channelIn, viewFrom } from '../../fixtures/views.ts';
import { verdicts, verdictsTitle } from './verdicts.ts';

const rows = (view: Parameters<typeof verdicts>[0]) =>
  verdicts(view).map(({ label, word, why, next, probabilityText, probabilityOf }) =>
    [`${label}: ${word}, ${probabilityText} ${probabilityOf}`, why, next].join('\n'),
  );

describe('verdicts on the sample', () => {
  test('with a margin of 50 %', () => {
    expect(rows(viewFrom('sample', 0.5)).join('\n\n')).toMatchInlineSnapshot(`
      "Search: Raise, >99 % that the next €1 pays
      The next €1 returns €3.48 (2.90 to 4.12), well above the €2.00 you need.
      Raise it in steps, by up to 30 %, then fit again: with every week’s spend raised further, more than one week in twenty would exceed the largest seen.

      Social: Lower, >99 % that the next €1 does not pay
      Social did not pay for itself: it returned €1.19 (0.60 to 1.82) for each €1. The next €1 returns €0.98 (0.55 to 1.43), well below the €2.00 you need.
      Lower it in steps; Search returns more on the next €1.

      TV: Lower, 88 % that the next €1 does not pay
      The next €1 returns €1.62 (1.06 to 2.21), below the €2.00 you need.
      Lower it in steps; Search returns more on the next €1.

      Radio: Cannot tell, – none: it would be a guess
      57 % of the answer is our assumption, not your data.
      Vary its spend by region or from week to week, then fit again.

      Display: Cannot tell, – none: it would be a guess
      52 % of the answer is our assumption, not your data.
      Vary its spend by region or from week to week, then fit again."
    `);
  });

  test('without a margin the words are about revenue, not profit', () => {
    expect(rows(viewFrom('sample')).slice(0, 3).join('\n\n')).toMatchInlineSnapshot(`
      "Search: Raise, >99 % that the next €1 brings back more than the €1 it costs
      The next €1 returns €3.48 (2.90 to 4.12), well above the €1 it costs. That pays while your margin is above 29 %.
      Raise it in steps, by up to 30 %, then fit again: with every week’s spend raised further, more than one week in twenty would exceed the largest seen.

      TV: Raise, 99 % that the next €1 brings back more than the €1 it costs
      The next €1 returns €1.62 (1.06 to 2.21), well above the €1 it costs. That pays while your margin is above 62 %.
      Raise it in steps, by up to 10 %, then fit again: with every week’s spend raised further, more than one week in twenty would exceed the largest seen.

      Social: Keep, 46 % that the next €1 brings back more than the €1 it costs
      The next €1 returns €0.98 (0.55 to 1.43): near the €1 it costs. The data do not say that more or less would be better.
      Leave it, and fit again after another quarter."
    `);
    expect(rows(viewFrom('sample')).join(' ')).not.toMatch(/profit|that the next €1 pays/);
  });

  test('each has the marginal ROAS drawn against break-even, on one axis', () => {
    const drawn = verdicts(viewFrom('sample', 0.5)).map((row) => row.return);
    expect(new Set(drawn.map((bar) => bar?.to))).toEqual(new Set([5]));
    expect(drawn[0]).toMatchObject({ from: 0, reference: 2, referenceLabel: 'Break-even €2.00' });
    for (const bar of drawn) {
      expect(bar?.q25).toBeGreaterThan(bar?.lo ?? 0);
      expect(bar?.q75).toBeLessThan(bar?.hi ?? 0);
    }
  });

  test('the heading says what to do', () => {
    expect(verdictsTitle(viewFrom('sample', 0.5)).title).toBe('Move money from TV and Social to Search');
    expect(verdictsTitle(viewFrom('sample')).title).toBe('Before margin: raise Search and TV');
    expect(verdictsTitle(viewFrom('sample')).subtitle).toContain(
      'give your margin to hold it against profit',
    );
  });
});

describe('other verdicts', () => {
  test('a return too wide to act on is tested first', () => {
    const view = viewFrom('sample', 1, (files) => {
      const { summary, seen } = channelIn(files, 'Social');
      summary.marginalRoas = { mean: 1.4, sd: 0.8, median: 1.2, hdi94: [0.3, 2.9] };
      seen.marginalRoas = Array.from({ length: 101 }, (_, i) => 0.2 + 0.03 * i);
    });
    const social = verdicts(view).find(({ label }) => label === 'Social');
    expect(social).toMatchObject({
      verdict: 'test_first',
      why: 'The next €1 returns €1.4 (0.3 to 2.9): too wide to act on, on either side of the €1.00 you need.',
      probabilityText: '73 %',
    });
  });

  test('what is partly assumed says how much', () => {
    const view = viewFrom('sample', null, (files) => {
      const { summary } = channelIn(files, 'Social');
      if (summary.information) summary.information.verdict = 'partly_assumed';
      if (summary.information) summary.information.shares.data = 0.58;
    });
    const social = verdicts(view).find(({ label }) => label === 'Social');
    expect(social?.why).toBe(
      'The next €1 returns €0.98 (0.55 to 1.43): below or above the €1 it costs, and 42 % of the answer is assumed.',
    );
    expect(verdictsTitle(view).title).toBe(
      'Before margin: raise Search and TV; test Social before you decide',
    );
  });

  test('spend that follows demand is tested before it is raised', () => {
    const view = viewFrom('sample', 0.5, (files) => {
      channelIn(files, 'Search').spec.demandCaptured = true;
    });
    const search = verdicts(view).find(({ label }) => label === 'Search');
    expect(search?.verdict).toBe('test_first');
    expect(search?.why).toContain('its spend follows demand, so part of that would have come anyway');
  });

  test('what prior and data disagree about, and what the baseline may explain, is tested before money is moved', () => {
    const search = (change: (summary: ReturnType<typeof channelIn>['summary']) => void) => {
      const view = viewFrom('sample', 0.5, (files) => change(channelIn(files, 'Search').summary));
      const row = verdicts(view).find(({ label }) => label === 'Search');
      return [row?.word, row?.why, row?.next];
    };
    const torn = search(({ information }) => {
      if (information) information.priorAndDataDisagree = true;
    });
    expect(torn).toEqual([
      'Test first',
      'The next €1 returns €3.48 (2.90 to 4.12). But what was assumed and what your data say do not agree, and this figure lies between the two.',
      'Check its size prior, and test it by region or pause it before you move money.',
    ]);
    const flat = search((summary) => {
      summary.flatProbability = 0.6;
    });
    expect(flat).toEqual([
      'Test first',
      'The next €1 returns €3.48 (2.90 to 4.12). But it ran at about one level, so its effect cannot be told from the baseline.',
      'Vary its spend by region or from week to week before you move money.',
    ]);
  });

  test('what is lowered names the best of the channels to raise, whichever brings most in all', () => {
    const named = (tv: number) => {
      const view = viewFrom('sample', 0.5, (files) => {
        const { summary, seen } = channelIn(files, 'TV');
        summary.marginalRoas = { mean: tv, sd: 0.1, median: tv, hdi94: [tv - 0.2, tv + 0.2] };
        seen.marginalRoas = Array.from({ length: 101 }, (_, i) => tv - 0.2 + 0.004 * i);
      });
      expect(verdicts(view).filter(({ verdict }) => verdict === 'raise')).toHaveLength(2);
      return verdicts(view).find(({ label }) => label === 'Social')?.next;
    };
    expect(named(2.6)).toBe('Lower it in steps; Search returns more on the next €1.');
    expect(named(5)).toBe('Lower it in steps; TV returns more on the next €1.');
  });

  test('a channel past its best is told apart from one that never paid', () => {
    const view = viewFrom('sample', 0.6, (files) => {
      const { summary, seen } = channelIn(files, 'TV');
      summary.marginalRoas = { mean: 0.9, sd: 0.1, median: 0.9, hdi94: [0.7, 1.1] };
      seen.marginalRoas = Array.from({ length: 101 }, (_, i) => 0.6 + 0.006 * i);
      seen.roasOfSpend = Array.from({ length: 101 }, (_, i) => 1.7 + 0.006 * i);
    });
    const why = (label: string) => verdicts(view).find((row) => row.label === label)?.why;
    expect(why('TV')).toBe(
      'TV paid for itself, but is past its best. The next €1 returns €0.90 (0.70 to 1.10), well below the €1.67 you need.',
    );
    expect(why('Social')).toMatch(
      /^Social did not pay for itself: it returned €1\.19 \(0\.60 to 1\.82\) for each €1\. /,
    );
  });

  test('a curve that is flat over the spend seen is named as the reason', () => {
    const view = viewFrom('sample', null, (files) => {
      channelIn(files, 'Radio').summary.flatProbability = 0.51;
    });
    expect(verdicts(view).find(({ label }) => label === 'Radio')?.why).toBe(
      'It ran at about one level, so its effect cannot be told from the baseline. 57 % of the answer is our assumption, not your data.',
    );
  });

  test('a counted KPI without a price gives costs, no money verdict, and a row for organic media', () => {
    expect(rows(viewFrom('orders')).join('\n\n')).toMatchInlineSnapshot(`
      "Newsletter: Keep, – none: nothing is spent
      Newsletter brought 3.5 % of orders (94 %: 1.4 to 5.5 %). Nothing is spent on it, so there is no money to move.
      Nothing to decide about money.

      Search: Cannot tell, – none: no price to hold it against
      One order through Search cost €0.251 (0.202 to 0.305). Whether that pays depends on what one is worth, and your file does not say.
      Say what one order is worth, in a column of your file such as revenue_per_order, and fit again.

      TV: Cannot tell, – none: no price to hold it against
      One order through TV cost €0.56 (0.39 to 0.75). Whether that pays depends on what one is worth, and your file does not say.
      Say what one order is worth, in a column of your file such as revenue_per_order, and fit again.

      Radio: Cannot tell, – none: it would be a guess
      Your data and what was assumed pull apart, and the figure lies between the two.
      Check its size prior and what else moved with it; a test would tell."
    `);
    expect(verdictsTitle(viewFrom('orders')).title).toBe(
      'Say what one order is worth, and each channel gets a verdict',
    );
  });

  test('how far to raise is as far as the data reach', () => {
    const step = (extrapolated: (scale: number) => boolean) => {
      const view = viewFrom('sample', null, (files) => {
        const curve = channelIn(files, 'Search').summary.responseCurve;
        if (curve) curve.extrapolated = curve.scale.map(extrapolated);
      });
      return verdicts(view).find(({ label }) => label === 'Search')?.next;
    };
    expect(step((scale) => scale > 1.31)).toContain('by up to 30 %');
    expect(step((scale) => scale > 1)).toContain(
      'more than one week in twenty would soon exceed the largest seen',
    );
    expect(step(() => false)).toBe('Raise it in steps, and fit again with what they show.');
  });
});

describe('the heading where no channel is to be moved', () => {
  const titleOf = (labels: readonly string[], roas: number) =>
    verdictsTitle(
      viewFrom('sample', null, (files) => {
        for (const label of labels) {
          const { information } = channelIn(files, label).summary;
          if (information) information.verdict = 'mostly_assumed';
        }
        files.insights.paid.roasQuantiles = Array.from({ length: 101 }, () => roas);
      }),
    ).title;
  const all = ['Search', 'TV', 'Social', 'Radio', 'Display'];

  test('says that the data cannot tell, and where it is so that the whole did not pay', () => {
    expect(titleOf(all, 1.5)).toBe('The data cannot tell what one channel does');
    expect(titleOf(all, 0.075)).toBe('The whole did not pay; the data cannot tell what one channel does');
    expect(titleOf(['Search', 'TV'], 1.5)).toBe(
      'Keep Social; the data cannot tell what Search, TV and 2 more do',
    );
  });

  test('gives no advice where media are given more than there is', () => {
    const view = viewFrom('sample', null, ({ result }) => {
      result.baselineNegative = 0.97;
    });
    expect(verdictsTitle(view).title).toBe('No advice: media are given more than all of revenue');
    expect(new Set(verdicts(view).map(({ verdict }) => verdict))).toEqual(new Set(['cannot_tell']));
  });
});

describe('where there is no verdict', () => {
  test('a run that did not converge', () => {
    expect(verdicts(viewFrom('hill', 0.5))).toEqual([]);
    expect(verdictsTitle(viewFrom('hill')).title).toBe('No verdict: the run did not converge');
  });

  test('a quick look', () => {
    expect(verdicts(viewFrom('units'))).toEqual([]);
    expect(verdictsTitle(viewFrom('units')).title).toBe('No verdict from a quick look');
  });
});
