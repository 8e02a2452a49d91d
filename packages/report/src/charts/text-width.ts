// How wide a text will be, without a screen to ask: advance widths of Inter, so that labels are laid out the same everywhere.

/** Thousandths of an em, space to tilde at weight 400 with tabular figures; measured from Inter 4 in Chromium. */
const widths = [
  269, 288, 466, 633, 642, 982, 644, 300, 391, 391, 648, 648, 269, 648, 269, 360, 648, 648, 648, 648, 648,
  648, 648, 648, 648, 648, 269, 269, 648, 648, 648, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269,
  571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 520, 744, 690, 985, 682, 679, 629, 391, 360, 391, 471,
  456, 323, 562, 590, 526, 590, 538, 390, 591, 591, 242, 242, 549, 242, 876, 591, 555, 590, 590, 392, 528,
  347, 591, 562, 818, 546, 562, 552, 391, 333, 391, 648,
];
const others: Readonly<Record<string, number>> = { '\u00a0': 269, '·': 243, '–': 500, '…': 864, '→': 1000 };
/** Letters of other scripts: near the widest of Latin; Chinese, Japanese and Korean fill the em. */
const unknown = 670;
const fullWidth = 1000;
const firstEastAsian = 0x2e80;
/** Weights 500 and 600 are 1 and 3 % wider on average, narrow letters up to 6 %; 1.5 % more is kept free than is needed. */
const bolder = { 400: 1.015, 500: 1.03, 600: 1.05 } as const;

export type Weight = keyof typeof bolder;

export interface Lettering {
  readonly size?: number;
  readonly weight?: Weight;
}

/** Width of `text` in pixels, within a few percent. */
export function textWidth(text: string, { size = 12, weight = 400 }: Lettering = {}): number {
  let thousandths = 0;
  for (const character of text.normalize('NFC')) thousandths += characterWidth(character);
  return (thousandths / 1000) * size * bolder[weight];
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
