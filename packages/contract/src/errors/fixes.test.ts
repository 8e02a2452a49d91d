// The changes offered beside a finding are mappings, and say what they do.
import { describe, expect, test } from 'vitest';
import { mappingSchema } from '../api/dataset.ts';
import { catalogue } from './catalogue.ts';
import { fixesOf, type KnownColumn } from './fixes.ts';

const known: KnownColumn[] = [
  { name: 'week', role: 'date', kind: 'date' },
  { name: 'revenue', role: 'target', kind: 'number' },
  { name: 'tv_spend', role: 'spend', kind: 'number' },
  { name: 'sessions', role: 'outcome', kind: 'number' },
  { name: 'price', role: 'control', kind: 'number' },
  { name: 'note', role: 'ignore', kind: 'text' },
];
const changes = (code: string, told: object = catalogue[code]?.example ?? {}) =>
  fixesOf({ code, ...told }, known).map(({ change }) => change);

describe('fixes', () => {
  test.each(Object.entries(catalogue))('of %s are changes of a mapping', (code, { example }) => {
    for (const { label, change } of fixesOf({ code, ...example }, known)) {
      expect(mappingSchema.parse(change)).toEqual(change);
      expect(label).toMatch(/^[A-Z][^.]+(\.\d+)?$/);
      expect(label).not.toMatch(/undefined|\?/);
    }
  });

  test('ask how a number is to be read, either way round', () => {
    const facts = (text: string) => ({ facts: { text, thousands: '1234', decimal: '1.234' } });
    expect(changes('ambiguous_number', facts('1,234'))).toEqual([{ decimal: '.' }, { decimal: ',' }]);
    expect(changes('ambiguous_number', facts('1.234'))).toEqual([{ decimal: ',' }, { decimal: '.' }]);
    expect(fixesOf({ code: 'ambiguous_number', ...facts('1,234') })[0]?.label).toBe('Read 1,234 as 1234');
  });

  test('offer only the orders a date can have', () => {
    expect(changes('ambiguous_dates')).toEqual([{ dateOrder: 'dmy' }, { dateOrder: 'mdy' }]);
  });

  test('make one of several targets the target, and the others none', () => {
    expect(changes('two_targets')).toEqual([
      { roles: { revenue: 'target', sales: 'outcome' } },
      { roles: { sales: 'target', revenue: 'outcome' } },
    ]);
  });

  test('offer what media bring about first where nothing is to be explained', () => {
    expect(changes('no_target')).toEqual([{ roles: { sessions: 'target' } }, { roles: { price: 'target' } }]);
    expect(fixesOf({ code: 'no_target' })).toEqual([]);
  });

  test('ignore a column, unless it is the date or the KPI', () => {
    expect(changes('missing_control', { column: 'price' })).toEqual([{ roles: { price: 'ignore' } }]);
    expect(changes('mixed_decimals', { column: 'price' })).toEqual([{ roles: { price: 'ignore' } }]);
    expect(changes('mixed_decimals', { column: 'revenue' })).toEqual([]);
    expect(changes('mixed_decimals', { column: 'unheard_of' })).toEqual([]);
  });

  test('settle all columns of one finding at once', () => {
    expect(changes('unsure_role', { column: 'a', facts: { columns: ['a', 'b'] } })).toEqual([
      { roles: { a: 'spend', b: 'spend' } },
      { roles: { a: 'control', b: 'control' } },
    ]);
  });

  test('name other sheets, and the sign that was not taken for a delimiter', () => {
    expect(changes('several_sheets')).toEqual([{ sheet: 'Summary' }, { sheet: 'Notes' }]);
    expect(changes('one_column', { column: 'week;revenue;tv' })).toEqual([{ delimiter: ';' }]);
    expect(changes('one_column', { column: 'week' })).toEqual([]);
  });

  test('are none where only the file can be corrected', () => {
    for (const code of ['invalid_dates', 'date_gaps', 'min_rows', 'target_not_numeric', 'file_type'])
      expect(changes(code)).toEqual([]);
  });
});
