// Which passwords are refused because others would guess them, and that nothing else about them matters.
import { describe, expect, test } from 'vitest';
import { refuseWeak } from './weak-password.ts';

const known = { email: 'anna.schmidt@acme.example', name: 'Anna Schmidt', workspace: 'Acme Shoes' };
const codeOf = (password: string): string => {
  try {
    refuseWeak(password, known);
    return 'taken';
  } catch (error) {
    return (error as { problems: { code: string; path: string }[] }).problems
      .map(({ code, path }) => `${code} at ${path}`)
      .join();
  }
};

test.each(['1234567890', 'qwertyuiop', 'Password123', '1qaz2wsx3edc', 'basketball1', 'iloveyou12'])(
  'one of the most common is refused: %s',
  (password) => {
    expect(codeOf(password)).toBe('password_common at password');
  },
);

test.each(['anna.schmidt', 'AnnaSchmidt1', 'acme-shoes-24', 'MixModel2026', 'mixmodel acme'])(
  'one made of words that others know is refused: %s',
  (password) => {
    expect(codeOf(password)).toBe('password_guessable at password');
  },
);

describe('any other is taken', () => {
  test.each([
    ['letters alone', 'correct horse battery'],
    ['digits alone', '83021947561'],
    ['signs alone', '+#=?/(&%$!'],
    ['another script', 'правильная лошадь'],
    ['known words and enough beside them', 'anna walks to acme at dawn'],
  ])('whatever it is made of: %s', (_, password) => {
    expect(codeOf(password)).toBe('taken');
  });
});
