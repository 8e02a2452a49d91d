// The order of a sortable table: by one column, up or down, with what does not exist always last.

export interface Order<Key extends string> {
  readonly key: Key;
  readonly down: boolean;
}

/** `rows` in `order`; equal values keep the order they came in. */
export function sorted<Row, Key extends string>(
  rows: readonly Row[],
  order: Order<Key> | null,
  value: (row: Row, key: Key) => number | string | null,
): readonly Row[] {
  if (order === null) return rows;
  const sign = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a, order.key), value(b, order.key)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return sign * compare(x, y);
  });
}

function compare(x: number | string, y: number | string): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return String(x).localeCompare(String(y), 'en', { numeric: true });
}

/** A column's first choice is largest first; a second one turns it round, a third gives the first order back. */
export function nextOrder<Key extends string>(order: Order<Key> | null, key: Key): Order<Key> | null {
  if (order?.key !== key) return { key, down: true };
  return order.down ? { key, down: false } : null;
}
