// Experiments as they stood at an origin: what was found later is left out, what was found earlier was fresher then.
import { dayOf } from '../baseline/calendar.ts';
import { liftTestName } from '../model/check-lift.ts';
import { daysPerPeriod, type ModelData } from '../model/data.ts';
import type { ChannelDraft, SpecDraft } from '../model/spec.ts';
import type { LeftOut } from './result.ts';

/** `origin` is the index of the first period forecast; `data` are all of them. */
export function foundBy(
  draft: SpecDraft,
  data: ModelData,
  origin: number,
): { readonly draft: SpecDraft; readonly leftOut: readonly LeftOut[] } {
  const from = data.dates[origin];
  const isOver = (last: string) => (dayOf(last) ?? from) < from;
  const tests = draft.liftTests ?? [];
  const done = tests.filter(({ treated, measured }) => isOver((measured ?? treated).last));
  const weeksSince = ((data.dates.length - origin) * daysPerPeriod[data.period]) / 7;
  const channels = draft.channels.map((channel) => sizeBy(channel, weeksSince, isOver));
  return {
    draft: { ...draft, channels, ...(draft.liftTests ? { liftTests: done } : {}) },
    leftOut: [
      ...tests.flatMap((test, i): LeftOut[] =>
        done.includes(test) ? [] : [{ part: 'lift_test', name: liftTestName(test, i), code: 'after_origin' }],
      ),
      ...draft.channels.flatMap(({ column, size }, c): LeftOut[] =>
        size && !channels[c].size ? [{ part: 'size', name: column, code: 'after_origin' }] : [],
      ),
    ],
  };
}

/** The channel without its size where that was found later; a default then takes its place. */
function sizeBy(channel: ChannelDraft, weeksSince: number, isOver: (last: string) => boolean): ChannelDraft {
  const { size, ...rest } = channel;
  if (!size) return channel;
  if (size.window && !isOver(size.window.last)) return rest;
  if (!size.experiment) return channel;
  const weeksAgo = size.experiment.weeksAgo - weeksSince;
  return weeksAgo < 0 ? rest : { ...rest, size: { ...size, experiment: { ...size.experiment, weeksAgo } } };
}
