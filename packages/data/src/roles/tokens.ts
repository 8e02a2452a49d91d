// Headers cut into plain lower-case words, so that names can be compared across spellings.

/** Lower case without accents: "Säsong" → "sasong", "Größe" → "grosse". */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** A word of a header: as it is compared, and with the letters its owner gave it. */
export interface Word {
  readonly token: string;
  readonly written: string;
}

/** Names that are one word although a capital stands inside. */
const ONE_WORD = new Set(['tiktok', 'youtube', 'linkedin', 'adwords']);

/** "AdSpend_TV (EUR)" → "Ad", "Spend", "TV", "EUR"; digits stay with their word. */
export function wordsOf(header: string): Word[] {
  const pieces = header
    .normalize('NFC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\d]+/u);
  const words: Word[] = [];
  for (const written of pieces) {
    const token = plain(written);
    if (token === '') continue;
    const before = words.at(-1);
    if (before && ONE_WORD.has(before.token + token))
      words[words.length - 1] = { token: before.token + token, written: before.written + written };
    else words.push({ token, written });
  }
  return words;
}

/** "AdSpend_TV (EUR)" → ["ad", "spend", "tv", "eur"]. */
export const tokensOf = (header: string): string[] => wordsOf(header).map((word) => word.token);

/** Shorter endings say too little: "tvspend" ends in "spend", "bread" does not end in "ad". */
const SHORTEST_ENDING = 5;

/** The first word of `set` that is a token or the end of a longer one: "nettoumsatz" ends in "umsatz". */
export function matched(tokens: readonly string[], set: ReadonlySet<string>): string | undefined {
  return (
    tokens.find((token) => set.has(token)) ?? tokens.map((token) => endingIn(token, set)).find((word) => word)
  );
}

/** The longest word of `set` at the end of `token`, not the whole of it. */
export function endingIn(token: string, set: ReadonlySet<string>): string | undefined {
  for (let cut = 1; cut <= token.length - SHORTEST_ENDING; cut += 1)
    if (set.has(token.slice(cut))) return token.slice(cut);
  return undefined;
}
