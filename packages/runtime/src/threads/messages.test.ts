// Errors cross from thread to thread as data and come out as what they were.
import { InputError } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { errorOf, failureOf } from './messages.ts';

test('an input error keeps every problem with its code', () => {
  const problems = [
    { code: 'zero_variance', path: 'channels[0]', column: 'tv' },
    { code: 'too_few_rows', path: '' },
  ];
  const error = errorOf(structuredClone(failureOf(new InputError(problems))), 'Chain 1 failed: ');
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ problems });
});

test('any other error names its chain and keeps the stack of the thread it came from', () => {
  const thrown = new TypeError('not a number');
  const error = errorOf(structuredClone(failureOf(thrown)), 'Chain 3 failed: ');
  expect(error.message).toBe('Chain 3 failed: not a number');
  expect(error.cause).toBe(thrown.stack);
});

test('whatever else is thrown becomes a sentence too', () => {
  expect(errorOf(failureOf('out of luck')).message).toBe('out of luck');
});

test('what the system calls an error goes with it, however many errors stand around', () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const error = errorOf(structuredClone(failureOf(new Error('not kept', { cause: full }))));
  expect(error).toMatchObject({ message: 'not kept', code: 'ENOSPC' });
});
