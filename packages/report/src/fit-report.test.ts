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

      Channel    Spend  ROAS  94 % interval  Truth  0                              5
      Search   €2.27 M  3.75   3.06 to 4.53   3.40         ┊             ──◆──●─────
      TV       €2.28 M  1.87   1.30 to 2.48   1.90         ┊ ────◈────
      Social   €2.70 M  1.19   0.60 to 1.81   1.30      ────●◆───
      Radio    €1.09 M  0.7      0.2 to 1.3   0.70   ────◈────
      Display   €939 k  0.67   0.16 to 1.24   0.50   ──◆─●───
      Largest contribution first; ● mean, line 94 % interval, ┊ 1 back for 1 spent, ◆
      truth

      Search returned 3.75 for each €1 spent; we are 94 % sure it is between 3.06 and
      4.53.
      TV returned 1.87 for each €1 spent; we are 94 % sure it is between 1.30 and
      2.48.
      Social returned 1.19 for each €1 spent; we are 94 % sure it is between 0.60 and
      1.81.
      Radio returned 0.7 for each €1 spent; we are 94 % sure it is between 0.2 and
      1.3.
      Display returned 0.67 for each €1 spent; we are 94 % sure it is between 0.16 and
      1.24.

      5 of 5 true ROAS lie inside their 94 % intervals.

      Channel  Next €1  94 % interval  Measured  Share of revenue   94 % interval
      Search      3.48   2.90 to 4.12       yes            11.9 %   9.7 to 14.4 %
      TV          1.62   1.06 to 2.21       yes             6.0 %    4.2 to 7.9 %
      Social      0.98   0.55 to 1.43       yes             4.5 %    2.3 to 6.9 %
      Radio       0.58   0.09 to 1.15    hardly             1.1 %    0.3 to 2.0 %
      Display     0.52   0.08 to 1.02    hardly            0.88 %  0.21 to 1.63 %
      Next €1: what the next €1 spent would bring back.
      Measured: how much of the result is the data, not an assumption.

      Mostly assumed: Radio, Display. How sure this sounds comes mostly from the
      assumptions, so do not decide on it alone; an experiment would tell.
      Effects of media are assumed to be zero or more, so an interval never reaches
      below zero; one that begins near zero may well belong to a channel that brings
      nothing.
      All channels together brought €17.4 M of revenue (94 %: €14.7 to 20.2 M), a
      share of 24.4 % (20.6 to 28.3 %); the rest would have come without them.
      Before the data, media's share of revenue was assumed to be around 21 % (94 %:
      9 % to 52 %; the prior). Each channel was assumed to return around 1.2 for each
      unit spent, seldom more than 6 (size prior roi: LogNormal(0.2, 0.9)).
      Model: logistic saturation, carryover up to 8 weeks, linear trend, yearly
      season, 3 controls.
      The model explains 94 % of the variation of revenue and is off by 1.5 % on
      average; 96 % of the periods lie inside the 94 % band. Following the past well
      does not show that a ROAS is right.

      To know:
      - Rows 75 and 76, column \`revenue\`: the KPI is more than 3 standard deviations
        from its mean. Check the values; for a known event, add a control that is 1 in
        those periods.

      Converged: R-hat at most 1.001, at least 2,799 independent draws for every
      quantity, no divergence (4 chains of 2,000 draws, 4.0 s)."
    `);
  });

  test('does not say of a channel with a size prior of its own what was assumed of the others', () => {
    const [first, ...others] = units.spec.channels;
    const stated = {
      ...first,
      size: { kind: 'coefficient', prior: { family: 'half_normal', sd: 2 } },
    } as const;
    const file = { ...units, spec: { ...units.spec, channels: [stated, ...others] } };
    expect(fitReport(file).replace(/\s+/g, ' ')).toContain(
      `That is not said of ${stated.name}, with a size prior of its own.`,
    );
    expect(fitReport(units)).not.toContain('That is not said of');
  });

  test('of units speaks of shares and costs where there is no money to return', () => {
    expect(fitReport(units)).toMatchInlineSnapshot(`
      "What each channel brought (orders, 104 weeks, 2024-01-01 to 2025-12-28)

      Channel       Spend  Brought  94 % interval  0                         10.4 M
      Search      €2.27 M    8.8 M  7.0 to 10.4 M                       ─────●─────
      TV          €2.28 M    5.7 M   4.3 to 7.3 M               ────●─────
      Newsletter        –    2.8 M   1.5 to 4.4 M      ────●─────
      Largest contribution first; ● mean, line 94 % interval

      Search brought 12.4 % of orders; we are 94 % sure it is between 9.9 % and
      14.6 %.
      TV brought 8.0 % of orders; we are 94 % sure it is between 6.0 % and 10.2 %.
      Newsletter brought 4.0 % of orders; we are 94 % sure it is between 2.1 % and
      6.2 %.

      Channel     Cost per order    94 % interval  Measured
      Search              €0.258  €0.206 to 0.307       yes
      TV                  €0.40     €0.29 to 0.51       yes
      Newsletter               –                –       yes

      Channel     Share of orders  94 % interval
      Search               12.4 %  9.9 to 14.6 %
      TV                    8.0 %  6.0 to 10.2 %
      Newsletter            4.0 %   2.1 to 6.2 %
      Cost per order: the median.
      Measured: how much of the result is the data, not an assumption.

      Assumption and data disagree about Newsletter: the result lies between the two.
      Check the size prior, or what else moved with the spend.
      Effects of media are assumed to be zero or more, so an interval never reaches
      below zero; one that begins near zero may well belong to a channel that brings
      nothing.
      All channels together brought 17.4 M orders (94 %: 14.6 to 20.3 M), a share of
      24 % (21 to 28 %); the rest would have come without them.
      Before the data, the share of paid media in orders was assumed to be around 36 %
      (94 %: 14 % to 84 %; the prior). The KPI has no price, so one assumption was
      made for all media together: on average they bring 40 % of it, give or take 20
      (size prior total_media).
      Model: logistic saturation, carryover up to 8 weeks, linear trend, yearly
      season, 1 control.
      The model explains 90 % of the variation of orders and is off by 2.1 % on
      average; 97 % of the periods lie inside the 94 % band. Following the past well
      does not show that a ROAS is right.
      This is a quick look. Fit with --full before anything is decided on it.

      To know:
      - Rows 75 and 76, column \`orders\`: the KPI is more than 3 standard deviations
        from its mean. Check the values; for a known event, add a control that is 1 in
        those periods.

      Converged (quick check: R-hat ≤ 1.05, ESS ≥ 200; a full fit asks for 1.01 and
      400): R-hat at most 1.008, at least 357 independent draws for every quantity, no
      divergence (2 chains of 500 draws, 1.6 s)."
    `);
  });

  test('that did not converge gives cause and remedy, and marks its numbers as not to be used', () => {
    const text = fitReport(failed);
    expect(text).toMatchInlineSnapshot(`
      "NOT CONVERGED: these numbers must not be used (2 chains of 100 draws, 1.2 s).

      - Too few independent draws at the ends of the interval of the carryover
        (adstock alpha) of channel Social: tail ESS is 71, at least 200 is wanted. The
        run was too short: 200 draws in all, and 200 independent ones are wanted. Take
        more (--draws), or leave --chains, --draws and --warmup at their defaults. The
        same for the contribution of channel Radio, the return (ROAS) of channel
        Radio, the return with late effects counted (ROAS of the spend) of channel
        Radio, and 41 more quantities of the model.
      - Too few independent draws of the model as a whole (log posterior): bulk ESS is
        70, at least 200 is wanted. The run was too short: 200 draws in all, and 200
        independent ones are wanted. Take more (--draws), or leave --chains, --draws
        and --warmup at their defaults. The same for the carryover (adstock alpha) of
        channel Radio, the effect of control competitor_price, the return with late
        effects counted (ROAS of the spend) of channel Radio, and 8 more quantities of
        the model.

      Model: logistic saturation, carryover up to 8 weeks, linear trend, yearly
      season, 3 controls.

      To know:
      - Rows 75 and 76, column \`revenue\`: the KPI is more than 3 standard deviations
        from its mean. Check the values; for a known event, add a control that is 1 in
        those periods.

      For finding the cause only, not to be used:

      Channel   Spend  ROAS  94 % interval  0                              5
      Search   2.27 M   3.8     3.1 to 4.5         ┊             ─────●─────
      TV       2.28 M   1.8     1.2 to 2.4         ┊─────●───
      Social   2.70 M   1.2     0.7 to 1.9      ────●─────
      Radio    1.09 M   0.7     0.2 to 1.3   ────●────
      Display   939 k   0.7     0.2 to 1.2    ───●───
      Largest contribution first; ● mean, line 94 % interval, ┊ 1 back for 1 spent

      Channel  Next 1 spent  94 % interval  Measured  Share of revenue  94 % interval
      Search            3.5     3.0 to 4.2       yes              12 %     10 to 14 %
      TV                1.6     1.2 to 2.3         –               6 %       4 to 8 %
      Social            1.0     0.5 to 1.5         –               4 %       2 to 7 %
      Radio             0.6     0.1 to 1.1         –             1.1 %   0.3 to 2.0 %
      Display           0.5     0.1 to 1.0         –             0.9 %   0.3 to 1.6 %
      Next 1 spent: what the next unit spent would bring back.
      Measured: how much of the result is the data, not an assumption (–: too few
        draws to say)."
    `);
    expect(text).not.toContain('we are 94 % sure');
  });

  test('of two hundred channels has a sentence for the dozen with the largest spend only', () => {
    const [pattern] = sample.channels;
    if (!pattern) throw new Error('the sample has channels');
    const channels = Array.from({ length: 196 }, (_, i) => ({
      ...pattern,
      label: `Channel ${i}`,
      spend: i === 77 ? 1 : 1000 + i,
      information: pattern.information && { ...pattern.information, verdict: 'mostly_assumed' as const },
    }));
    const text = fitReport({ ...sample, channels });
    expect(text.match(/^Channel \d+ returned/gm)).toHaveLength(12);
    expect(text).toContain('Channel 195 returned');
    expect(text).not.toContain('Channel 77 returned');
    const words = text.replaceAll('\n', ' ');
    expect(words).toContain('the 12 channels with the largest spend; 184 more are in the table');
    expect(words).toMatch(/ Mostly assumed: Channel 0, .+ and 176 more \(in the table\)\. /);
    expect(text.split('\n').length).toBeLessThan(2 * 196 + 100);
  });

  test('holds what was found in the data and decided, and says which bar a quick check has', () => {
    const note = { code: 'rows_sorted', severity: 'note' as const, sentence: 'The rows were sorted.' };
    const warning = { code: 'low_rows', severity: 'warning' as const, sentence: 'There are 60 weeks.' };
    const idea = { code: 'few_channels', severity: 'suggestion' as const, sentence: 'Add channels.' };
    const text = fitReport({ ...units, warnings: [warning, idea, note] });
    expect(text).toMatch(
      /To know:\n- There are 60 weeks\.\n\nDecided for you:\n- The rows were sorted\.\n\nConverged/,
    );
    expect(text).not.toContain('Add channels');
    expect(text.replaceAll('\n', ' ')).toContain(
      'quick check: R-hat ≤ 1.05, ESS ≥ 200; a full fit asks for 1.01 and 400',
    );
    expect(fitReport(sample)).not.toContain('quick check');
  });

  test('says that zero was assumed to be the least, and names a KPI that is no word as it stands', () => {
    expect(fitReport(sample)).toContain('Effects of media are assumed to be zero or more');
    const { target } = sample.spec.columns;
    const columns = { ...sample.spec.columns, target: { ...target, column: 'Umsatz (€)' } };
    const text = fitReport({ ...sample, spec: { ...sample.spec, columns } }).replaceAll('\n', ' ');
    expect(text).toMatch(/brought €[\d.]+ M \(94 %/);
    expect(text).toContain('% of `Umsatz (€)` (');
  });

  test.each([60, 72, 80, 100])('keeps to %i columns', (width) => {
    for (const result of [sample, units, failed]) {
      expect(longest(fitReport(result, { width, truth }))).toBeLessThanOrEqual(width);
    }
  });

  test('puts a doubt about what the KPI is above the table, and only there', () => {
    const doubt = {
      code: 'kpi_kind_assumed',
      severity: 'warning' as const,
      sentence: 'It may not be money.',
    };
    const text = fitReport({ ...sample, warnings: [doubt] });
    expect(text.indexOf(doubt.sentence)).toBeLessThan(text.indexOf('Largest contribution first'));
    expect(text.split(doubt.sentence)).toHaveLength(2);
  });

  test('counts independent draws of everything but the parameters it names as short', () => {
    const short = 'saturation_lam[tv_spend]';
    const parameters = sample.parameters.map((p) => (p.name === short ? { ...p, essTail: 129 } : p));
    const problem = {
      code: 'ess_tail' as const,
      quantity: short,
      value: 129,
      threshold: 400,
      severity: 'warn' as const,
      sentence: 'Too few at the ends.',
    };
    const convergence = { ...sample.convergence, problems: [problem] };
    const text = fitReport({ ...sample, parameters, convergence });
    expect(text).toContain('quantity but those named above');
    expect(text).not.toContain('at least 129');
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
