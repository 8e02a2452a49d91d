// When an effect comes, from weights by lag whatever their sum.

/** Mean lag Σ s·w_s/Σ w_s in periods. */
export function meanLag(weights: Float64Array): number {
  let sum = 0;
  let moment = 0;
  for (let s = 0; s < weights.length; s++) {
    sum += weights[s];
    moment += s * weights[s];
  }
  return moment / sum;
}

/** Periods after which half of an effect has come, the weight of lag s spread evenly over s..s+1. */
export function halfLife(weights: Float64Array): number {
  let sum = 0;
  for (const w of weights) sum += w;
  let before = 0;
  for (let s = 0; s < weights.length; s++) {
    if (2 * (before + weights[s]) >= sum) return s + (0.5 * sum - before) / weights[s];
    before += weights[s];
  }
  return Number.NaN; // a weight is no number
}
