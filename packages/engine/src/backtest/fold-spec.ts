// A spec as it would have been at an origin: without what nobody knew, and without what had not happened.
import type { ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { withoutFromData } from '../model/from-data.ts';
import type { Spec, SpecDraft } from '../model/spec.ts';
import { InputError, type Problem } from '../problem.ts';
import type { LeftOut } from './result.ts';

/**
 * The draft of every fold. Controls that are not known in advance are left out, unless `hindsight` is asked for; what
 * an expanded spec took from the data is taken back, so that each fold makes its own.
 */
export function forecastable(
  draft: SpecDraft,
  hindsight: boolean,
): { readonly draft: SpecDraft; readonly controlsLeftOut: readonly string[] } {
  const controls = (draft.controls ?? []).filter(({ role }) => role !== 'outcome');
  const known = hindsight ? controls : controls.filter(({ knownAhead }) => knownAhead);
  return {
    draft: { ...withoutFromData(draft), controls: known },
    controlsLeftOut: controls.filter((control) => !known.includes(control)).map(({ column }) => column),
  };
}

export interface SpecThen {
  readonly spec?: Spec;
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly Problem[];
}

/** `draft` expanded on a fold's data; parts that had never varied by then are left out, one round of checks at a time. */
export function specThen(draft: SpecDraft, data: ModelData): SpecThen {
  const leftOut: LeftOut[] = [];
  let left = draft;
  for (;;) {
    try {
      return { spec: expandSpec(left, data).spec, leftOut, problems: [] };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const parts = error.problems.map((problem) => partOf(problem, left));
      if (parts.some((part) => !part)) return { leftOut, problems: error.problems };
      for (const [i, part] of parts.entries())
        if (part && !leftOut.some(({ name }) => name === part.name))
          leftOut.push({ ...part, code: codeOf(error.problems[i]) });
      left = without(left, leftOut);
    }
  }
}

/** What may come to nothing in a part of the data. */
const unlearnable: readonly string[] = [
  'zero_spend_channel',
  'zero_variance',
  'duplicate_columns',
  'event_outside',
  'event_always',
  'event_same_days',
];

function codeOf({ code, facts }: Problem): string {
  return code === 'before_holdout' ? String(facts?.problem) : code;
}

/** The channel, control, treatment or event a problem is about; undefined where leaving it out is no remedy. */
function partOf(problem: Problem, draft: SpecDraft): Omit<LeftOut, 'code'> | undefined {
  if (!unlearnable.includes(codeOf(problem))) return undefined;
  const event = /^baseline\.events\[(\d+)\]/.exec(problem.path)?.[1];
  if (event !== undefined) {
    const name = draft.baseline?.events?.[Number(event)]?.name;
    return name === undefined ? undefined : { part: 'event', name };
  }
  const { column } = problem;
  const channel = draft.channels.find((c) => c.column === column || c.exposure === column);
  if (channel) return { part: 'channel', name: channel.column };
  if (draft.controls?.some((c) => c.column === column)) return { part: 'control', name: String(column) };
  if (draft.treatments?.some((t) => t.column === column)) return { part: 'treatment', name: String(column) };
  return undefined;
}

function without(draft: SpecDraft, leftOut: readonly LeftOut[]): SpecDraft {
  const stays = (part: LeftOut['part'], name: string) =>
    !leftOut.some((out) => out.part === part && out.name === name);
  const { baseline, controls, treatments } = draft;
  const gone = leftOut.filter(({ part }) => part === 'channel').map(({ name }) => name);
  return {
    ...draft,
    ...(draft.liftTests
      ? { liftTests: draft.liftTests.filter((test) => !test.channels.some((c) => gone.includes(c))) }
      : {}),
    channels: draft.channels.filter(({ column }) => stays('channel', column)),
    ...(controls ? { controls: controls.filter(({ column }) => stays('control', column)) } : {}),
    ...(treatments ? { treatments: treatments.filter(({ column }) => stays('treatment', column)) } : {}),
    ...(baseline?.events
      ? { baseline: { ...baseline, events: baseline.events.filter(({ name }) => stays('event', name)) } }
      : {}),
  };
}
