// The address of a result opens whatever stands in it.
import { expect, test } from 'vitest';
import { runLook } from './run-look.ts';

test('view, channel and last periods are kept', () => {
  const look = { view: 'analyst', channel: 'tv_spend', last: 52 };
  expect(runLook(look)).toEqual(look);
});

test('a channel whose name is a number stays a name', () => {
  expect(runLook({ channel: 2024 })).toEqual({ channel: '2024' });
});

test('what makes no sense is dropped', () => {
  expect(runLook({ view: 'boss', channel: null, last: -3, other: 1 })).toEqual({});
  expect(runLook({ last: 1.5 })).toEqual({});
});
