// Mean and standard deviation of draws.

/** Mean and sd (n − 1) in two passes, the second of which also mends the rounding of the first. */
export function meanAndSd(draws: Float64Array): { mean: number; sd: number } {
  const n = draws.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += draws[i];
  const rough = sum / n;
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const d = draws[i] - rough;
    rest += d;
    squares += d * d;
  }
  return { mean: rough + rest / n, sd: Math.sqrt((squares - (rest * rest) / n) / (n - 1)) };
}
