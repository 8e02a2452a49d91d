// Commands that are none are refused in words, before anything is opened.
import { expect, test } from 'vitest';
import { runCommand } from './command.ts';

test.each([
  [['rescue'], /^There is no command `rescue`\. Without one the server starts; the commands are `remove-sec/],
  [['toString'], /^There is no command `toString`/],
  [['sign-out'], /^`sign-out` wants the address of an account/],
  [['sign-out', 'a@example.com', 'b'], /^`sign-out` wants the address of an account/],
])('a command that is none is refused in words: %j', async (words, said) => {
  await expect(runCommand(words)).rejects.toThrow(said);
});

test.each(['--help', '-h', 'help'])('%s says how it starts, and what each command does', async (word) => {
  const said = await runCommand([word]);
  expect(said).toContain('Without a command it starts');
  expect(said).toMatch(/^ {2}remove-second-factor EMAIL {2}takes the second factor/m);
  expect(said).toMatch(/^ {2}sign-out EMAIL +ends every session/m);
});

test('--version says the version alone', async () => {
  expect(await runCommand(['--version'])).toMatch(/^\d+\.\d+\.\d+$/);
});
