// What a run that gives no answer says: what to do first, why, what was tried, what failed.
import { describe, expect, test } from 'vitest';
import { channelIn, type Files, filesOf, viewFrom } from '../../fixtures/views.ts';
import { notConverged } from './not-converged.ts';

describe('a run that did not converge', () => {
  const { failed, ...said } = notConverged(viewFrom('hill'));

  test('an always-on channel with a Hill curve', () => {
    expect(said).toMatchInlineSnapshot(`
      {
        "failedTitle": {
          "subtitle": "They belong to Display, or contain it; furthest off is the return with late effects counted (ROAS of the spend) of channel Display.",
          "title": "What failed: 7 of 50 quantities",
        },
        "headline": "This run gives no answer yet. Its four chains disagree, most of all about Display, so any figure would depend on which chain you ask. Nothing in it may be quoted or planned with.",
        "others": [
          "The sampler could not follow the posterior everywhere (all chains: 28 divergent draws), so the estimates may be biased. Likely a saturation or a carryover is hardly determined by the data. Give tighter shape priors, choose logistic saturation, or merge channels.",
        ],
        "remedies": [
          {
            "change": "logistic",
            "channels": [
              "display_spend",
            ],
            "text": "It has one shape parameter instead of two, which your data can tell more easily.",
            "title": "Use the logistic curve for Display",
          },
          {
            "change": null,
            "channels": [
              "display_spend",
            ],
            "text": "If its spend hardly changes it acts like part of the baseline. You lose its return, the others stay.",
            "title": "Leave Display in the baseline",
          },
          {
            "change": null,
            "channels": [
              "display_spend",
            ],
            "text": "A tighter size prior, from an experiment or an earlier run, tells the explanations apart.",
            "title": "Say what you know of Display",
          },
        ],
        "tried": [
          {
            "rHat": "R-hat 1.037",
            "text": "300 warm-up and 2,000 draws a chain, target 0.9, 19 divergences",
          },
          {
            "rHat": "R-hat 1.057",
            "text": "Smaller steps, target 0.95, 28 divergences",
          },
        ],
        "wanted": {
          "essBulk": "at least 400",
          "essTail": "at least 400",
          "rHat": "at most 1.01",
        },
        "why": "Display probably moves together with another channel, a control or the season, and a Hill curve has two shape parameters: several explanations then fit your data equally well.",
      }
    `);
  });

  test('names what failed with the numbers that failed, the worst first', () => {
    const checked = filesOf('hill').result.parameters.map(({ name, rHat, essBulk, essTail }) => ({
      ...{ name, rHat: rHat ?? Infinity, essBulk: essBulk ?? 0, essTail: essTail ?? 0 },
    }));
    const wanted = checked.filter(
      ({ rHat, essBulk, essTail }) => rHat > 1.01 || essBulk < 400 || essTail < 400,
    );
    expect(failed.map(({ quantity }) => quantity).sort()).toEqual(wanted.map(({ name }) => name).sort());
    const [worst] = wanted.sort((a, b) => b.rHat - a.rHat);
    expect(failed[0]?.label).toMatch(/^Display: /);
    expect(failed[0]).toMatchObject({
      rHat: { text: worst?.rHat.toFixed(3), fails: true },
      essBulk: { text: String(Math.floor(worst?.essBulk ?? 0)), fails: true },
    });
  });

  test('marks the numbers that fail, and not those beside them that do not', () => {
    const { failed: rows } = notConverged(
      viewFrom('hill', null, ({ result }) => {
        for (const parameter of result.parameters) parameter.essTail = 4000;
      }),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { rHat, essBulk, essTail } of rows)
      expect([rHat.fails || essBulk.fails, essTail.fails]).toEqual([true, false]);
  });

  test('a button for each change a button can make, at most three in all', () => {
    expect(said.remedies.map(({ change, channels }) => [change, ...channels])).toEqual([
      ['logistic', 'display_spend'],
      [null, 'display_spend'],
      [null, 'display_spend'],
    ]);
  });
});

