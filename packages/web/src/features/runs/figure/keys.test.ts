// Reading a chart by arrow keys: every point is reached, nothing beyond the ends.
import { describe, expect, test } from 'vitest';
import { afterKey, besidePointer } from './keys.ts';

describe('arrow keys on a chart', () => {
  test('enter from either end and stop at both', () => {
    expect(afterKey('ArrowRight', null, 104)).toBe(0);
    expect(afterKey('ArrowLeft', null, 104)).toBe(103);
    expect(afterKey('ArrowRight', 103, 104)).toBe(103);
    expect(afterKey('ArrowLeft', 0, 104)).toBe(0);
  });

  test('reach every point one by one', () => {
    let at: number | null | undefined = null;
    const seen: number[] = [];
    for (let i = 0; i < 5; i++) {
      at = afterKey('ArrowRight', at ?? null, 5);
      seen.push(Number(at));
    }
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  test('leap with Page, jump with Home and End, leave with Escape', () => {
    expect(afterKey('PageDown', 0, 104)).toBe(10);
    expect(afterKey('PageUp', 5, 104)).toBe(0);
    expect(afterKey('Home', 50, 104)).toBe(0);
    expect(afterKey('End', 50, 104)).toBe(103);
    expect(afterKey('Escape', 50, 104)).toBeNull();
  });

  test('leave other keys, and a chart without readings, to the page', () => {
    expect(afterKey('Tab', 3, 104)).toBeUndefined();
    expect(afterKey('Escape', null, 104)).toBeUndefined();
    expect(afterKey('ArrowRight', null, 0)).toBeUndefined();
  });
});

describe('the box beside the pointer', () => {
  test('stands right of it while there is room, left of it after that, and never outside', () => {
    expect(besidePointer(100, 200, 800)).toBe(112);
    expect(besidePointer(700, 200, 800)).toBe(488);
    expect(besidePointer(150, 200, 320)).toBe(0);
    expect(besidePointer(10, 280, 200)).toBe(-40);
  });
});
