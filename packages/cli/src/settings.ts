// How long and from which seed to sample, as flags say it, and everything wrong with that.
import { type Checked, checkSampling, type SamplingSettings } from '@mixmodel/contract';
import type { Problem } from '@mixmodel/engine';
import type { Given } from './arguments.ts';
import type { CommandName } from './flags.ts';
import { modeOf } from './mode.ts';

export function readSettings(flags: Given, command: CommandName = 'fit'): Checked<SamplingSettings> {
  const number = (name: string) => (flags[name] === undefined ? {} : { [name]: Number(flags[name]) });
  const sampling = checkSampling({
    mode: modeOf(command, flags),
    ...number('seed'),
    ...number('chains'),
    ...number('warmup'),
    ...number('draws'),
  });
  const threads = badThreads(flags);
  if (threads.length === 0) return sampling;
  return { ok: false, problems: [...(sampling.ok ? [] : sampling.problems), ...threads] };
}

function badThreads({ threads }: Given): Problem[] {
  if (threads === undefined || Number(threads) >= 1) return [];
  const facts = { flag: '--threads', wanted: 'a whole number, at least 1', got: `\`${threads}\`` };
  return [{ code: 'flag_value', path: '', facts }];
}
