// After signing in one lands on a page of this application, whatever the address said.
import { expect, test } from 'vitest';
import { comeBack } from './come-back.ts';

test('an address of the application is kept, with its search', () => {
  expect(comeBack({ from: '/w/1/runs/2?view=analyst' })).toEqual({ from: '/w/1/runs/2?view=analyst' });
});

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'runs', 7, undefined])(
  'another address is dropped: %s',
  (from) => {
    expect(comeBack({ from })).toEqual({});
  },
);
