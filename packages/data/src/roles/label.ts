// The channel inside a header: what pairs spend with exposure, and what people call it.
import { endingIn, tokensOf } from './tokens.ts';
import { EXPOSURE, FREQUENCY, MONEY_UNIT, REACH, SPEND } from './words.ts';

const METRICS: ReadonlySet<string> = new Set([...SPEND, ...EXPOSURE, ...REACH, ...FREQUENCY]);
const FILLERS = new Set([
  'media',
  'ad',
  'ads',
  'advertising',
  'net',
  'gross',
  'in',
  'werbe',
  'de',
  'du',
  'di',
]);

/** The tokens of a header without metric, currency and Robyn ending: "Channel0_impression" → ["channel0"]. */
export function channelTokens(header: string): string[] {
  const bare = header.replace(/_[SIPOB]$/, '');
  return tokensOf(bare)
    .map((token) => {
      const ending = METRICS.has(token) ? token : endingIn(token, METRICS);
      return ending === undefined ? token : token.slice(0, token.length - ending.length);
    })
    .filter((token) => token !== '' && !MONEY_UNIT.has(token) && !FILLERS.has(token));
}

/** Equal for the columns of one channel. */
export const stemOf = (header: string): string =>
  channelTokens(header)
    .filter((token) => token !== 'paid')
    .join(' ');

const CAPITALS = new Set(
  'tv ctv ott ooh dooh seo sem sea ppc crm sms pr grp dm uk us dsp gdn yt fb ig b2b b2c'.split(' '),
);
const NAMES: Record<string, string> = {
  tiktok: 'TikTok',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  pmax: 'PMax',
  adwords: 'AdWords',
  whatsapp: 'WhatsApp',
};

/** "tv_spend" → "TV", "paid_search_cost_eur" → "Paid search". */
export function labelOf(header: string): string {
  const tokens = channelTokens(header);
  if (tokens.length === 0) return header;
  const shown = tokens.map((token) => NAMES[token] ?? (CAPITALS.has(token) ? token.toUpperCase() : token));
  const text = shown.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
