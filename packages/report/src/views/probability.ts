// Probabilities read from stored quantiles, and how they are written: never more certain than the draws can show.

/** P(X > x) of a quantity known by its quantiles at equal steps from 0 to 100 %, linear between them. */
export function probabilityAbove(quantiles: readonly number[], x: number): number {
  const steps = quantiles.length - 1;
  const [least = Number.NaN] = quantiles;
  const most = quantiles[steps] ?? Number.NaN;
  if (!(x >= least)) return x < least ? 1 : Number.NaN;
  if (x >= most) return 0;
  // The last quantile not above x: of several equal ones all lie at or below x.
  const at = quantiles.findLastIndex((q) => q <= x);
  const below = quantiles[at] ?? least;
  const above = quantiles[at + 1] ?? most;
  return 1 - (at + (x - below) / (above - below)) / steps;
}

/** `92 %`; at the ends `>99 %` and `<1 %`. */
export function probabilityText(probability: number): string {
  if (probability > 0.99) return '>99 %';
  if (probability < 0.01) return '<1 %';
  return `${Math.round(probability * 100)} %`;
}

/** The same inside a sentence: `above 99 %`, `below 1 %`, `of 92 %`. */
export function withProbability(probability: number): string {
  const text = probabilityText(probability);
  if (text.startsWith('>')) return `with a probability above ${text.slice(1)}`;
  if (text.startsWith('<')) return `with a probability below ${text.slice(1)}`;
  return `with a probability of ${text}`;
}
