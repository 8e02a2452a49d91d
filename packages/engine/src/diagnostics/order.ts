// The order that sorts a sample: a radix sort of the numbers' bits, several times faster than a comparison sort.

const DIGIT = 2048;
/** Shift of each 11-bit digit: three of the low word, then three of the high word. */
const SHIFTS = [0, 11, 22] as const;

/**
 * Indices of `values` from smallest to largest, equal values (0 and −0 among them) in their original order.
 * The values must not be NaN.
 */
export function sortingOrder(values: Float64Array): Uint32Array {
  const n = values.length;
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  sortableBits(values, low, high);
  let order = new Uint32Array(n);
  let other = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (const word of [low, high]) {
    for (const shift of SHIFTS) {
      if (sortByDigit(word, shift, order, other)) [order, other] = [other, order];
    }
  }
  return order;
}

const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
const HIGH = highWordIndex();

function highWordIndex(): 0 | 1 {
  view[0] = 1;
  return words[1] === 0 ? 0 : 1;
}

/** IEEE bits as unsigned numbers that sort like the values: negative ones inverted, the others above them. */
function sortableBits(values: Float64Array, low: Uint32Array, high: Uint32Array): void {
  for (let i = 0; i < values.length; i++) {
    view[0] = values[i] + 0; // −0 becomes 0
    const top = words[HIGH];
    const flip = top >>> 31 ? -1 : 0;
    low[i] = words[1 - HIGH] ^ flip;
    high[i] = top ^ (flip | 0x80000000);
  }
}

/** One stable counting pass from `from` to `to`; false, with nothing moved, when all share the digit. */
function sortByDigit(word: Uint32Array, shift: number, from: Uint32Array, to: Uint32Array): boolean {
  const n = word.length;
  const next = new Uint32Array(DIGIT);
  for (let i = 0; i < n; i++) next[(word[i] >>> shift) & (DIGIT - 1)]++;
  if (n === 0 || next[(word[0] >>> shift) & (DIGIT - 1)] === n) return false;
  let before = 0;
  for (let d = 0; d < DIGIT; d++) {
    const count = next[d];
    next[d] = before;
    before += count;
  }
  for (let i = 0; i < n; i++) {
    const index = from[i];
    to[next[(word[index] >>> shift) & (DIGIT - 1)]++] = index;
  }
  return true;
}
