// Moves labels apart that stand on top of each other, as little as possible and inside their bounds.

/** Positions near `wanted`, in the same order, at least `gap` apart and within the bounds as far as there is room. */
export function dodge(
  wanted: readonly number[],
  gap: number,
  [from, to]: readonly [number, number],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const room = Math.min(gap, order.length > 1 ? (to - from) / (order.length - 1) : gap);
  const placed = settle(
    order.map((i) => wanted[i] ?? 0),
    room,
  );
  let least = from;
  const up = placed.map((position) => {
    const at = Math.max(position, least);
    least = at + room;
    return at;
  });
  let most = to;
  for (let i = up.length - 1; i >= 0; i--) {
    up[i] = Math.min(up[i] ?? 0, most);
    most = (up[i] ?? 0) - room;
  }
  const result = new Array<number>(wanted.length).fill(0);
  order.forEach((index, rank) => {
    result[index] = up[rank] ?? 0;
  });
  return result;
}

/** Least squares with a smallest distance: pools neighbours that collide around their mean (isotonic regression). */
function settle(sorted: readonly number[], gap: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  sorted.forEach((position, i) => {
    pools.push({ sum: position - i * gap, count: 1 });
    for (let last = pools.length - 1; last > 0; last--) {
      const [a, b] = [pools[last - 1], pools[last]];
      if (!a || !b || a.sum / a.count < b.sum / b.count) break;
      pools.splice(last - 1, 2, { sum: a.sum + b.sum, count: a.count + b.count });
    }
  });
  return pools
    .flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count))
    .map((at, i) => at + i * gap);
}
