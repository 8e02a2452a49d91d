// Now and then: letters that were not sent, as the program ended before or the mail server did not take them.
import { type Periodic, periodically } from '../../periodically.ts';
import type { Services } from '../../services.ts';
import { sendLetters } from './actions.ts';

const everyMs = 60_000;

export function startLetters(services: Services): Periodic {
  return periodically(everyMs, () => sendLetters(services));
}
