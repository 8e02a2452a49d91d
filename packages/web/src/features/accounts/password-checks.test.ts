// The checklist beside the password is the server's own rule.
import { passwordLength, registerSchema } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { length, passwordChecks } from './password-checks.tsx';

const accepted = (password: string) => registerSchema.shape.password.safeParse(password).success;

test('lengths are those of the contract', () => {
  expect(length).toEqual(passwordLength);
});

test.each(['', 'short', 'ninechars', 'ten chars!', 'x'.repeat(200), 'x'.repeat(201)])(
  'what ticks every box is what the server takes: %s',
  (password) => {
    expect(passwordChecks.every(({ holds }) => holds(password))).toBe(accepted(password));
  },
);
