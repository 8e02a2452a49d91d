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

/** Names that are one word although a capital stands inside. */
const ONE_WORD = /\b(tik) (tok)\b|\b(you) (tube)\b|\b(linked) (in)\b|\b(ad) (words)\b/g;

/** "AdSpend_TV (EUR)" → ["ad", "spend", "tv", "eur"]; digits stay with their word. */
export function tokensOf(header: string): string[] {
  const spaced = header
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return plain(spaced)
    .replaceAll('_', ' ')
    .replace(ONE_WORD, (name) => name.replace(' ', ''))
    .replace(/\p{Sc}/gu, ' ')
    .split(/[^\p{L}\d]+/u)
    .filter((token) => token !== '');
}

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
