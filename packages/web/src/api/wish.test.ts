// Two presses of one form are one wish.
import { expect, test } from 'vitest';
import { ApiProblem, offline } from './problem.ts';
import { createWish } from './wish.ts';

const body = { datasetId: 'd', sampling: { mode: 'full' } };

test('two presses of one form send one key, also after an answer that was lost', () => {
  const wish = createWish();
  const first = wish.keyOf(body);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(wish.keyOf({ ...body })).toBe(first);
  wish.failed(offline());
  expect(wish.keyOf(body)).toBe(first);
});

test('another form, something else in the same form, or another try after a refusal has a key of its own', () => {
  const wish = createWish();
  const keys = [wish.keyOf(body), wish.keyOf({ ...body, name: 'Second' }), createWish().keyOf(body)];
  wish.failed(new ApiProblem({ status: 422, code: 'no_target', detail: 'There is no target.' }));
  keys.push(wish.keyOf({ ...body, name: 'Second' }));
  expect(new Set(keys).size).toBe(4);
});
