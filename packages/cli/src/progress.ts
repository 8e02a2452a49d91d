// Progress of a fit on standard error: one updating line on a terminal when the wait is worth it, else plain lines.
import type { BacktestProgress, FitProgress } from '@mixmodel/engine';
import { widthOf } from './terminal.ts';

export interface ProgressView {
  tell(step: FitProgress | BacktestProgress): void;
  /** Takes the updating line away. */
  clear(): void;
}

/** Below this a line would only flicker. */
const worthTellingMs = 1500;

/** A first guess of the whole needs this much of it. */
const firstGuessMs = 300;

/** The first draws are slow, while code and step size warm up: a guess from less than this part frightens. */
const leastPart = 0.05;

const redrawMs = 100;

export function progressView(stream: NodeJS.WriteStream, now: () => number): ProgressView {
  return stream.isTTY ? updatingLine(stream, now) : plainLines(stream, now);
}

type Sampling =
  | Extract<FitProgress, { phase: 'warmup' | 'sampling' }>
  | Extract<BacktestProgress, { phase: 'fold' }>;

/** A backtest is one attempt: what it does again is part of its own fraction. */
const attemptOf = (step: Sampling) => (step.phase === 'fold' ? 1 : step.attempt);

function updatingLine(stream: NodeJS.WriteStream, now: () => number): ProgressView {
  const clock = attemptClock(now);
  let shown = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (shown) stream.write('\r\u001b[K');
    shown = false;
  };
  return {
    tell(step) {
      if (step.phase === 'done') return clear();
      if (step.phase === 'checked') return;
      if (step.phase === 'assembling') {
        if (shown) stream.write('\r\u001b[KSumming up …');
        return;
      }
      const { elapsedMs, leftMs } = clock(step);
      const expectedMs = elapsedMs > firstGuessMs ? elapsedMs + (leftMs ?? 0) : 0;
      const worth = shown || expectedMs > worthTellingMs;
      if (!worth || now() - drawnAt < redrawMs) return;
      drawnAt = now();
      shown = true;
      stream.write(`\r\u001b[K${lineOf(step, leftMs, widthOf(stream) - 1)}`);
    },
    clear,
  };
}

/** At most one line a quarter and every two seconds, so that a log stays readable. */
function plainLines(stream: NodeJS.WriteStream, now: () => number): ProgressView {
  const clock = attemptClock(now);
  let quarter = 0;
  let attempt = 1;
  let toldAt = now();
  return {
    tell(step) {
      if (step.phase !== 'warmup' && step.phase !== 'sampling' && step.phase !== 'fold') return;
      const { leftMs } = clock(step);
      const isNewAttempt = attemptOf(step) !== attempt;
      const reached = Math.floor(step.fraction * 4);
      if (!isNewAttempt && (reached <= quarter || now() - toldAt < 2000)) return;
      attempt = attemptOf(step);
      quarter = isNewAttempt ? 0 : reached;
      toldAt = now();
      stream.write(isNewAttempt ? `${wordsOf(step)}\n` : `${wordsOf(step)}${remaining(leftMs)}\n`);
    },
    clear() {},
  };
}

/** Elapsed and remaining time of the present attempt; threads that still start do not count. */
function attemptClock(now: () => number): (step: Sampling) => { elapsedMs: number; leftMs?: number } {
  let attempt = 0;
  let began = { at: 0, fraction: 0 };
  return (step) => {
    if (attemptOf(step) !== attempt) {
      attempt = attemptOf(step);
      began = { at: now(), fraction: step.fraction };
    }
    const elapsedMs = now() - began.at;
    const gained = step.fraction - began.fraction;
    return gained < leastPart
      ? { elapsedMs }
      : { elapsedMs, leftMs: (elapsedMs * (1 - step.fraction)) / gained };
  };
}

/** The longest of several ways to say it that keeps to `width`: a line that wraps could not be updated. */
function lineOf(step: Sampling, leftMs: number | undefined, width: number): string {
  const left = remaining(leftMs);
  const [long, short] = [wordsOf(step), wordsOf(step, true)];
  const ways = [
    `${barOf(step.fraction, 20)} ${long}${left}`,
    `${barOf(step.fraction, 20)} ${short}${left}`,
    `${barOf(step.fraction, 8)} ${short}${left}`,
    `${short}${left}`,
    short,
  ];
  return ways.find((way) => way.length <= width) ?? short.replace(/ \(.*?\)|\d+ chains, /g, '');
}

function wordsOf(step: Sampling, isShort = false): string {
  if (step.phase === 'fold')
    return `Origin ${step.fold} of ${step.of}${step.forecaster === 'noMedia' && !isShort ? ', without media' : ''}: ${Math.round(100 * step.fraction)} %`;
  const { phase, attempt, fraction, chains } = step;
  const what = phase === 'warmup' ? 'Warming up' : 'Sampling';
  const why = isShort
    ? ` (attempt ${attempt})`
    : ` again, attempt ${attempt}, because the check asked for more`;
  const again = attempt > 1 ? why : '';
  return `${what}${again}: ${chains.length} chains, ${Math.round(100 * fraction)} %`;
}

function barOf(fraction: number, width: number): string {
  const full = Math.round(fraction * width);
  return `${'━'.repeat(full)}${'·'.repeat(width - full)}`;
}

function remaining(ms: number | undefined): string {
  if (ms === undefined) return '';
  const seconds = Math.max(1, Math.round(ms / 1000));
  return `, about ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} left`;
}
