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
          "text": "With every week’s spend raised by more than 30 %, to over €2.95 M in 104 weeks, more than one week in twenty would exceed the largest seen. Beyond what was seen a curve is drawn from its shape, not from what happened.",
          "title": "How far Search can grow",
        },
      ]
    `);
  });

  test('one channel that is mostly assumed has its range', () => {
    const [radio] = unknowns(
      viewFrom('orders', null, (files) => {
        for (const { information } of files.result.channels)
          if (information) information.priorAndDataDisagree = false;
      }),
    );
    expect(radio).toEqual({
      title: 'What Radio does',
      text: 'It brought somewhere between 0.4 M and 1.9 M orders, and 26 % of that answer is your data. Only a test would tell.',
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
      ({ result }) => {
        result.warnings.push({ code: 'residual_autocorrelation', severity: 'warning', sentence: '.' });
        result.fit.residualAcf1 = 0.42;
      },
    ],
    [
      'Whether the intervals are right',
      ({ result }) => {
        result.warnings.push({ code: 'residual_autocorrelation', severity: 'warning', sentence: '.' });
        result.fit.residualAcf1 = -0.42;
      },
    ],
    [
      'How much all media bring',
      ({ result }) => {
        result.prior.totalMediaShare.interval94 = [0.5, 0.9];
      },
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

test('media that are given more than there is are the first thing not known', () => {
  const [first] = unknowns(
    viewFrom('sample', 0.5, ({ result }) => {
      result.baselineNegative = 0.97;
    }),
  );
  expect(first).toEqual({
    title: 'Whether media get too much credit',
    text: 'They do: with a probability of 97 % they are given more than all of revenue. Check the units of spend and revenue, and look for a control that is missing; until then decide on no channel.',
  });
});

test('a channel that data and assumption disagree about is not said to have moved too little', () => {
  const notes = unknowns(viewFrom('orders'));
  expect(notes.map(({ title }) => title)).toContain('Who is right about Newsletter and Radio');
  expect(notes.map(({ title }) => title).join()).not.toContain('What Radio does');
});

test('pairs that move together are named, or counted where there are many', () => {
  const text = (pairs: number, names = {}) =>
    unknowns(
      viewFrom('sample', 0.5, ({ result }) => {
        for (let i = 0; i < pairs; i++)
          result.warnings.push({
            code: 'high_correlation',
            severity: 'warning',
            sentence: 'They do.',
            ...names,
          });
      }),
    ).find(({ title }) => title.startsWith('Which of two'))?.text;
  expect([1, 2, 3].map((pairs) => text(pairs))).toEqual([
    'They do.',
    'They do. And one more such pair.',
    'They do. And 2 more such pairs.',
  ]);
  const names = { column: 'tv', facts: { other: 'radio' } };
  expect(text(3, names)).toBe('They do. Others that move together: `tv` and `radio`; `tv` and `radio`.');
  expect(text(9, names)).toBe('They do. And 8 more such pairs.');
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
