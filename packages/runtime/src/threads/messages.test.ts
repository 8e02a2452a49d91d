// Errors cross from thread to thread as data and come out as what they were.
import { InputError } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { errorOf, failureOf } from './messages.ts';

test('an input error keeps every problem with its code', () => {
  const problems = [
    { code: 'zero_variance', path: 'channels[0]', column: 'tv' },
    { code: 'too_few_rows', path: '' },
  ];
  const error = errorOf(0, structuredClone(failureOf(new InputError(problems))));
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ problems });
});

test('any other error names its chain and keeps the stack of the thread it came from', () => {
  const thrown = new TypeError('not a number');
  const error = errorOf(2, structuredClone(failureOf(thrown)));
  expect(error.message).toBe('Chain 3 failed: not a number');
  expect(error.cause).toBe(thrown.stack);
});

test('whatever else is thrown becomes a sentence too', () => {
  expect(errorOf(0, failureOf('out of luck')).message).toBe('Chain 1 failed: out of luck');
});
