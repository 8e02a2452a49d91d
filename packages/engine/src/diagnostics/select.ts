// Order statistics without sorting everything: only the places somebody will look at.

/**
 * Moves values so that each of `places` (ascending) holds what sorting would put there. A quicksort that leaves alone
 * whatever holds none of them (Hoare, Find, Communications of the ACM 4 (1961) 321).
 */
export function settle(values: Float64Array, places: readonly number[]): void {
  settleBetween(values, 0, values.length - 1, places);
}

function settleBetween(values: Float64Array, low: number, high: number, places: readonly number[]): void {
  if (low >= high || !places.some((place) => place >= low && place <= high)) return;
  const pivot = middleOf(values[low], values[(low + high) >> 1], values[high]);
  let left = low;
  let right = high;
  while (left <= right) {
    while (values[left] < pivot) left++;
    while (values[right] > pivot) right--;
    if (left > right) break;
    const value = values[left];
    values[left++] = values[right];
    values[right--] = value;
  }
  settleBetween(values, low, right, places);
  settleBetween(values, left, high, places);
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
