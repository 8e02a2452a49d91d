// What to do when draws fall short: extend, sample more carefully, or stop (METHOD §7).
import type { Algorithm } from '../sampler/chain.ts';
import type { Checkup } from './convergence.ts';
import type { SamplingSettings } from './settings.ts';

/** What the next rung does. */
export type Step =
  | { readonly kind: 'stop' }
  | { readonly kind: 'extend'; readonly draws: number }
  | ({ readonly kind: 'rerun' } & Pick<Climb, 'targetAcceptance' | 'warmup' | 'algorithm'>);

/** What has been tried so far. */
export interface Climb {
  /** Extensions of the present attempt. */
  readonly extensions: number;
  readonly targetAcceptance: number;
  readonly warmup: number;
  readonly algorithm: Algorithm;
  /** Gradient evaluations of the first attempt, of the last rung, and of everything so far. */
  readonly firstGradients: number;
  readonly lastGradients: number;
  readonly gradients: number;
}

const EXTENSION_DRAWS = 2000;
const MOST_EXTENSIONS = 2;
const LONG_WARMUP = 1000;

/** The ladder may cost this many times the first attempt, on top of it. */
const BUDGET = 4;
/** A more careful rerun takes smaller steps: about this many times the gradients of the rung before. */
const CAREFUL = 1.5;

export function nextStep(found: Checkup, climb: Climb, settings: SamplingSettings): Step {
  if (found.shortfall === 'none' || settings.mode === 'quick') return { kind: 'stop' };
  const step = rungAfter(found, climb);
  const cost = step.kind === 'extend' ? climb.lastGradients : CAREFUL * climb.lastGradients;
  return climb.gradients + cost <= (1 + BUDGET) * climb.firstGradients ? step : { kind: 'stop' };
}

function rungAfter(found: Checkup, climb: Climb): Step {
  if (found.shortfall === 'more_draws' && climb.extensions < MOST_EXTENSIONS)
    return { kind: 'extend', draws: EXTENSION_DRAWS };
  const { targetAcceptance, warmup, algorithm } = climb;
  if (targetAcceptance < 0.95) return { kind: 'rerun', targetAcceptance: 0.95, warmup, algorithm };
  if (targetAcceptance < 0.99) return { kind: 'rerun', targetAcceptance: 0.99, warmup, algorithm };
  // Last, trees, which find for themselves how far to walk: decision 14.
  if (warmup < LONG_WARMUP)
    return { kind: 'rerun', targetAcceptance, warmup: LONG_WARMUP, algorithm: 'nuts' };
  return { kind: 'stop' };
}
