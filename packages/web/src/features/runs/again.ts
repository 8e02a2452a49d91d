// A new run made of an old one: the same settings, or the change that may help where the chains did not agree.
import { type ResultFile, type RunRequest, samplingDefaults, samplingLimits } from '@mixmodel/contract';
import type { Remedy } from '@mixmodel/report';
import { chooseSaturation, type Draft, sameDraft } from './configure/draft.ts';

export type Again = Pick<RunRequest, 'spec' | 'sampling'> & { readonly spec: Draft };

/**
 * What was asked for. The result holds every default written out; what the mode has by itself is left to it, and so are
 * size priors that the rule chose, because with another model the rule may choose others.
 */
export function askedOf({ spec, sampling, seed, prior }: ResultFile): Again {
  const first = sampling.attempts[0] ?? sampling;
  const usual = samplingDefaults[sampling.mode];
  const settings = {
    seed,
    chains: sampling.chains,
    warmup: first.warmup,
    draws: first.draws,
    targetAcceptance: first.targetAcceptance,
  };
  const own = Object.entries(settings).filter(([key, value]) => usual[key as keyof typeof usual] !== value);
  return {
    spec: byRule(structuredClone(spec), prior.sizeRule.kind),
    sampling: { mode: sampling.mode, ...Object.fromEntries(own) },
  };
}

/** Without the size priors that the rule gave: the ones of its kind that most channels share. */
function byRule(draft: Draft, kind: string | null): Draft {
  const ruled = draft.channels.flatMap(({ size }) => (size && size.kind === kind ? [size] : []));
  const count = (one: unknown) => ruled.filter((other) => sameDraft(one, other)).length;
  const usual = [...ruled].sort((a, b) => count(b) - count(a))[0];
  if (!usual) return draft;
  const channels = draft.channels.map((channel) => {
    if (!channel.size || !sameDraft(channel.size, usual)) return channel;
    const { size: _, ...rest } = channel;
    return rest;
  });
  return { ...draft, channels };
}

/** The settings with the change of `remedy` made; null where a person has to decide. */
export function remedied(result: ResultFile, remedy: Pick<Remedy, 'change' | 'channels'>): Again | null {
  const asked = askedOf(result);
  switch (remedy.change) {
    case 'full':
      return { ...asked, sampling: { ...seedOf(asked), mode: 'full' } };
    case 'more_draws':
      return { ...asked, sampling: { ...asked.sampling, ...moreDraws(result) } };
    case 'logistic': {
      const spec = remedy.channels.reduce(
        (draft, column) => chooseSaturation(draft, column, 'logistic'),
        asked.spec,
      );
      return { ...asked, spec };
    }
    case null:
      return null;
  }
}

function seedOf({ sampling }: Again): { seed?: number } {
  return sampling?.seed === undefined ? {} : { seed: sampling.seed };
}

/** Four times what the last attempt had, and never less than the mode's own warm-up. */
function moreDraws({ sampling }: ResultFile): { draws: number; warmup: number } {
  return {
    draws: Math.min(4 * sampling.draws, samplingLimits.draws.most),
    warmup: Math.max(sampling.warmup, samplingDefaults[sampling.mode].warmup),
  };
}

/** `Sample` becomes `Sample, again`, and that `Sample, again 2`: no two runs look alike in the list. */
export function nextName(name: string): string {
  const [, stem = name, count] = /^(.*), again(?: (\d+))?$/.exec(name) ?? [];
  const suffix = stem === name ? ', again' : `, again ${Number(count ?? 1) + 1}`;
  return `${stem.slice(0, 120 - suffix.length)}${suffix}`;
}
