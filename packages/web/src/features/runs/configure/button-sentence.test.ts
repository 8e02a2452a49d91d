// The button says what happens, or what it waits for.
import { describe, expect, test } from 'vitest';
import { measured, roughly } from '../duration.ts';
import { buttonSentence, type Readiness } from './button-sentence.ts';
import { elsewhere, faultsOf, sentencesAt } from './faults.ts';
import {
  forgetAllSettings,
  forgetSettings,
  keepSettings,
  marginOf,
  placeOf,
  readSettings,
  untouched,
} from './stored.ts';

const ready: Readiness = {
  sampling: { mode: 'full' },
  faults: 0,
  upToDate: true,
  estimateMs: 2100,
  sending: false,
  allowed: true,
};

describe('the button', () => {
  test('says what happens and how long it takes', () => {
    expect(buttonSentence(ready)).toEqual({ label: 'Fit 4 chains, about 2 s', ready: true, reason: null });
    expect(buttonSentence({ ...ready, sampling: { mode: 'quick' }, estimateMs: 400 }).label).toBe(
      'Fit 2 chains, under 1 s',
    );
    expect(buttonSentence({ ...ready, sampling: { chains: 8 }, estimateMs: null }).label).toBe(
      'Fit 8 chains',
    );
  });

  test('names what it waits for and never waits silently', () => {
    const waiting = [
      buttonSentence({ ...ready, faults: 2 }),
      buttonSentence({ ...ready, upToDate: false }),
      buttonSentence({ ...ready, sending: true }),
      buttonSentence({ ...ready, allowed: false }),
    ];
    for (const { ready: isReady, reason } of waiting) {
      expect(isReady).toBe(false);
      expect(reason).toMatch(/^[A-Z2].+\.$/);
    }
    expect(waiting[0]?.reason).toContain('2 things');
  });
});

test('durations are rough where they are guessed and exact where they were measured', () => {
  expect([400, 2100, 80_000, 200_000, 7_200_000].map(roughly)).toEqual([
    'under 1 s',
    'about 2 s',
    'about 80 s',
    'about 3 min',
    'about 2 h',
  ]);
  expect([1912, 59_400, 125_000].map(measured)).toEqual(['1.9 s', '59 s', '2 min 5 s']);
});

describe('faults', () => {
  const fault = (path: string) => ({ code: 'x', path, sentence: `about ${path}` });
  const faults = [
    fault('channels[0].size.prior.sigma'),
    fault('spec.channels[10].name'),
    fault('sampling.draws'),
    fault('likelihood.sigma'),
  ];

  test('stand at the field they are inside of, and at no other that begins alike', () => {
    expect(sentencesAt(faults, 'channels[0].size')).toEqual(['about channels[0].size.prior.sigma']);
    expect(sentencesAt(faults, 'channels[1]')).toEqual([]);
    expect(sentencesAt(faults, 'channels[10].name')).toHaveLength(1);
    expect(sentencesAt(faults, 'draws')).toHaveLength(1);
  });

  test('are told even where no field shows them', () => {
    const shown = ['channels[0]', 'channels[10]', 'draws'];
    expect(elsewhere(faults, shown).map(({ path }) => path)).toEqual(['likelihood.sigma']);
  });
});

test('what is wrong in itself is told without asking the server, at its field', () => {
  const draft = {
    columns: { date: 'week', target: { column: 'revenue', kind: 'money' as const } },
    channels: [{ column: 'tv', adstock: { lMax: 0 } }],
  };
  const faults = faultsOf(draft, { chains: 1 });
  expect(sentencesAt(faults, 'channels[0].adstock.lMax')).toHaveLength(1);
  expect(sentencesAt(faults, 'chains')[0]).toContain('from 2 to 16');
  expect(faultsOf({ ...draft, channels: [{ column: 'tv' }] }, {})).toEqual([]);
});

describe('what was typed', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    const tab = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
      key: (index: number) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    };
    return () => tab;
  };
  const [a, b] = [placeOf('ana', 'a'), placeOf('ana', 'b')];

  test('comes back after a reload, for its own dataset, until the run is started', () => {
    const here = storage();
    keepSettings(a, { ...untouched, name: 'Second try', margin: '4' }, here);
    expect(readSettings(a, here)).toMatchObject({ name: 'Second try', margin: '4' });
    expect(readSettings(b, here)).toEqual(untouched);
    forgetSettings(a, here);
    expect(readSettings(a, here)).toEqual(untouched);
  });

  test('is not shown to another account, and is gone with all the rest of it after signing out', () => {
    const here = storage();
    for (const place of [a, b]) keepSettings(place, { ...untouched, name: 'Secret' }, here);
    here().setItem('theme', 'dark');
    expect(readSettings(placeOf('bo', 'a'), here)).toEqual(untouched);
    forgetAllSettings(here);
    expect([a, b].map((place) => readSettings(place, here))).toEqual([untouched, untouched]);
    expect(here().getItem('theme')).toBe('dark');
  });

  test('is lost with a reload, and nothing more, where storage is blocked or full', () => {
    const blocked = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    keepSettings(a, untouched, blocked);
    forgetSettings(a, blocked);
    forgetAllSettings(blocked);
    expect(readSettings(a, blocked)).toEqual(untouched);
  });

  test('of a margin is percent, with comma and sign, or nothing', () => {
    expect(['50', ' 37,5 % ', '100', ''].map(marginOf)).toEqual([0.5, 0.375, 1, null]);
    for (const text of ['0', '1e-7', '0.09', '-3', '120', 'half']) expect(marginOf(text)).toBeUndefined();
    expect(marginOf('0.1')).toBe(0.001);
  });
});
