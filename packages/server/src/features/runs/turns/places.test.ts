// Who begins when, of runs that wait: the order in which turns are given, said in advance.
import { expect, test } from 'vitest';
import { placesOf } from './places.ts';
import type { OpenRun } from './queries.ts';

const now = new Date('2026-01-05T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const run = (id: string, about: Partial<OpenRun> = {}): OpenRun => ({
  id,
  workspaceId: id.slice(0, 1),
  number: Number(id.slice(1)),
  state: 'queued',
  estimateMs: 1000,
  startedAt: null,
  progress: null,
  lastRunBeganAt: null,
  ...about,
});
const atWork = { state: 'running', startedAt: ago(400), lastRunBeganAt: ago(400) } as const;
const told = (places: ReturnType<typeof placesOf>) =>
  Object.fromEntries([...places].map(([id, { ahead, startsInMs }]) => [id, [ahead, startsInMs]]));

test('turns go round: a workspace with many runs stands behind each other one once', () => {
  const last = { lastRunBeganAt: ago(400) };
  const open = [
    run('a1', atWork),
    run('a3', last),
    run('a2', last),
    run('a4', last),
    run('b1'),
    run('c1', { estimateMs: 5000 }),
  ];
  expect(told(placesOf(open, { now, atOnce: 1, mostOfOne: 1 }))).toEqual({
    b1: [1, 600],
    c1: [2, 1600],
    a2: [3, 6600],
    a3: [4, 7600],
    a4: [5, 8600],
  });
});

test('several at once begin as soon as one ends; what a run says of itself counts more than its estimate', () => {
  const progress = {
    phase: 'sampling',
    attempt: 0,
    fraction: 0.5,
    chains: [],
    etaMs: 9000,
    worstRHat: null,
  } as const;
  const slow = run('a1', { ...atWork, progress: { ...progress, chains: [] } });
  expect(told(placesOf([slow, run('b1'), run('b2')], { now, atOnce: 2, mostOfOne: 2 }))).toEqual({
    b1: [1, 0],
    b2: [2, 1000],
  });
  expect(placesOf([], { now, atOnce: 1, mostOfOne: 1 }).size).toBe(0);
});

test('a workspace has no more at work than it may, also where there is room for others', () => {
  const slow = run('a1', { ...atWork, estimateMs: 2400 });
  const open = [slow, run('a2'), run('b1', { estimateMs: 500 }), run('b2')];
  expect(told(placesOf(open, { now, atOnce: 2, mostOfOne: 1 }))).toEqual({
    b1: [1, 0],
    b2: [2, 500],
    a2: [3, 2000],
  });
});
