// What is not known is said where it is true of a run, and only there.
import { describe, expect, test } from 'vitest';
import { channelIn, type Files, viewFrom } from '../../fixtures/views.ts';
import { unknowns } from './unknowns.ts';

const titles = (change?: (files: Files) => void) =>
  unknowns(viewFrom('sample', 0.5, change)).map(({ title }) => title);
const base = ['What Radio and Display do', 'How far Search can grow'];

describe('what is not known', () => {
  test('of the sample', () => {
    expect(unknowns(viewFrom('sample', 0.5))).toMatchInlineSnapshot(`
      [
        {
          "text": "How sure their figures sound comes mostly from what was assumed: their spend probably moved too little, or together with something else. Only a test would tell.",
          "title": "What Radio and Display do",
        },
        {
          "text": "Your data reach to €2.95 M over 104 weeks, 30 % more than was spent. Beyond what was seen a curve is drawn from its shape, not from what happened.",
          "title": "How far Search can grow",
        },
      ]
    `);
  });

  test('one channel that is mostly assumed has its range', () => {
    const [radio] = unknowns(viewFrom('orders'));
    expect(radio).toEqual({
      title: 'What Radio does',
      text: 'It brought somewhere between 0.4 M and 1.9 M orders, and 35 % of that answer is your data. Only a test would tell.',
    });
  });

  test('nothing is missing about channels that are measured and seen far', () => {
    const none = titles((files) => {
      for (const { information, responseCurve } of files.result.channels) {
        if (information) information.verdict = 'measured';
        if (responseCurve) responseCurve.extrapolated = responseCurve.extrapolated.map(() => false);
      }
    });
    expect(none).toEqual([]);
  });

  test.each<[string, (files: Files) => void]>([
    ['What competitors did', ({ result }) => void result.spec.controls.splice(1, 1)],
    [
      'Whether Search creates demand or catches it',
      (files) => {
        channelIn(files, 'Search').spec.demandCaptured = true;
      },
    ],
    [
      'Who is right about TV',
      (files) => {
        const { information } = channelIn(files, 'TV').summary;
        if (information) information.priorAndDataDisagree = true;
      },
    ],
    [
      'What happened in one unfinished week',
      ({ insights }) => {
        insights.series.fitted[103] = false;
      },
    ],
    [
      'Which of two that move together did it',
      ({ result }) =>
        void result.warnings.push({ code: 'high_correlation', severity: 'warning', sentence: 'They do.' }),
    ],
    [
      'Whether the intervals are wide enough',
      ({ result }) =>
        void result.warnings.push({ code: 'residual_autocorrelation', severity: 'warning', sentence: '.' }),
    ],
    [
      'Whether media get too much credit',
      ({ result }) =>
        void result.warnings.push({ code: 'baseline_negative', severity: 'warning', sentence: '.' }),
    ],
  ])('%s', (title, change) => {
    expect(titles()).toEqual(base);
    expect(titles(change)).toContain(title);
  });
});

test('media of periods without a figure count only through what they carry over', () => {
  const text = (weeks: readonly number[]) =>
    unknowns(
      viewFrom('sample', 0.5, ({ insights }) => {
        for (const week of weeks) insights.series.fitted[week] = false;
      }),
    ).find(({ title }) => title.startsWith('What happened in'))?.text;
  expect(text([103])).toBe(
    'One week had no complete figure and did not count, nor did the spend of that week: it is in the figures only as far as it carried over into later weeks.',
  );
  expect(text([40, 103])).toContain(
    '2 weeks had no complete figure and did not count, nor did the spend of those weeks',
  );
});
