// How long a broken stream of events waits before it is taken up again.
import { expect, test } from 'vitest';
import { pauseMs } from './run-events.ts';

test('pauses double from half a second and never exceed fifteen', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(pauseMs)).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
});
