// Puts each fault of a plan beside the field it is about, and keeps those that have none.
import { checkSampling, checkSpec, type Fault, type SamplingSettings, sentence } from '@mixmodel/contract';
import type { Draft } from './draft.ts';

/** `spec.channels[0].size` and `sampling.draws` are called by their place inside spec or sampling. */
function placeOf(path: string): string {
  return path.replace(/^(spec|sampling)(\.|$)/, '').replace(/\.(\d+)(?=\.|$|\[)/g, '[$1]');
}

/** Whether `path` stands at `field` or inside it. */
function isInside(path: string, field: string): boolean {
  const place = placeOf(path);
  return place === field || (place.startsWith(field) && /^[.[]/.test(place.slice(field.length)));
}

/** Each sentence about `field`, once. */
export function sentencesAt(faults: readonly Fault[], field: string): string[] {
  return [...new Set(faults.filter(({ path }) => isInside(path, field)).map(({ sentence }) => sentence))];
}

/** The faults that none of `fields` shows. */
export function elsewhere(faults: readonly Fault[], fields: readonly string[]): Fault[] {
  return faults.filter(({ path }) => !fields.some((field) => isInside(path, field)));
}

/** What is wrong with a draft or with sampling settings, whatever the data. */
export function faultsOf(draft: Draft, sampling: SamplingSettings): Fault[] {
  return [checkSpec(draft), checkSampling(sampling)].flatMap((checked) =>
    checked.ok
      ? []
      : checked.problems.map((problem) => ({
          code: problem.code,
          path: problem.path,
          sentence: sentence(problem, 'screen'),
        })),
  );
}

/** The settings of sampling by their places. */
export const samplingPlaces: readonly string[] = ['seed', 'chains', 'warmup', 'draws', 'targetAcceptance'];

/** The faults of the model itself. */
export function ofSpec(faults: readonly Fault[]): Fault[] {
  return elsewhere(faults, samplingPlaces);
}
