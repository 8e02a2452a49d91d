// The sentence above everything: did advertising pay, how surely, where there is room.
import { describe, expect, test } from 'vitest';
import { channelIn, type Files, viewFrom } from '../../fixtures/views.ts';
import { headline } from './headline.ts';

/** All paid media's ROAS spread evenly over `low`..`high`. */
const paidBetween = (low: number, high: number) => (files: Files) => {
  const mean = (low + high) / 2;
  files.insights.paid.roas = { mean, sd: (high - low) / 3.5, median: mean, hdi94: [low, high] };
  files.insights.paid.roasQuantiles = Array.from({ length: 101 }, (_, i) => low + ((high - low) * i) / 100);
};
const first = (text: string) => text.split(/(?<=\.) (?=[A-Z])/)[0];

describe('the headline', () => {
  test('of the sample, with and without a margin', () => {
    expect(headline(viewFrom('sample', 0.5))).toMatchInlineSnapshot(
      `"Whether advertising paid for itself is open: each €1 returned €1.88 of revenue (94 %: €1.58 to 2.18), less than the €2.00 you need with a probability of 79 %. Search has room to grow, and TV and Social do not earn back the next €1."`,
    );
    expect(headline(viewFrom('sample'))).toMatchInlineSnapshot(
      `"Each €1 returned €1.88 of revenue (94 %: €1.58 to 2.18), more than the €1 it cost with a probability above 99 %; what of it is profit depends on your margin. Before margin, Search and TV have room to grow."`,
    );
  });

  test('says that advertising paid, did not, or that it is open', () => {
    expect(first(headline(viewFrom('sample', 0.5, paidBetween(2.44, 3.44))))).toBe(
      'Advertising paid for itself: each €1 returned €2.94 of revenue (94 %: €2.44 to 3.44), more than the €2.00 you need with a probability above 99 %.',
    );
    expect(first(headline(viewFrom('sample', 0.5, paidBetween(1, 2.1))))).toBe(
      'Advertising did not pay for itself: each €1 returned €1.55 of revenue (94 %: €1.00 to 2.10), less than the €2.00 you need with a probability of 91 %.',
    );
    expect(first(headline(viewFrom('sample', 0.5, paidBetween(1.5, 2.3))))).toBe(
      'Whether advertising paid for itself is open: each €1 returned €1.90 of revenue (94 %: €1.50 to 2.30), less than the €2.00 you need with a probability of 63 %.',
    );
  });

  test('without a margin leaves open what the draws leave open', () => {
    expect(first(headline(viewFrom('sample', null, paidBetween(0.5, 1.5))))).toBe(
      'Each €1 returned €1.00 of revenue (94 %: €0.50 to 1.50); it is open whether that is more than the €1 it cost (50 % that it is), and what of it is profit depends on your margin.',
    );
  });

  test('of a run that gives media more than there is says what to check, and no return', () => {
    const view = viewFrom('sample', 0.5, ({ result }) => {
      result.baselineNegative = 0.97;
    });
    expect(headline(view)).toBe(
      'The model gives media more than all of revenue with a probability of 97 %, so no return here can be right. Check the units of spend and revenue, look for a control that is missing, and fit again.',
    );
  });

  test('of orders: the share, and where one cost least', () => {
    expect(headline(viewFrom('orders'))).toMatchInlineSnapshot(
      `"Paid media brought 20.1 % of orders (94 %: 16.8 to 23.5 %). One order cost least through Search: €0.251 (0.202 to 0.305)."`,
    );
  });

  test('without a currency speaks of units', () => {
    const view = viewFrom('sample', 0.5, ({ result }) => {
      delete result.spec.columns.target.currency;
    });
    expect(headline(view)).toContain('each unit returned 1.88 of revenue');
    expect(headline(view)).toContain('do not earn back the next unit spent');
  });

  test('names two channels with the same label both', () => {
    const view = viewFrom('sample', 0.5, (files) => {
      channelIn(files, 'Social').summary.label = 'TV';
    });
    expect(headline(view)).toContain('TV and TV do not earn back');
  });

  test('gives no directions after a quick look, and no answer without convergence', () => {
    expect(headline(viewFrom('units'))).toMatch(/^Paid media brought [^.]+\d.*\.$/);
    expect(headline(viewFrom('units'))).not.toMatch(/room|past|Test/);
    expect(headline(viewFrom('hill', 0.5))).toBe('');
  });
});
