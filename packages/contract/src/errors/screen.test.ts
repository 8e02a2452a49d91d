// What is told on a screen never names a flag, a command or a spec file: those belong to the terminal.
import { describe, expect, test } from 'vitest';
import { catalogue, chapters, sentence } from './catalogue.ts';
import { convergenceCodes, convergenceSentence } from './convergence.ts';

/** Said by the terminal about its own command line, never by the server. */
const ofTerminal = Object.keys(chapters['Command line'] ?? {});
const told = Object.entries(catalogue).filter(([code]) => !ofTerminal.includes(code));
const ofData = ['The file', 'Cells', 'Roles of columns', 'Dates and rows', 'Values', 'The fit'].flatMap(
  (chapter) => Object.entries(chapters[chapter] ?? {}),
);

describe('on a screen', () => {
  test.each(told)('%s names no flag and no command', (code, { example }) => {
    const text = sentence({ code, ...example }, 'screen');
    expect(text).not.toMatch(/--|`mixmodel |\b[Ff]lag\b/);
    expect(text).toMatch(/^[\p{Lu}\p{N}`].*[.?]$/u);
    expect(text).not.toMatch(/ {2}| \.(?!xls)|\?\.|undefined/);
  });

  test.each(ofData)('%s says what to do without a spec', (code, { example }) => {
    expect(sentence({ code, ...example }, 'screen')).not.toMatch(/\bspec\b/);
  });

  test('a column that the mapping names and the table has not is no flag either', () => {
    const facts = { columns: ['revenue', 'tv_spend'] };
    const text = sentence({ code: 'missing_columns', path: 'roles', column: 'revenu', facts }, 'screen');
    expect(text).toBe(
      'Column `revenu` is not in the data; there are `revenue` and `tv_spend`. Did you mean `revenue`?',
    );
  });

  test('advice on two columns that move together speaks of the mapping', () => {
    const facts = { other: 'competitor_spend', r: 0.83, controls: ['competitor_spend'] };
    expect(sentence({ code: 'high_correlation', column: 'tv_spend', facts }, 'screen')).toMatch(
      /ignore it if `tv_spend` moves it/,
    );
  });

  test.each(convergenceCodes)(
    'a convergence check that failed (%s) names no flag, after a short run or a long one',
    (code) => {
      for (const draws of [100, 4000]) {
        for (const value of [1.02, 1.4]) {
          const problem = { code, quantity: 'roas[tv]', value, threshold: 1.01, severity: 'block' } as const;
          const run = { chains: 2, draws, wanted: 400 };
          expect(convergenceSentence(problem, {}, run, 'screen')).not.toMatch(/--|\bspec\b|`mixmodel /);
        }
      }
    },
  );
});

test('in the terminal the same sentences name the flag', () => {
  expect(sentence({ code: 'duplicate_dates', ...catalogue.duplicate_dates?.example })).toContain(
    '--duplicates sum',
  );
  expect(sentence({ code: 'daily_offer_weeks' })).toContain('--weekly');
});
