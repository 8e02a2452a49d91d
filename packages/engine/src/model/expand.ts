// From what a person wrote to a complete spec: defaults filled in, checked against the data, size priors chosen.
import { InputError } from '../problem.ts';
import { checkSpec } from './check.ts';
import { checkExact } from './check-exact.ts';
import { liftTestName } from './check-lift.ts';
import { isMoney } from './check-size.ts';
import type { ModelData } from './data.ts';
import * as defaults from './defaults.ts';
import { adjusted, logNormalOf } from './experiment-prior.ts';
import { fromData, knowsHeldOut, withoutFromData } from './from-data.ts';
import { firstHeldOut } from './holdout.ts';
import { type MediaShare, priorMediaShare } from './media-share.ts';
import { withPreset } from './presets.ts';
import { scaleData } from './scaled.ts';
import type {
  Adstock,
  Baseline,
  BaselineDraft,
  ChannelDraft,
  ChannelSpec,
  ControlSpec,
  LiftTestDraft,
  LiftTestSpec,
  LikelihoodSpec,
  Prior,
  Saturation,
  Size,
  Spec,
  SpecDraft,
  TreatmentSpec,
  Trend,
} from './spec.ts';
import { spendByChannel, trainingWeeks } from './spend.ts';

type ControlDraft = NonNullable<SpecDraft['controls']>[number];
type TreatmentDraft = NonNullable<SpecDraft['treatments']>[number];

/** P(media exceed the whole KPI) above which `roi` priors give way to `total_media`, and others earn a warning (METHOD §5). */
export const TOO_MUCH_MEDIA = 0.2;

export type SizeReason =
  /** The KPI is money: returns on spend. */
  | 'money'
  /** The KPI has no price: the total of all media is what can be stated. */
  | 'not_money'
  /** Returns around 1.2 would give media more than the whole KPI too often. */
  | 'returns_exceed_kpi'
  /** Parts multiply: what a channel brings depends on all others, so only its coefficient can be stated. */
  | 'parts_multiply'
  /** Every channel brought its own size prior. */
  | 'explicit';

export interface ExpandedSpec {
  readonly spec: Spec;
  /** Total media share implied by the priors of the final spec. */
  readonly mediaShare: MediaShare;
  readonly sizeRule: {
    readonly kind: Size['kind'] | null;
    readonly reason: SizeReason;
    /** The share under `roi`, when that is what the rule turned away from. */
    readonly under?: MediaShare;
  };
}

/**
 * Throws `InputError` with every problem at once when draft and data do not fit. What an earlier expansion took from the
 * data is kept, unless it was taken from periods that are now held out.
 */
export function expandSpec(given: SpecDraft, data: ModelData): ExpandedSpec {
  const problems = checkSpec(given, data);
  if (problems.length > 0) throw new InputError(problems);
  const written = knowsHeldOut(given, data) ? withoutFromData(given) : given;
  const draft = withPreset(written, data);
  // With scales of its own the KPI may be a placeholder that a simulation will fill.
  const exact = written.scales ? [] : checkExact(withDefaults(draft, data, returns, returns), data);
  if (exact.length > 0) throw new InputError(exact);
  const share = totalMedia(draft, data);
  const finish = (paid: Size, sizeRule: ExpandedSpec['sizeRule']): ExpandedSpec => {
    const complete = withDefaults(draft, data, paid, share);
    const taken = fromData(written, complete, data);
    const spec = taken ? { ...complete, fromData: taken } : complete;
    return { spec, mediaShare: priorMediaShare(spec, data), sizeRule };
  };
  if (draft.channels.every((c) => c.size || c.organic))
    return finish(returns, { kind: null, reason: 'explicit' });
  if (multiplies(draft)) return finish(returns, { kind: 'coefficient', reason: 'parts_multiply' });
  if (!isMoney(draft.columns.target)) return finish(share, { kind: 'total_media', reason: 'not_money' });
  const byReturns = finish(returns, { kind: 'roi', reason: 'money' });
  if (byReturns.mediaShare.above1 <= TOO_MUCH_MEDIA) return byReturns;
  return finish(share, { kind: 'total_media', reason: 'returns_exceed_kpi', under: byReturns.mediaShare });
}