describe('the first remedy follows the cause', () => {
  const first = (change: (files: Files) => void) => notConverged(viewFrom('hill', null, change)).remedies[0];
  const agree = ({ result }: Files) => {
    result.convergence.maxRHat = 1.03;
    result.convergence.problems = result.convergence.problems.filter(
      ({ code }) => code === 'ess_bulk' || code === 'ess_tail',
    );
  };

  test('too few draws of chains that agree: more draws', () => {
    expect(first(agree)?.change).toBe('more_draws');
  });

  test('a short run: more draws, and nothing said against a channel', () => {
    const view = viewFrom('hill', null, ({ result }) => {
      result.sampling.draws = 100;
    });
    expect(notConverged(view).remedies.map(({ change }) => change)).toEqual(['more_draws', 'logistic']);
    expect(notConverged(view).headline).toContain('It was too short: 400 draws');
    expect(notConverged(view).why).toContain('Nothing need be wrong');
  });

  test('a quick run: the full one', () => {
    expect(
      first(({ result }) => {
        result.sampling.mode = 'quick';
      })?.change,
    ).toBe('full');
  });

  test('a logistic channel: the likely causes, for a person to decide', () => {
    const view = viewFrom('hill', null, (files) => {
      channelIn(files, 'Display').spec.saturation = channelIn(files, 'TV').spec.saturation;
    });
    expect(notConverged(view).remedies.map(({ title }) => title)).toEqual([
      'Leave Display in the baseline',
      'Say what you know of Display',
    ]);
  });

  test('no channel at fault: something else to leave out', () => {
    const view = viewFrom('hill', null, ({ result }) => {
      result.convergence.problems = result.convergence.problems.filter(
        ({ quantity }) => quantity === 'intercept_contribution',
      );
    });
    expect(notConverged(view).remedies.map(({ title }) => title)).toEqual(['Leave something out']);
    expect(notConverged(view).failedTitle.subtitle).toMatch(/^None belongs to a channel/);
  });
});

describe('says nothing that its own numbers contradict', () => {
  test('spend and KPI in different units are the first cause and the first remedy', () => {
    const { why, remedies } = notConverged(
      viewFrom('hill', null, ({ result }) => {
        result.warnings.push({ code: 'prior_media_tiny', severity: 'warning', sentence: '.' });
      }),
    );
    expect(why).toMatch(/^Spend and KPI are probably in different units/);
    expect(remedies[0]?.title).toBe('Check the units of spend and KPI');
    expect(remedies).toHaveLength(3);
  });

  test('one level of spend is the cause only where the check found a flat curve', () => {
    const { why } = notConverged(
      viewFrom('hill', null, ({ result }) => {
        result.warnings.push({
          code: 'flat_curve',
          severity: 'warning',
          column: 'display_spend',
          sentence: '.',
        });
      }),
    );
    expect(why).toContain('Display probably ran at nearly the same level');
    expect(notConverged(viewFrom('hill')).why).not.toContain('level');
  });

  test('a value just above what is wanted is written so that it is above, and chains do not agree well enough', () => {
    const { failed, remedies } = notConverged(
      viewFrom('hill', null, ({ result }) => {
        result.convergence.maxRHat = 1.0104;
        result.convergence.problems = result.convergence.problems.filter(({ code }) => code === 'r_hat');
        for (const parameter of result.parameters) parameter.rHat = 1.0104;
      }),
    );
    expect(failed[0]?.rHat).toEqual({ text: '1.0104', fails: true });
    expect(remedies[0]?.text).toContain('The chains nearly agree, not as closely as is asked');
  });
});

test('each rung of the ladder says what it did', () => {
  const view = viewFrom('hill', null, ({ result }) => {
    const [attempt] = result.sampling.attempts;
    if (!attempt) return;
    const rung = (change: Partial<typeof attempt>) => ({ ...attempt, divergences: 0, ...change });
    result.sampling.attempts = [
      rung({}),
      rung({ draws: 4000 }),
      rung({ targetAcceptance: 0.95 }),
      rung({ targetAcceptance: 0.95, warmup: 1000, maxRHat: null }),
    ];
  });
  expect(notConverged(view).tried).toEqual([
    { text: '300 warm-up and 2,000 draws a chain, target 0.9', rHat: 'R-hat 1.037' },
    { text: '2,000 more draws a chain', rHat: 'R-hat 1.037' },
    { text: 'Smaller steps, target 0.95', rHat: 'R-hat 1.037' },
    { text: 'A longer warm-up of 1,000 draws', rHat: 'R-hat not defined' },
  ]);
});
