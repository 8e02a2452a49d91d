// Commands that are none are refused in words, before anything is opened.
import { expect, test } from 'vitest';
import { runCommand } from './command.ts';

test.each([
  [['rescue'], /^There is no command `rescue`\. Without one the server starts; the others are `remove-sec/],
  [['toString'], /^There is no command `toString`/],
  [['sign-out'], /^`sign-out` wants the address of an account/],
  [['sign-out', 'a@example.com', 'b'], /^`sign-out` wants the address of an account/],
])('a command that is none is refused in words: %j', async (words, said) => {
  await expect(runCommand(words)).rejects.toThrow(said);
});
