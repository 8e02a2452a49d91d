// Edits of the model a person asks for: each returns a new draft, and leaves out what goes back to its default.
import type { PlanRequest } from '@mixmodel/contract';

export type Draft = NonNullable<PlanRequest['spec']>;
export type ChannelDraft = Draft['channels'][number];
export type TreatmentDraft = NonNullable<Draft['treatments']>[number];
export type ControlDraft = NonNullable<Draft['controls']>[number];
export type SizeDraft = NonNullable<ChannelDraft['size']>;
export type SizeKind = SizeDraft['kind'];
export type Prior = NonNullable<SizeDraft['prior']>;
export type SaturationKind = NonNullable<NonNullable<ChannelDraft['saturation']>['kind']>;

type Change<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** `object` with `change`; a key changed to undefined is left out, so that it takes its default. */
function changed<T extends object>(object: T, change: Change<T>): T {
  const all = Object.entries({ ...object, ...change });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as T;
}

/** As `changed`, or undefined where nothing is left to say. */
function perhaps<T extends object>(object: T | undefined, change: Change<T>): T | undefined {
  const after = changed((object ?? {}) as T, change);
  return Object.keys(after).length > 0 ? after : undefined;
}

export function changeChannel(draft: Draft, column: string, change: Change<ChannelDraft>): Draft {
  const channels = draft.channels.map((channel) =>
    channel.column === column ? changed(channel, change) : channel,
  );
  return { ...draft, channels };
}

function edited(draft: Draft, column: string, edit: (channel: ChannelDraft) => Change<ChannelDraft>): Draft {
  const channel = draft.channels.find((one) => one.column === column);
  return channel ? changeChannel(draft, column, edit(channel)) : draft;
}

type AdstockDraft = NonNullable<ChannelDraft['adstock']>;

export function changeAdstock(draft: Draft, column: string, change: Change<AdstockDraft>): Draft {
  return edited(draft, column, ({ adstock }) => ({ adstock: perhaps(adstock, change) }));
}

/** Priors belong to a kind, so they go with it. */
export function chooseSaturation(draft: Draft, column: string, kind: SaturationKind): Draft {
  return edited(draft, column, ({ saturation }) => {
    if ((saturation?.kind ?? 'logistic') === kind) return {};
    return { saturation: kind === 'logistic' ? undefined : { kind } };
  });
}

/** A prior is stated about one kind of size: another kind begins from its own default. */
export function chooseSize(draft: Draft, column: string, kind: SizeKind | undefined): Draft {
  return edited(draft, column, ({ size }) => {
    if (size?.kind === kind) return {};
    return { size: kind && { kind } };
  });
}

export function changeSizePrior(draft: Draft, column: string, size: SizeDraft): Draft {
  return changeChannel(draft, column, { size });
}

type BaselineDraft = NonNullable<Draft['baseline']>;

export type TrendKind = NonNullable<BaselineDraft['trend']>['kind'];

/** A trend of the default kind needs no word. */
export function chooseTrend(draft: Draft, kind: TrendKind): Draft {
  if ((draft.baseline?.trend?.kind ?? 'linear') === kind) return draft;
  return changeBaseline(draft, { trend: kind === 'linear' ? undefined : { kind } });
}

/** Pairs of waves a year; undefined is the default for the length of the data. */
export function changeYearly(draft: Draft, order: number | undefined): Draft {
  return changeBaseline(draft, { yearly: perhaps(draft.baseline?.yearly, { order }) });
}

function changeBaseline(draft: Draft, change: Change<BaselineDraft>): Draft {
  return changed(draft, { baseline: perhaps(draft.baseline, change) });
}

/** What a column beside media is in the model: a control in one of its roles, a treatment, or nothing. */
export type TermRole = NonNullable<ControlDraft['role']> | 'treatment' | 'none';

/** `treatment` is what the data began with where the column is one. */
export function chooseControl(
  draft: Draft,
  column: string,
  role: TermRole,
  treatment: TreatmentDraft = { column },
): Draft {
  const { controls = [], treatments = [] } = draft;
  const before = controls.find((control) => control.column === column);
  const treated = treatments.find((treatment) => treatment.column === column);
  const others = controls.filter((control) => control !== before);
  const otherTreatments = treatments.filter((treatment) => treatment !== treated);
  const listed = <T>(list: T[]) => (list.length > 0 ? list : undefined);
  if (role === 'none' || role === 'treatment')
    return changed(draft, {
      controls: listed(others),
      treatments: listed(role === 'none' ? otherTreatments : [...otherTreatments, treated ?? treatment]),
    });
  const now = { ...before, column, role };
  return changed(draft, {
    controls: before ? controls.map((control) => (control === before ? now : control)) : [...others, now],
    treatments: listed(otherTreatments),
  });
}

/** Where a treatment adds nothing; undefined is its smallest value. */
export function changeReference(draft: Draft, column: string, reference: number | undefined): Draft {
  const treatments = draft.treatments?.map((one) =>
    one.column === column ? changed(one, { reference }) : one,
  );
  return changed(draft, { treatments });
}

/** Whether two drafts ask for the same, whatever the order of their keys. */
export function sameDraft(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const keys = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${keys
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${stable(item)}`)
    .join()}}`;
}
