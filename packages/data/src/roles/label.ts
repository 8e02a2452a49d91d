// The channel inside a header: what pairs spend with exposure, and what people call it.
import { endingIn, plain, type Word, wordsOf } from './tokens.ts';
import { ADVERTISING, EXPOSURE, FREQUENCY, MONEY_UNIT, REACH, SPEND } from './words.ts';

const METRICS: ReadonlySet<string> = new Set([...SPEND, ...EXPOSURE, ...REACH, ...FREQUENCY]);
/** Words that name no channel; only whole ones: "Außenwerbung" keeps its ending. */
const FILLERS: ReadonlySet<string> = new Set([...ADVERTISING, 'net', 'gross', 'in', 'de', 'du', 'di']);

/** The words of a header without metric, currency and Robyn ending: "Channel0_impression" → "Channel0". */
export function channelWords(header: string): Word[] {
  return wordsOf(header.replace(/_[SIPOB]$/, ''))
    .map(withoutMetric)
    .filter(({ token }) => token !== '' && !MONEY_UNIT.has(token) && !FILLERS.has(token));
}

/** "Plakatkosten" → "Plakat", counted on the letters as written: "ß" is two letters of its token. */
function withoutMetric({ token, written }: Word): Word {
  const ending = METRICS.has(token) ? token : endingIn(token, METRICS);
  if (ending === undefined) return { token, written };
  const letters = [...written];
  const cut = letters.findIndex((_, i) => plain(letters.slice(i).join('')) === ending);
  return {
    token: token.slice(0, token.length - ending.length),
    written: letters.slice(0, Math.max(0, cut)).join(''),
  };
}

/** Equal for the columns of one channel. */
export const stemOf = (header: string): string =>
  channelWords(header)
    .map(({ token }) => token)
    .filter((token) => token !== 'paid')
    .join(' ');

const CAPITALS = new Set(
  'tv ctv ott ooh dooh seo sem sea ppc crm sms pr grp dm uk us dsp gdn yt fb ig b2b b2c'.split(' '),
);
/** A map: `constructor` is a word of a header too, and every object has one. */
const NAMES: ReadonlyMap<string, string> = new Map(
  ['TikTok', 'YouTube', 'LinkedIn', 'PMax', 'AdWords', 'WhatsApp'].map((name) => [name.toLowerCase(), name]),
);

/** "tv_spend" → "TV", "paid_search_cost_eur" → "Paid search", "Hörfunk Werbekosten" → "Hörfunk". */
export function labelOf(header: string): string {
  const found = channelWords(header);
  if (found.length === 0) return header;
  // A header in capitals throughout says nothing about the capitals of a name.
  const shouted = header === header.toUpperCase();
  const shown = found.map(
    ({ token, written }) =>
      NAMES.get(token) ??
      (CAPITALS.has(token) ? token.toUpperCase() : shouted ? written.toLowerCase() : written),
  );
  const text = shown.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
