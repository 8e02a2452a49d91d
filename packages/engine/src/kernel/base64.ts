// Base64 to bytes: the engine sees neither Buffer nor atob.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard alphabet, padded with = to whole groups of four. */
export function decodeBase64(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, o = 0; i < text.length; i += 4) {
    const group =
      (sextet(text, i) << 18) |
      (sextet(text, i + 1) << 12) |
      (sextet(text, i + 2) << 6) |
      sextet(text, i + 3);
    bytes[o++] = group >> 16;
    if (o < bytes.length) bytes[o++] = (group >> 8) & 255;
    if (o < bytes.length) bytes[o++] = group & 255;
  }
  return bytes;
}

function sextet(text: string, index: number): number {
  const character = text[index];
  return character === '=' ? 0 : ALPHABET.indexOf(character);
}
