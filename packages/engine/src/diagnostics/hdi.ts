// The narrowest interval that holds a given share of the draws, as ArviZ defines it.

/** Highest-density interval of ascending draws: the narrowest that spans ⌊mass · size⌋ steps, the first such. */
export function hdi(sorted: Float64Array, mass: number): [number, number] {
  const size = sorted.length;
  if (size === 0) return [Number.NaN, Number.NaN];
  const span = Math.min(Math.floor(mass * size), size - 1);
  let best = 0;
  for (let i = 1; i + span < size; i++) {
    if (sorted[i + span] - sorted[i] < sorted[best + span] - sorted[best]) best = i;
  }
  return [sorted[best], sorted[best + span]];
}
