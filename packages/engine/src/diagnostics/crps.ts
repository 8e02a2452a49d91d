// The continuous ranked probability score of a forecast given by draws: the mean absolute error of a whole distribution.
//
// CRPS = E|X − y| − ½E|X − X'| (Gneiting & Raftery 2007), in the units of y; for a single number it is the absolute error.

/**
 * Of the distribution that `sorted`, ascending draws, come from: the pairs are counted without a draw and itself, so that
 * the score does not depend on how many draws there are (the fair estimator, Ferro 2014). NaN for fewer than two.
 */
export function crpsOfDraws(sorted: Float64Array, y: number): number {
  const count = sorted.length;
  return meanDistance(sorted, y) - sumOfGaps(sorted, y) / (count * (count - 1));
}

/** Of the distribution that has the same mass on each of `sorted`, ascending. */
export function crpsOfAtoms(sorted: Float64Array, y: number): number {
  const count = sorted.length;
  return meanDistance(sorted, y) - sumOfGaps(sorted, y) / (count * count);
}

function meanDistance(values: Float64Array, y: number): number {
  let sum = 0;
  for (const x of values) sum += Math.abs(x - y);
  return sum / values.length;
}

/** Σ_{i<j} (x_j − x_i) from ranks, around y: of numbers as small as they can be made. */
function sumOfGaps(sorted: Float64Array, y: number): number {
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += (2 * i + 1 - sorted.length) * (sorted[i] - y);
  return sum;
}
