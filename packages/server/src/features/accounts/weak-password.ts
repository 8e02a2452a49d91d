// Passwords that whoever guesses tries first: the common ones, and those made of words everybody knows.
import { refuse } from '../../refuse.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Of the product; docs/security.md names them. */
const productWords = ['mixmodel', 'marketing', 'mmm'];

/** So many letters have to be left when the known words are taken away. */
const leastOwn = 6;
/** Shorter ones stand in any sentence. */
const leastWord = 3;

/** What others know of whoever chooses it. */
export interface KnownWords {
  readonly email: string;
  readonly name?: string;
  readonly workspace?: string;
}

export function refuseWeak(password: string, known: KnownWords): void {
  if (isCommonPassword(password)) throw refuse('password_common', { path: 'password' });
  const words = [...productWords, ...wordsIn(known)];
  if (lettersWithout(words, password) < leastOwn)
    throw refuse('password_guessable', { path: 'password', facts: { least: leastOwn } });
}

function wordsIn({ email, name = '', workspace = '' }: KnownWords): string[] {
  const words = [email, name, workspace]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length >= leastWord);
}

/** Letters and signs of `text` that belong to none of the words, in any case. */
function lettersWithout(words: readonly string[], text: string): number {
  // The longest first: a word may hold another.
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), text.toLowerCase());
  return [...left.replace(/\s+/g, '')].length;
}
