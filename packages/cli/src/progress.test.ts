// What is told while a fit runs, on a terminal and in a log.
import { PassThrough } from 'node:stream';
import type { FitProgress } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { progressView } from './progress.ts';

/** A stream that keeps what is written, and a clock that is set by hand. */
function watched(isTTY: boolean, width?: number) {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), {
    isTTY,
    columns: width,
  }) as unknown as NodeJS.WriteStream;
  let ms = 0;
  const view = progressView(stream, () => ms);
  const written = () => String((stream as unknown as PassThrough).read() ?? '');
  const at = (time: number, step: FitProgress) => {
    ms = time;
    view.tell(step);
  };
  return { view, written, at };
}

const sampling = (fraction: number, attempt = 1): FitProgress => {
  const chain = { phase: 'sampling' as const, draw: 1, of: 2, divergences: 0 };
  return {
    phase: 'sampling',
    attempt,
    fraction,
    chains: [
      { ...chain, chain: 0 },
      { ...chain, chain: 1 },
    ],
  };
};

describe('on a terminal', () => {
  test('a short fit tells nothing', () => {
    const { at, written } = watched(true);
    for (const part of [0, 0.25, 0.5, 0.75, 1]) at(part * 1000, sampling(part));
    expect(written()).toBe('');
  });

  test('a long fit has one line with the remaining time, taken away at the end', () => {
    const { at, view, written } = watched(true);
    at(0, sampling(0));
    at(1000, sampling(0.1));
    expect(written()).toBe('\r\u001b[K━━·················· Sampling: 2 chains, 10 %, about 9 s left');
    at(1050, sampling(0.11));
    expect(written()).toBe('');
    at(5000, sampling(0.5));
    expect(written()).toContain('50 %, about 5 s left');
    at(9000, { phase: 'assembling' });
    expect(written()).toContain('Summing up');
    view.clear();
    expect(written()).toBe('\r\u001b[K');
    view.clear();
    expect(written()).toBe('');
  });

  test.each([40, 60, 61, 100])('keeps to %i columns, so that it never wraps', (width) => {
    const { at, written } = watched(true, width);
    at(0, sampling(0, 3));
    at(600_000, sampling(0.25, 3));
    const line = written().replace('\r\u001b[K', '');
    expect(line).toContain('25 %');
    expect(line.length).toBeLessThan(width);
  });

  test('a new attempt says why and counts its own time', () => {
    const { at, written } = watched(true, 120);
    at(0, sampling(0));
    at(4000, sampling(1));
    written();
    at(4200, sampling(0, 2));
    expect(written()).toContain('Sampling again, attempt 2, because the check asked for more: 2 chains, 0 %');
    at(6200, sampling(0.5, 2));
    expect(written()).toContain('about 2 s left');
  });
});

test('in a log there is a line for each quarter, never more than one in two seconds', () => {
  const { at, written } = watched(false);
  at(0, sampling(0));
  for (let second = 1; second <= 20; second++) at(second * 1000, sampling(second / 20));
  expect(written()).toBe(
    [
      'Sampling: 2 chains, 25 %, about 15 s left',
      'Sampling: 2 chains, 50 %, about 10 s left',
      'Sampling: 2 chains, 75 %, about 5 s left',
      'Sampling: 2 chains, 100 %, about 1 s left\n',
    ].join('\n'),
  );
});
