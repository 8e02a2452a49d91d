// What a fit tells of itself as a run's progress: with the speed that was measured, and the time that is left.
import type { RunProgress } from '@mixmodel/contract';
import type { BacktestProgress, FitProgress } from '@mixmodel/engine';

/** Speeds are of the last seconds: warm-up, sampling and what was only read back run at different ones. */
const windowMs = 5000;
/** A fit without media takes a small part of one with: a backtest's speed is that of several fits. */
const backtestWindowMs = 60_000;
/** Of less than this no speed is told. */
const leastMs = 400;

type Running = Extract<FitProgress, { phase: 'warmup' | 'sampling' }>;
type Fold = Exclude<BacktestProgress, { phase: 'done' }>;

export interface Meter {
  /** The progress after a step of the fit, `now` in milliseconds. */
  read(step: FitProgress, now: number): RunProgress;
  /** The same after a step of the backtest that follows it. */
  readBacktest(step: Exclude<BacktestProgress, { phase: 'done' }>, now: number): RunProgress;
}

export interface MeterOptions {
  /** What the fit itself is supposed to take. */
  readonly ownMs?: number;
  /** What comes after the fit is supposed to take so long: a backtest, of which nothing is measured yet. */
  readonly afterwardsMs?: number;
}

/** All draws are not all of a run: until it has ended, something is left to do. */
const mostOfRunning = 0.99;

export function progressMeter({ ownMs = 1, afterwardsMs = 0 }: MeterOptions = {}): Meter {
  const ownPart = afterwardsMs > 0 ? ownMs / (ownMs + afterwardsMs) : 1;
  const partOfRun = (before: number, part: number, fraction: number) =>
    Math.min(mostOfRunning, before + part * fraction);
  let told: RunProgress = {
    phase: 'waiting',
    attempt: 0,
    fraction: 0,
    chains: [],
    etaMs: null,
    worstRHat: null,
  };
  let speeds = new Map<string, Speed>();
  const wholeBacktest = speedometer(backtestWindowMs);
  const speedOf = (name: string): Speed => {
    const speed = speeds.get(name) ?? speedometer();
    speeds.set(name, speed);
    return speed;
  };
  const chainsAt = (step: Running, now: number) =>
    step.chains.map((chain) => ({
      ...chain,
      drawsPerSecond: 1000 * (speedOf(`${chain.chain} ${chain.phase}`).add(chain.draw, now) ?? 0),
    }));
  const running = (step: Running, now: number): RunProgress => {
    if (step.attempt !== told.attempt) speeds = new Map();
    const leftMs = timeLeft(step.fraction, speedOf('all').add(step.fraction, now));
    return {
      phase: step.phase,
      attempt: step.attempt,
      fraction: partOfRun(0, ownPart, step.fraction),
      chains: chainsAt(step, now),
      etaMs: leftMs === null ? null : leftMs + afterwardsMs,
      worstRHat: told.worstRHat,
    };
  };
  const backtesting = ({ fit, fold, of, forecaster, fraction }: Fold, now: number): RunProgress => {
    const { backtest: before, ...last } = told;
    const isOther = before?.fold !== fold || before.forecaster !== forecaster;
    const part = {
      fraction: partOfRun(ownPart, 1 - ownPart, fraction),
      attempt: fit.attempt,
      etaMs: timeLeft(fraction, wholeBacktest.add(fraction, now)),
      backtest: { fold, of, forecaster },
    };
    if (fit.phase === 'checked')
      return { ...last, ...part, phase: 'assembling', worstRHat: finite(fit.maxRHat) };
    if (isOther || fit.attempt !== last.attempt) speeds = new Map();
    return {
      ...part,
      phase: fit.phase,
      chains: chainsAt(fit, now),
      worstRHat: isOther ? null : last.worstRHat,
    };
  };
  return {
    read(step, now) {
      if (step.phase === 'warmup' || step.phase === 'sampling') told = running(step, now);
      else if (step.phase === 'checked') told = { ...told, worstRHat: finite(step.maxRHat) };
      else {
        const fraction = partOfRun(0, ownPart, 1);
        told = { ...told, phase: 'assembling', fraction, etaMs: afterwardsMs || null };
      }
      return told;
    },
    readBacktest(step, now) {
      told = backtesting(step, now);
      return told;
    },
  };
}

function timeLeft(fraction: number, fractionPerMs: number | undefined): number | null {
  return fractionPerMs ? (1 - fraction) / fractionPerMs : null;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

interface Speed {
  /** Per millisecond over the window; undefined while there is too little to tell. */
  add(value: number, now: number): number | undefined;
}

function speedometer(overMs = windowMs): Speed {
  let seen: { readonly value: number; readonly now: number }[] = [];
  return {
    add(value, now) {
      seen = [...seen.filter((one) => now - one.now <= overMs), { value, now }];
      const [first] = seen;
      if (!first || now - first.now < leastMs) return undefined;
      return (value - first.value) / (now - first.now);
    },
  };
}