function multiplies({ likelihood }: Pick<SpecDraft, 'likelihood'>): boolean {
  return likelihood?.link === 'log';
}

const returns: Size = { kind: 'roi', prior: defaults.defaultRoi };

/**
 * Independent returns with mean 0.4·ΣKPI/Σspend and sd 0.2·ΣKPI/√Σspend² over all paid channels: together they
 * bring 0.4 ± 0.2 of the KPI, and a channel with a size of its own takes its part of the 0.4 with it.
 */
function totalMedia(draft: SpecDraft, data: ModelData): Size {
  const scaled = scaleData(withDefaults(draft, data, returns, returns), data);
  let spend = 0;
  let squares = 0;
  for (const channel of scaled.channels) {
    spend += channel.spend;
    squares += channel.spend * channel.spend;
  }
  if (spend === 0) return returns;
  const mean = (defaults.totalMediaShare.mean * scaled.kpiTotal) / spend;
  const sd = (defaults.totalMediaShare.sd * scaled.kpiTotal) / Math.sqrt(squares);
  return { kind: 'total_media', prior: logNormalOf({ mean, sd }) };
}

function withDefaults(draft: SpecDraft, data: ModelData, paid: Size, share: Size): Spec {
  const spends = spendByChannel(draft, data);
  const weeks = trainingWeeks(draft, data);
  const spec: Spec = {
    version: 1,
    preset: draft.preset ?? 'default',
    columns: draft.columns,
    channels: draft.channels.map((channel, c) =>
      expandChannel(channel, data, {
        paid,
        share,
        spendShare: defaults.spendShare(c, spends),
        multiplies: multiplies(draft),
        weeklySpend: spends[c] / weeks,
      }),
    ),
    baseline: expandBaseline(draft, data),
    controls: (draft.controls ?? []).map(expandControl),
    ...(draft.treatments?.length ? { treatments: draft.treatments.map(expandTreatment) } : {}),
    likelihood: expandLikelihood(draft.likelihood),
  };
  return {
    ...spec,
    ...(draft.holdout ? { holdout: draft.holdout } : {}),
    ...(draft.liftTests?.length ? { liftTests: draft.liftTests.map(expandLiftTest) } : {}),
    ...(draft.scales ? { scales: draft.scales } : {}),
  };
}

function expandLiftTest(draft: LiftTestDraft, index: number): LiftTestSpec {
  const { treated, measured = treated, marketShare = 1, unit = 'kpi' } = draft;
  return { ...draft, name: liftTestName(draft, index), measured, marketShare, unit };
}

function expandLikelihood(draft: SpecDraft['likelihood'] = {}): LikelihoodSpec {
  const { family = 'normal', link = 'identity', errors = 'independent', sigma, nu, rho } = draft;
  return {
    family,
    link,
    errors,
    sigma: sigma ?? defaults.defaultSigma,
    ...(family === 'student_t' ? { nu: nu ?? defaults.defaultNu } : {}),
    ...(errors === 'ar1' ? { rho: rho ?? defaults.defaultRho } : {}),
  };
}

function expandBaseline({ baseline: draft = {}, holdout }: SpecDraft, data: ModelData): Baseline {
  const trained = firstHeldOut(data.dates.length, holdout);
  const base = defaults.defaultBaseline(data.period, trained - data.leadIn);
  const monthly = draft.monthly && { ...defaults.defaultMonthly, ...draft.monthly };
  return {
    intercept: draft.intercept ?? base.intercept,
    trend: draft.trend ? expandTrend(draft.trend) : base.trend,
    yearly: { ...base.yearly, ...draft.yearly },
    weekly: { ...base.weekly, ...draft.weekly },
    ...(monthly && monthly.order > 0 ? { monthly } : {}),
    ...(draft.events?.length
      ? { events: draft.events.map((event) => ({ ...event, prior: event.prior ?? defaults.defaultEvent })) }
      : {}),
  };
}

