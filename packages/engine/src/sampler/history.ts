// The positions and gradients a warming-up chain has visited, which its metric is learnt from.

export interface History {
  readonly size: number;
  /** Draws held; draw t is at t·size. */
  length: number;
  readonly positions: Float64Array;
  readonly gradients: Float64Array;
}

export function createHistory(capacity: number, size: number): History {
  return {
    size,
    length: 0,
    positions: new Float64Array(capacity * size),
    gradients: new Float64Array(capacity * size),
  };
}

export function remember(history: History, position: Float64Array, gradient: Float64Array): void {
  const at = history.length * history.size;
  history.positions.set(position, at);
  history.gradients.set(gradient, at);
  history.length++;
}

/** The draws from `first` on, without copying. */
export function historySince(history: History, first: number): History {
  const { size, length } = history;
  return {
    size,
    length: length - first,
    positions: history.positions.subarray(first * size, length * size),
    gradients: history.gradients.subarray(first * size, length * size),
  };
}
