// Reads a number as people type it.

/** A decimal comma is as good as a point; anything else that is no number is null. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace('−', '-');
  const number = Number(/^[^.,]*,[^.,]*$/.test(plain) ? plain.replace(',', '.') : plain);
  return plain !== '' && Number.isFinite(number) ? number : null;
}
