// What a fit tells of itself as a run's progress: with the speed that was measured, and the time that is left.
import type { RunProgress } from '@mixmodel/contract';
import type { FitProgress } from '@mixmodel/engine';

/** Speeds are of the last seconds: warm-up, sampling and what was only read back run at different ones. */
const windowMs = 5000;
/** Of less than this no speed is told. */
const leastMs = 400;

type Running = Extract<FitProgress, { phase: 'warmup' | 'sampling' }>;

export interface Meter {
  /** The progress after a step of the fit, `now` in milliseconds. */
  read(step: FitProgress, now: number): RunProgress;
}

export function progressMeter(): Meter {
  let told: RunProgress = {
    phase: 'waiting',
    attempt: 0,
    fraction: 0,
    chains: [],
    etaMs: null,
    worstRHat: null,
  };
  let speeds = new Map<string, Speed>();
  const speedOf = (name: string): Speed => {
    const speed = speeds.get(name) ?? speedometer();
    speeds.set(name, speed);
    return speed;
  };
  const running = (step: Running, now: number): RunProgress => {
    if (step.attempt !== told.attempt) speeds = new Map();
    const fractionPerMs = speedOf('all').add(step.fraction, now);
    return {
      phase: step.phase,
      attempt: step.attempt,
      fraction: step.fraction,
      chains: step.chains.map((chain) => ({
        ...chain,
        drawsPerSecond: 1000 * (speedOf(`${chain.chain} ${chain.phase}`).add(chain.draw, now) ?? 0),
      })),
      etaMs: fractionPerMs ? (1 - step.fraction) / fractionPerMs : null,
      worstRHat: told.worstRHat,
    };
  };
  return {
    read(step, now) {
      if (step.phase === 'warmup' || step.phase === 'sampling') told = running(step, now);
      else if (step.phase === 'checked')
        told = { ...told, worstRHat: Number.isFinite(step.maxRHat) ? step.maxRHat : null };
      else told = { ...told, phase: 'assembling', fraction: 1, etaMs: null };
      return told;
    },
  };
}

interface Speed {
  /** Per millisecond over the window; undefined while there is too little to tell. */
  add(value: number, now: number): number | undefined;
}

function speedometer(): Speed {
  let seen: { readonly value: number; readonly now: number }[] = [];
  return {
    add(value, now) {
      seen = [...seen.filter((one) => now - one.now <= windowMs), { value, now }];
      const [first] = seen;
      if (!first || now - first.now < leastMs) return undefined;
      return (value - first.value) / (now - first.now);
    },
  };
}
