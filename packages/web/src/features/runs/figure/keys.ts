// Which reading of a chart an arrow key leads to, where its box stands, and how it is spoken.
import type { Reading } from '@mixmodel/report/charts';

/** The next index; null closes the reading, undefined leaves the key to the page. */
export function afterKey(key: string, at: number | null, count: number): number | null | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at === null ? 0 : Math.min(at + 1, last);
    case 'ArrowLeft':
    case 'ArrowUp':
      return at === null ? last : Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min((at ?? 0) + stride(count), last);
    case 'PageUp':
      return Math.max((at ?? last) - stride(count), 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return at === null ? undefined : null;
    default:
      return undefined;
  }
}

/** Ten leaps cross a chart. */
function stride(count: number): number {
  return Math.max(1, Math.round(count / 10));
}

/** Left edge of a box of `width` beside the pointer at `x`, inside 0..`room`; over the middle where there is too little. */
export function besidePointer(x: number, width: number, room: number): number {
  const gap = 12;
  if (width > room) return (room - width) / 2;
  const right = x + gap;
  if (right + width <= room) return right;
  return Math.max(0, Math.min(x - gap - width, room - width));
}

/** The box as a sentence. */
export function inWords({ head, lines }: Reading): string {
  return [head, ...lines.map(({ label, value }) => `${label} ${value}`)].join(', ');
}
