// The transition that the settings ask for.
import { jitteredTransition } from './jittered.ts';
import type { SamplerSettings } from './settings.ts';
import { transition } from './trajectory.ts';

export function transitionOf({ algorithm = 'nuts' }: SamplerSettings): typeof transition {
  return algorithm === 'nuts' ? transition : jitteredTransition;
}
