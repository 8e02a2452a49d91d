// How many letters to one address one source may ask for: a stranger uses up only a part of what its holder may have.
import type { Config } from '../../../config.ts';
import type { Clock } from '../../../ports/clock.ts';
import { windows } from '../windows.ts';

const hourMs = 60 * 60_000;

/** Of the five letters an hour and address (`queries.ts`). */
const mostOfOne = 3;

export interface LettersAsked {
  /** False where the source (a network address, or an account) has asked for as many. */
  take(letter: { readonly purpose: string; readonly email: string }, source: string): boolean;
}

/** In memory: what a restart forgets, the rows of letters still count. */
export function lettersAsked({ rateFactor }: Pick<Config, 'rateFactor'>, clock: Clock): LettersAsked {
  const asked = windows({ most: mostOfOne * rateFactor, windowMs: hourMs }, clock);
  return {
    take: ({ purpose, email }, source) => asked.take(`${purpose} ${email} ${source}`) === undefined,
  };
}
