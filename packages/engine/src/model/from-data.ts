// Which values of a complete spec the data decided, so that they can be made anew where they would know too much.
import { dayOf, dayText } from '../baseline/calendar.ts';
import { columnOf, type ModelData } from './data.ts';
import { firstHeldOut, trainingMask } from './holdout.ts';
import type { ChannelDraft, FromData, Size, Spec, SpecDraft } from './spec.ts';

type Values = Omit<FromData, 'until'>;

/** The record of `spec`, expanded from `written` on `data`; undefined where the data decided nothing. */
export function fromData(written: SpecDraft, spec: Spec, data: ModelData): FromData | undefined {
  const values = leftToData(withoutFromData(written), spec);
  if (Object.keys(values).length === 0) return undefined;
  const mask = trainingMask(columnOf(data, spec.columns.target.column), data, spec.holdout);
  const now = dayText(data.dates[mask.lastIndexOf(1)]);
  const then = written.fromData?.until;
  if (then === undefined) return { until: now, ...values };
  const isNew = Object.keys(leftToData(written, spec)).length > 0;
  return { until: isNew && now > then ? now : then, ...values };
}

/** What an expansion of `draft` into `spec` had to take from the data. */
function leftToData(draft: SpecDraft, { channels, baseline, preset, scales }: Spec): Values {
  const sizes: Record<string, Size> = {};
  const sizePriors: Record<string, Size['prior']> = {};
  for (const [c, { column, size }] of draft.channels.entries()) {
    const found = channels[c].size;
    if (!size && (found.kind === 'roi' || found.kind === 'total_media')) sizes[column] = found;
    if (size && !size.prior && isPriorOfData(found)) sizePriors[column] = found.prior;
  }
  return {
    ...(Object.keys(sizes).length > 0 ? { sizes } : {}),
    ...(Object.keys(sizePriors).length > 0 ? { sizePriors } : {}),
    ...(preset === 'default' && draft.baseline?.yearly?.order === undefined
      ? { yearlyOrder: baseline.yearly.order }
      : {}),
    ...(preset === 'meridian_2_1' && !draft.baseline?.intercept ? { intercept: baseline.intercept } : {}),
    ...(scales && !draft.scales ? { scales } : {}),
  };
}

function isPriorOfData({ kind, experiment }: Size): boolean {
  return kind === 'total_media' || kind === 'spend_share' || experiment !== undefined;
}

/** The draft without what the data decided. What was changed since then is somebody's own word, and stays. */
export function withoutFromData(draft: SpecDraft): SpecDraft {
  const { fromData: values, ...stated } = draft;
  if (!values) return draft;
  const { scales, ...unscaled } = stated;
  return {
    ...(values.scales && same(scales, values.scales) ? unscaled : stated),
    channels: draft.channels.map((channel) => withoutSize(channel, values)),
    ...(draft.baseline ? { baseline: withoutBaseline(draft.baseline, values) } : {}),
  };
}

function withoutSize(channel: ChannelDraft, { sizes = {}, sizePriors = {} }: Values): ChannelDraft {
  const { size, ...sizeless } = channel;
  if (!size) return channel;
  if (same(size, own(sizes, channel.column))) return sizeless;
  const { prior, ...stated } = size;
  return prior && same(prior, own(sizePriors, channel.column)) ? { ...sizeless, size: stated } : channel;
}

function withoutBaseline(
  baseline: NonNullable<SpecDraft['baseline']>,
  { intercept, yearlyOrder }: Values,
): SpecDraft['baseline'] {
  const { intercept: level, yearly, ...rest } = baseline;
  const { order, ...season } = yearly ?? {};
  return {
    ...rest,
    ...(level && !(intercept && same(level, intercept)) ? { intercept: level } : {}),
    ...(yearly ? { yearly: order === yearlyOrder ? season : yearly } : {}),
  };
}

/** Whether values were taken from periods that `draft` holds out: a forecast of them would be no forecast. */
export function knowsHeldOut({ fromData: values, holdout }: SpecDraft, { dates }: ModelData): boolean {
  if (!values || !holdout) return false;
  const until = dayOf(values.until) ?? Number.POSITIVE_INFINITY;
  return until >= dates[firstHeldOut(dates.length, holdout)];
}

function own<Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** Equal as JSON, in whatever order keys were kept. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [a, b] = [Object.entries(one), new Map(Object.entries(other))];
  return a.length === b.size && a.every(([key, value]) => b.has(key) && same(value, b.get(key)));
}
