// Every finding of a data file has a short title that says what is the matter.
import { describe, expect, test } from 'vitest';
import { chapters } from './catalogue.ts';
import { titledCodes, titleOf } from './titles.ts';

const ofData = ['The file', 'Several files', 'Cells', 'Roles of columns', 'Dates and rows', 'Values'].flatMap(
  (chapter) => Object.entries(chapters[chapter] ?? {}),
);

describe('a title', () => {
  test.each(ofData)('%s has one, in a few words', (code, { example }) => {
    expect(titledCodes).toContain(code);
    const title = titleOf({ code, ...example });
    expect(title).toMatch(/^[\p{Lu}\p{N}`].*[^.]$/u);
    expect(title.length).toBeLessThanOrEqual(72);
    expect(title).not.toMatch(/undefined|NaN|\[object|`\?`|\?\?| \? /);
  });

  test('belongs to a code that is in the catalogue', () => {
    expect(titledCodes.filter((code) => !ofData.some(([known]) => known === code))).toEqual([]);
  });

  test('counts what the finding counts', () => {
    const missing = (count: number) =>
      titleOf({ code: 'missing_control', column: 'price', facts: { count, rows: '41 and 42' } });
    expect(missing(2)).toBe('2 values are missing in `price`');
    expect(missing(1)).toBe('1 value is missing in `price`');
  });

  test('names every column that one finding speaks of', () => {
    expect(titleOf({ code: 'unsure_role', column: 'a', facts: { columns: ['a', 'b'] } })).toBe(
      'What are `a` and `b`?',
    );
    const five = ['a', 'b', 'c', 'd', 'e'];
    expect(titleOf({ code: 'exposure_used', column: 'a', facts: { columns: five } })).toBe(
      '5 columns drive their channels',
    );
  });

  test('of a code without one is the code in words', () => {
    expect(titleOf({ code: 'something_new' })).toBe('Something new');
  });
});
