// Whole reports of real fits, made by fixtures/make.mjs.
import { readFileSync } from 'node:fs';
import { resultSchema, truthSchema } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { fitReport } from './fit-report.ts';
import { colourStyle } from './layout.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'));
const sample = resultSchema.parse(read('sample'));
const units = resultSchema.parse(read('units'));
const failed = resultSchema.parse(read('not-converged'));
const truth = truthSchema.parse(read('sample.truth'));

const longest = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));

describe('the report of a fit', () => {
  test('of money, with the truth beside it', () => {
    expect(fitReport(sample, { truth })).toMatchInlineSnapshot(`
      "What each channel returned (revenue, 104 weeks, 2024-01-01 to 2025-12-28)

      Channel    Spend  ROAS  94 % interval  Truth  0                              4
      Search   €2.27 M  3.77   3.05 to 4.49   3.40         ┊             ──◆──●─────
      TV       €2.28 M  1.90   1.53 to 2.28   1.90         ┊   ──◈───
      Social   €2.70 M  1.27   0.67 to 1.89   1.30       ────◈────
      Display   €939 k  0.66   0.16 to 1.20   0.50   ──◆─●───
      Radio     €631 k  0.34   0.04 to 0.71   0.70  ──●──◆ ┊
      ● mean, line 94 % interval, ┊ 1 back for 1 spent, ◆ truth

      Search returned 3.77 for each €1 spent; we are 94 % sure it is between 3.05 and
      4.49.
      TV returned 1.90 for each €1 spent; we are 94 % sure it is between 1.53 and
      2.28.
      Social returned 1.27 for each €1 spent; we are 94 % sure it is between 0.67 and
      1.89.
      Display returned 0.66 for each €1 spent; we are 94 % sure it is between 0.16 and
      1.20.
      Radio returned 0.34 for each €1 spent; we are 94 % sure it is between 0.04 and
      0.71.

      5 of 5 true ROAS lie inside their 94 % intervals.

      Channel  Next €1  94 % interval  Share of revenue   94 % interval
      Search      3.51   2.96 to 4.15            12.0 %   9.7 to 14.3 %
      TV          1.65   1.27 to 2.02             6.1 %    4.9 to 7.3 %
      Social      1.05   0.61 to 1.51             4.8 %    2.5 to 7.2 %
      Display     0.50   0.09 to 0.98            0.87 %  0.22 to 1.59 %
      Radio       0.26   0.02 to 0.58            0.30 %  0.04 to 0.63 %

      All channels together brought €17.1 M of revenue (94 %: €14.4 to 19.8 M), a
      share of 24.1 % (20.3 to 27.9 %); the rest would have come without them.
      Before the data, the priors put media's share of revenue at 19 % (94 %: 8 % to
      51 %). Size priors are stated as return per unit of spend (LogNormal(0.2, 0.9):
      around 1.2, seldom above 6).
      The model explains 94 % of the variation of revenue and is off by 1.5 % on
      average; 95 % of the periods lie inside the 94 % band. Following the past well
      does not show that a ROAS is right.

      Converged: R-hat at most 1.002, at least 3,055 independent draws for every
      quantity, no divergence (4 chains of 2,000 draws, 6.7 s)."
    `);
  });

  test('of units speaks of shares and costs where there is no money to return', () => {
    expect(fitReport(units)).toMatchInlineSnapshot(`
      "What each channel brought (revenue, 104 weeks, 2024-01-01 to 2025-12-28)

      Channel       Spend  Brought  94 % interval  0                         11.0 M
      Search      €2.27 M    9.2 M  7.4 to 11.0 M                       ─────●─────
      TV          €2.28 M    4.4 M   3.4 to 5.2 M            ──●───
      Newsletter        –    2.8 M   1.4 to 4.3 M      ────●────
      ● mean, line 94 % interval

      Search brought 12.9 % of revenue; we are 94 % sure it is between 10.4 % and
      15.4 %.
      TV brought 6.1 % of revenue; we are 94 % sure it is between 4.8 % and 7.4 %.
      Newsletter brought 3.9 % of revenue; we are 94 % sure it is between 2.0 % and
      6.0 %.

      Channel     Cost per unit    94 % interval  Share of revenue   94 % interval
      Search             €0.248  €0.203 to 0.301            12.9 %  10.4 to 15.4 %
      TV                  €0.53    €0.42 to 0.65             6.1 %    4.8 to 7.4 %
      Newsletter              –                –             3.9 %    2.0 to 6.0 %

      All channels together brought 16.3 M revenue (94 %: 13.7 to 19.2 M), a share of
      23 % (19 to 27 %); the rest would have come without them.
      Before the data, the priors put media's share of revenue at 36 % (94 %: 14 % to
      84 %). The KPI has no price, so the size priors are stated together: all media
      bring about 40 % of it, give or take 20.
      The model explains 91 % of the variation of revenue and is off by 1.9 % on
      average; 97 % of the periods lie inside the 94 % band. Following the past well
      does not show that a ROAS is right.
      This is a quick look. Fit with --full before anything is decided on it.

      Converged: R-hat at most 1.009, at least 454 independent draws for every
      quantity, no divergence (2 chains of 500 draws, 1.8 s)."
    `);
  });

  test('that did not converge gives cause and remedy, and marks its numbers as not to be used', () => {
    const text = fitReport(failed);
    expect(text).toMatchInlineSnapshot(`
      "NOT CONVERGED: these numbers must not be used (2 chains of 100 draws, 1.4 s).

      - Too few independent draws of the log posterior: bulk ESS is 86, at least 200
        is wanted. Likely the run was too short for something the data hardly
        determine. Take more draws (--draws); if that is not enough, leave out a
        control or channel. The same for the saturation (lam) of channel Search, the
        size of the effect (beta) of channel Search, the ROAS of the spend of channel
        Social, and 28 more.
      - Too few independent draws at the ends of the interval of the size of the
        effect (beta) of channel Display: tail ESS is 43, at least 200 is wanted.
        Likely the run was too short for something the data hardly determine. Take
        more draws (--draws); if that is not enough, merge channels that move
        together. The same for the contribution of channel Display, the ROAS of
        channel Display, the ROAS of the spend of channel Display, and 43 more.

      For finding the cause only, not to be used:

      Channel   Spend  ROAS  94 % interval  0                              5
      Search   2.27 M   3.8     3.0 to 4.5         ┊             ─────●─────
      TV       2.28 M   1.9     1.6 to 2.3         ┊   ──●───
      Social   2.70 M   1.2     0.8 to 1.9       ────●────
      Display   939 k   0.6     0.2 to 1.2    ──●────
      Radio     631 k   0.3     0.0 to 0.7  ──●─── ┊
      ● mean, line 94 % interval, ┊ 1 back for 1 spent

      Channel  Next unit  94 % interval  Share of revenue  94 % interval
      Search         3.5     3.0 to 4.2              12 %     10 to 14 %
      TV             1.7     1.3 to 2.0               6 %       5 to 7 %
      Social         1.0     0.6 to 1.5               5 %       3 to 7 %
      Display        0.5     0.1 to 0.9             0.8 %   0.3 to 1.5 %
      Radio          0.3     0.0 to 0.6             0.3 %   0.0 to 0.6 %"
    `);
    expect(text).not.toContain('we are 94 % sure');
  });

  test.each([60, 72, 80, 100])('keeps to %i columns', (width) => {
    for (const result of [sample, units, failed]) {
      expect(longest(fitReport(result, { width, truth }))).toBeLessThanOrEqual(width);
    }
  });

  test('says the same with colour as without', () => {
    const coloured = fitReport(sample, { style: colourStyle });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is control characters
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(fitReport(sample));
    expect(coloured).toContain('\u001b[1m');
  });

  test('changes with every number of a channel it shows', () => {
    const before = fitReport(sample);
    for (const key of ['roas', 'marginalRoas', 'share'] as const) {
      const changed = structuredClone(sample);
      const estimate = changed.channels[0]?.[key];
      if (!estimate) throw new Error(`the sample has ${key}`);
      estimate.mean += (estimate.hdi94[1] - estimate.hdi94[0]) / 2;
      expect(fitReport(changed)).not.toBe(before);
    }
  });

  test('never speaks of a probability that a return is above zero', () => {
    for (const result of [sample, units, failed])
      expect(fitReport(result)).not.toMatch(/> 0|above zero|positive/i);
  });
});
