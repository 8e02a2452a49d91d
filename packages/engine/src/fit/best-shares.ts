// The chance that a channel is the best: how often, over the draws, no other returns more.

/** All draws of each channel's return, null where there is none; by channel the share in which its return is the highest. */
export function bestShares(returns: readonly (Float64Array | null)[]): (number | null)[] {
  const rivals = [...returns.keys()].filter((c) => returns[c]);
  const draws = returns[rivals[0]]?.length ?? 0;
  const wins = returns.map(() => 0);
  for (let s = 0; s < draws; s++) {
    // Of equal ones the first counts.
    let best = rivals[0];
    for (const c of rivals) if (at(returns, c, s) > at(returns, best, s)) best = c;
    wins[best]++;
  }
  return returns.map((values, c) => (values && rivals.length > 1 ? wins[c] / draws : null));
}

function at(returns: readonly (Float64Array | null)[], c: number, s: number): number {
  return returns[c]?.[s] ?? Number.NaN;
}