function expandTrend(draft: NonNullable<BaselineDraft['trend']>): Trend {
  switch (draft.kind) {
    case 'none':
      return draft;
    case 'linear':
      return { ...defaults.defaultTrends.linear, ...draft };
    case 'piecewise':
      return { ...defaults.defaultTrends.piecewise, ...draft };
    case 'gaussian_process':
      return { ...defaults.defaultTrends.gaussian_process, ...draft };
  }
}

function expandControl({ column, role, knownAhead, sign, prior }: ControlDraft): ControlSpec {
  return {
    column,
    role: role ?? 'confounder',
    ...(knownAhead ? { knownAhead } : {}),
    ...(sign ? { sign } : {}),
    prior: prior ?? defaults.defaultControl,
  };
}

function expandTreatment({ column, name, reference, sign, prior }: TreatmentDraft): TreatmentSpec {
  return {
    column,
    name: name ?? column,
    ...(reference === undefined ? {} : { reference }),
    ...(sign ? { sign } : {}),
    prior: prior ?? defaults.defaultControl,
  };
}

/** Sizes whose prior follows from the data. */
interface SizeDefaults {
  /** Of paid channels, by the rule. */
  readonly paid: Size;
  readonly share: Size;
  readonly spendShare: Prior;
  /** Whether parts multiply: every size is a coefficient. */
  readonly multiplies: boolean;
  /** The channel's mean rate of spend. */
  readonly weeklySpend: number;
}

function expandChannel(draft: ChannelDraft, data: ModelData, sizes: SizeDefaults): ChannelSpec {
  const curve = draft.saturation?.kind ?? 'logistic';
  const size = expandSize(draft, curve, sizes);
  const channel: ChannelSpec = {
    column: draft.column,
    name: draft.name ?? draft.column,
    ...(draft.exposure === undefined ? {} : { exposure: draft.exposure }),
    ...(draft.organic ? { organic: true } : {}),
    ...(draft.demandCaptured ? { demandCaptured: true } : {}),
    order: draft.order ?? 'adstock_first',
    adstock: filled(defaults.defaultAdstock(draft.adstock?.kind ?? 'geometric', data.period), draft.adstock),
    saturation: filled(defaults.defaultSaturation(curve, size.kind, sizes.multiplies), draft.saturation),
    size,
  };
  // Written beside an experiment, a prior says what became of it: on these data, or by somebody's own reckoning.
  if (!size.experiment || draft.size?.prior) return channel;
  const prior = logNormalOf(adjusted(size.experiment, channel, sizes.weeklySpend, data));
  return { ...channel, size: { ...size, prior } };
}

/** A default with what was written laid over it, down to single priors; both are of one kind. */
function filled<T extends Adstock | Saturation>(base: T, draft: object & { priors?: object } = {}): T {
  return { ...base, ...draft, priors: { ...base.priors, ...draft.priors } };
}

function expandSize({ size, organic }: ChannelDraft, curve: Saturation['kind'], sizes: SizeDefaults): Size {
  const given = size?.experiment ? { experiment: { gamma: 0, tau: 0, ...size.experiment } } : {};
  if (size?.prior) {
    const { experiment: _, ...stated } = size;
    return { ...stated, prior: size.prior, ...given };
  }
  if (sizes.multiplies) return { kind: 'coefficient', prior: defaults.multiplicativeAmplitude };
  switch (size?.kind ?? (organic ? 'contribution' : sizes.paid.kind)) {
    case 'coefficient':
      return { kind: 'coefficient', prior: defaults.defaultAmplitude[curve] };
    case 'spend_share':
      return { kind: 'spend_share', prior: sizes.spendShare };
    case 'contribution':
      return { kind: 'contribution', prior: defaults.defaultContribution };
    case 'roi':
      return { ...returns, ...(size?.window ? { window: size.window } : {}), ...given };
    case 'mroi':
      return { kind: 'mroi', prior: defaults.defaultMarginalRoi };
    case 'total_media':
      return sizes.share;
  }
}
