// Passwords that many people have: Mozilla's list of the fifty thousand most frequent, kept in the program.
import { createRequire } from 'node:module';

/** Without types of its own, and as CommonJS. */
interface List {
  test(password: string): boolean;
}

let list: List | undefined;

/** Also in other case: whoever guesses tries those too. Loaded with the first password that is chosen. */
export function isCommonPassword(password: string): boolean {
  list ??= createRequire(import.meta.url)('fxa-common-password-list') as List;
  return list.test(password) || list.test(password.toLowerCase());
}
