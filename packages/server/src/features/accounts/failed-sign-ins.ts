// How often signing in to one account may fail: guesses are held up, and the account's owner is not held up by them.
import type { Config } from '../../config.ts';
import type { Clock } from '../../ports/clock.ts';
import { refuse } from '../../refuse.ts';
import { emailKey } from './email-key.ts';
import { windows } from './windows.ts';

const windowMs = 60_000;

/** Of one network address, one session or one browser that is known; each for one account. */
const mostOfOne = 10;

/** Of all network addresses together: whoever guesses from many machines guesses at one account. */
const mostOfStrangers = 20;

/**
 * Who tries. A session or a browser that has signed in to the account before (`known-device.ts`) has tries of its own,
 * which nobody else can use up; all others share those of strangers (OWASP, "Slow Down Online Guessing Attacks with
 * Device Cookies").
 */
export type Tried = { readonly known: string } | { readonly network: string };

export interface FailedSignIns {
  /**
   * Throws when there were too many. Counted before the password is looked at, as guesses may come all at once; what it
   * gives is called when the password was right.
   */
  begin(email: string, by: Tried): () => void;
}

/** In memory, and alike for addresses there is no account of: a limit that only accounts have would name them. */
export function failedSignIns({ rateFactor }: Pick<Config, 'rateFactor'>, clock: Clock): FailedSignIns {
  const ofOne = windows({ most: mostOfOne * rateFactor, windowMs }, clock);
  const ofStrangers = windows({ most: mostOfStrangers * rateFactor, windowMs }, clock);
  const take = (counted: typeof ofOne, name: string): void => {
    const seconds = counted.take(name);
    if (seconds === undefined) return;
    const facts = { most: counted.most, window: '1 minute', seconds };
    throw refuse('too_many_sign_ins', { facts });
  };
  return {
    begin(email, by) {
      const account = emailKey(email);
      const one = 'known' in by ? `${account} known ${by.known}` : `${account} ${by.network}`;
      take(ofOne, one);
      if ('known' in by) return () => ofOne.forget(one);
      take(ofStrangers, account);
      return () => {
        ofOne.forget(one);
        ofStrangers.giveBack(account);
      };
    },
  };
}
