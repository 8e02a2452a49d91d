// After signing in one lands on a page of this application, whatever the address said.
import { expect, test } from 'vitest';
import { comeBack, isOwn } from './come-back.ts';

test('an address of the application is kept, with its search', () => {
  expect(comeBack({ from: '/w/1/runs/2?view=analyst' })).toEqual({ from: '/w/1/runs/2?view=analyst' });
});

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'runs', 7, undefined])(
  'another address is dropped: %s',
  (from) => {
    expect(comeBack({ from })).toEqual({});
  },
);

test('a page of a workspace is come back to only by who belongs to it', () => {
  const ana = { workspaces: [{ id: 'w1', name: 'Fieldnote', role: 'owner' as const }] };
  expect(isOwn('/w/w1/data?x=1', ana)).toBe(true);
  expect(isOwn('/w/w2/data', ana)).toBe(false);
  expect(isOwn('/w/w2', ana)).toBe(false);
  expect(isOwn('/', ana)).toBe(true);
});
