// Changes of a mapping lie over each other and can be taken back.
import { columnRoles as known, mappingSchema } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { changed, decisions, guessedAgain } from './mapping.ts';
import { columnRoles } from './roles.ts';

test('a remedy for one column leaves what was said of the others', () => {
  const mapping = { roles: { tv: 'spend', price: 'control' }, currency: 'EUR' } as const;
  expect(changed(mapping, { roles: { price: 'ignore' } })).toEqual({
    roles: { tv: 'spend', price: 'ignore' },
    currency: 'EUR',
  });
});

test('a key taken back is gone, not sent as undefined', () => {
  expect(Object.keys(changed({ weeks: 1, decimal: ',' }, { weeks: undefined }))).toEqual(['decimal']);
});

test('the last role taken back leaves no empty list of roles', () => {
  expect(guessedAgain({ roles: { tv: 'spend' }, kpi: 'money' }, 'tv')).toEqual({ kpi: 'money' });
  expect(guessedAgain({ roles: { tv: 'spend', radio: 'organic' } }, 'tv')).toEqual({
    roles: { radio: 'organic' },
  });
});

test('every change is a mapping the server reads', () => {
  const mapping = changed({ roles: { tv: 'spend' }, weeks: 2 }, { duplicates: 'sum', partial: 'keep' });
  expect(mappingSchema.parse(mapping)).toEqual(mapping);
});

test('decisions made by a button are told, with the key that undoes them', () => {
  expect(decisions({ weeks: 2, duplicates: 'sum', partial: 'keep' })).toEqual([
    { key: 'duplicates', sentence: 'Rows of the same period are added up.' },
    { key: 'weeks', sentence: 'Daily rows are joined to weeks that begin on Tuesday.' },
    { key: 'partial', sentence: 'A first or last period that looks incomplete is kept.' },
  ]);
  expect(decisions({ roles: { a: 'ignore' }, currency: 'EUR' })).toEqual([]);
});

test('the list of roles holds every role of the contract', () => {
  expect([...columnRoles].sort()).toEqual([...known].sort());
});
