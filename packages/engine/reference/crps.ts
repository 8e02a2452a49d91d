// The slow twin of the CRPS: every pair of draws, in any order.

/** `fair` leaves out pairs of a draw with itself. */
export function slowCrps(draws: readonly number[], y: number, fair: boolean): number {
  const count = draws.length;
  let distance = 0;
  let gaps = 0;
  for (const x of draws) {
    distance += Math.abs(x - y) / count;
    for (const other of draws) gaps += Math.abs(x - other);
  }
  return distance - gaps / (2 * (fair ? count * (count - 1) : count * count));
}
