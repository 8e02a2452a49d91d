// A part that is gone brings one reload, not a loop of them.
import { expect, test } from 'vitest';
import { mayReload, PartMissing, part } from './part.ts';
import { sentenceOf } from './problem.ts';

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/a.js'));
const storage = () => {
  const kept = new Map<string, string>();
  const tab = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return () => tab;
};

test('a part that is there is handed over; one that is gone says so in words that fit', async () => {
  expect(await part(async () => 'there')()).toBe('there');
  const error = await part(gone)().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PartMissing);
  expect(sentenceOf(error)).toMatch(/^A part of MixModel could not be loaded/);
});

test('the page is loaded anew once a minute at most', () => {
  const here = { online: true, storage: storage() };
  const error = new PartMissing('gone');
  const at = (now: number) => mayReload(error, { ...here, now });
  expect([0, 1_000, 59_000, 60_000, 61_000].map(at)).toEqual([true, false, false, true, false]);
});

test('nothing is loaded anew offline, without storage, or for another error', () => {
  const blocked = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const error = new PartMissing('gone');
  expect(mayReload(error, { online: false, now: 0, storage: storage() })).toBe(false);
  expect(mayReload(error, { online: true, now: 0, storage: blocked })).toBe(false);
  expect(mayReload(new TypeError('a defect'), { online: true, now: 0, storage: storage() })).toBe(false);
});
