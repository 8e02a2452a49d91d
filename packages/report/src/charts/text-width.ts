// How wide a text will be, without a screen to ask: advance widths of Inter, so that labels are laid out the same everywhere.

/** Of an em, hundredths, space to tilde at weight 400 with tabular figures; measured from Inter 4 in Chromium. */
const widths = [
  27, 29, 47, 63, 64, 98, 64, 30, 39, 39, 65, 65, 27, 65, 27, 36, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 27,
  27, 65, 65, 65, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 56, 90, 75, 76, 64, 76, 64, 64, 52, 74,
  69, 98, 68, 68, 63, 39, 36, 39, 47, 46, 32, 56, 59, 53, 59, 54, 39, 59, 59, 24, 24, 55, 24, 88, 59, 56, 59,
  59, 39, 53, 35, 59, 56, 82, 55, 56, 55, 39, 33, 39, 65,
];
const others: Readonly<Record<string, number>> = { '\u00a0': 27, '·': 24, '–': 50, '…': 86, '→': 100 };
/** Letters of other scripts: near the widest of Latin; Chinese, Japanese and Korean fill the em. */
const unknown = 67;
const fullWidth = 100;
const firstEastAsian = 0x2e80;
/** Weights 500 and 600 are 1 and 3 % wider on average; a little more is kept free than lost. */
const bolder = { 400: 1, 500: 1.02, 600: 1.035 } as const;

export type Weight = keyof typeof bolder;

export interface Lettering {
  readonly size?: number;
  readonly weight?: Weight;
}

/** Width of `text` in pixels, within a few percent. */
export function textWidth(text: string, { size = 12, weight = 400 }: Lettering = {}): number {
  let hundredths = 0;
  for (const character of text.normalize('NFC')) hundredths += characterWidth(character);
  return (hundredths / 100) * size * bolder[weight];
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= firstEastAsian) return fullWidth;
  // An accented letter is as wide as the letter.
  const letter = character.normalize('NFD').codePointAt(0) ?? code;
  return others[character] ?? widths[letter - 32] ?? unknown;
}

/** `text`, cut with an ellipsis where it is wider than `room`. */
export function fitText(text: string, room: number, lettering: Lettering = {}): string {
  if (textWidth(text, lettering) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, lettering) > room)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** `text` in lines no wider than `room`, broken at spaces. */
export function wrapText(text: string, room: number, lettering: Lettering = {}): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, lettering) <= room) lines[lines.length - 1] = longer;
    else lines.push(fitText(word, room, lettering));
  }
  return lines.filter((line) => line !== '');
}
