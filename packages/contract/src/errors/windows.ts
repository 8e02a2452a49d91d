// Sentences for stretches of time that a spec names: a size's window, what a test treated and measured.
import { type Catalogue, error, fact, owner, type Told } from './entry.ts';

const example = { path: 'channels[0].size.window', column: 'tv_spend' };

export const windowErrors = {
  window_date: error(
    (p) =>
      `${owner(p)}: \`${key(p)}\` must be a day of the calendar written as year, month and day, such as 2024-03-04; got ${fact(p, 'got')}.`,
    { path: 'channels[0].size.window.last', column: 'tv_spend', facts: { got: '2024-02-30' } },
  ),
  window_order: error(
    (p) =>
      `${owner(p)}: \`${key(p)}\` ends on ${fact(p, 'last')}, before it begins on ${fact(p, 'first')}. Exchange the two, or correct them.`,
    { ...example, facts: { first: '2024-03-31', last: '2024-03-04' } },
  ),
  window_outside: error(
    (p) =>
      `${owner(p)}: \`${key(p)}\` runs from ${fact(p, 'first')} to ${fact(p, 'last')}, and the data from ${fact(p, 'from')} to ${fact(p, 'to')}. Keep it inside them.`,
    {
      ...example,
      facts: { first: '2019-03-04', last: '2019-03-31', from: '2024-01-01', to: '2025-12-28' },
    },
  ),
  window_no_period: error(
    (p) =>
      `${owner(p)}: no ${fact(p, 'period')} of the data begins between ${fact(p, 'first')} and ${fact(p, 'last')} (\`${key(p)}\`). A ${fact(p, 'period')} counts as inside when its first day is: make it longer.`,
    { ...example, facts: { first: '2024-03-05', last: '2024-03-08', period: 'week' } },
  ),
} satisfies Catalogue;

/** Inside the channel or test that the sentence names already. */
function key(told: Told): string {
  return (told.path ?? '').replace(/^(?:channels|liftTests)\[\d+\]\./, '');
}
