// Whether a spec and its data fit each other: every problem, each with its path and column.
import type { Problem } from '../problem.ts';
import { checkEvents, checkSigns, checkTrend } from './check-baseline.ts';
import { checkCurve, supportsOf } from './check-curve.ts';
import { checkExperiment } from './check-experiment.ts';
import { checkBeforeHoldout, checkHoldout } from './check-holdout.ts';
import { checkLiftChanges, checkLiftTests } from './check-lift.ts';
import { checkKpi, checkLikelihood } from './check-likelihood.ts';
import { priorProblem, type Where } from './check-prior.ts';
import { checkReferences, checkScales } from './check-reach.ts';
import { checkSize } from './check-size.ts';
import { columnOf, daysPerPeriod, type ModelData } from './data.ts';
import { trainingMask } from './holdout.ts';
import type { BaselineDraft, ChannelDraft, Prior, SpecDraft } from './spec.ts';

/** Beyond these no amount of money or units is meant, and sums of squares leave the range of doubles. */
const LARGEST = 1e15;
const SMALLEST = 1e-9;

/** Fewer KPI periods than this cannot separate a trend, a season and one channel. */
const FEWEST_ROWS = 8;

const SHORTEST_MONTH = 28;

export function checkSpec(draft: SpecDraft, data: ModelData): Problem[] {
  const problems = [
    ...checkColumns(draft, data),
    ...checkChannelSpecs(draft, data),
    ...checkSeasons(draft, data),
    ...checkTrend(draft),
    ...checkEvents(draft, data),
    ...checkHoldout(draft, data, FEWEST_ROWS),
    ...checkPriors(draft),
    ...checkLikelihood(draft),
    ...checkSigns(draft),
    ...checkLiftTests(draft, data),
  ];
  const inData =
    problems.length > 0
      ? problems
      : [
          ...checkSeries(draft, data),
          ...checkLiftChanges(draft, data),
          ...checkScales(draft, data),
          ...checkReferences(draft, data),
        ];
  return inData.length > 0 ? inData : checkBeforeHoldout(draft, data, checkWhatVaries);
}

function checkWhatVaries(draft: SpecDraft, data: ModelData): Problem[] {
  return [...checkEvents(draft, data), ...checkSeries(draft, data)];
}

/** Every named column exists and stands for one thing only. */
function checkColumns(draft: SpecDraft, data: ModelData): Problem[] {
  const problems: Problem[] = [];
  const used = new Map<string, string>();
  const available = [...data.columns.keys()];
  if (draft.channels.length === 0) problems.push({ code: 'no_media_cols', path: 'channels' });
  for (const [column, path] of namedColumns(draft)) {
    if (!data.columns.has(column))
      problems.push({ code: 'missing_columns', path, column, facts: { available } });
    const earlier = used.get(column);
    if (earlier) problems.push({ code: 'column_used_twice', path, column, facts: { earlier } });
    used.set(column, path);
  }
  return problems;
}

function namedColumns(draft: SpecDraft): [column: string, path: string][] {
  const { target } = draft.columns;
  const named: [string, string][] = [[target.column, 'columns.target.column']];
  if (target.revenuePerKpi !== undefined) named.push([target.revenuePerKpi, 'columns.target.revenuePerKpi']);
  for (const [c, channel] of draft.channels.entries()) {
    named.push([channel.column, `channels[${c}].column`]);
    if (channel.exposure !== undefined) named.push([channel.exposure, `channels[${c}].exposure`]);
  }
  // An outcome is left out of the model, so whoever reads the data may leave it out too.
  for (const [c, control] of (draft.controls ?? []).entries())
    if (control.role !== 'outcome') named.push([control.column, `controls[${c}].column`]);
  for (const [c, treatment] of (draft.treatments ?? []).entries())
    named.push([treatment.column, `treatments[${c}].column`]);
  return named;
}

/** Kinds, windows and what a size needs. */
function checkChannelSpecs(draft: SpecDraft, data: ModelData): Problem[] {
  const problems: Problem[] = [];
  for (const [c, channel] of draft.channels.entries()) {
    const at = `channels[${c}]`;
    problems.push(
      ...checkCurve(sizedByLink(channel, draft), at, data),
      ...checkSize(channel, at, draft, data),
      ...checkExperiment(channel, at, draft, data),
    );
  }
  return problems;
}

/** A channel without a size of its own has a coefficient where parts multiply, and in PyMC-Marketing. */
function sizedByLink(channel: ChannelDraft, { likelihood, preset }: SpecDraft): ChannelDraft {
  return likelihood?.link === 'log' || preset === 'pymc_1_3'
    ? { size: { kind: 'coefficient' }, ...channel }
    : channel;
}

/** METHOD §2: at most half the periods of a cycle less one; weeks and months have seasons only in daily data. */
function checkSeasons({ baseline }: SpecDraft, data: ModelData): Problem[] {
  const most = {
    yearly: Math.floor(365.25 / daysPerPeriod[data.period] / 2) - 1,
    weekly: data.period === 'day' ? 3 : 0,
    monthly: data.period === 'day' ? SHORTEST_MONTH / 2 - 1 : 0,
  };
  return (['yearly', 'weekly', 'monthly'] as const).flatMap((season): Problem[] => {
    const got = baseline?.[season]?.order;
    if (got === undefined || (Number.isInteger(got) && got >= 0 && got <= most[season])) return [];
    const facts = { got, most: most[season], period: data.period };
    return [{ code: 'season_order', path: `baseline.${season}.order`, facts }];
  });
}

/** Each prior has the support its parameter needs and parameters that make it proper. */
function checkPriors(draft: SpecDraft): Problem[] {
  const problems: Problem[] = [];
  const check: CheckPrior = (prior, path, where, column) => {
    const problem = prior && priorProblem(prior, path, where);
    if (problem) problems.push(column === undefined ? problem : { ...problem, column });
  };
  for (const [c, channel] of draft.channels.entries()) checkChannelPriors(channel, `channels[${c}]`, check);
  check(draft.likelihood?.sigma, 'likelihood.sigma', 'noise');
  checkBaselinePriors(draft.baseline ?? {}, check);
  for (const list of ['controls', 'treatments'] as const)
    for (const [c, { prior, column }] of (draft[list] ?? []).entries())
      check(prior, `${list}[${c}].prior`, 'real', column);
  return problems;
}

/** `column` names the channel, control or treatment the prior is of. */
type CheckPrior = (prior: Prior | undefined, path: string, where: Where, column?: string) => void;

function checkBaselinePriors(baseline: BaselineDraft, check: CheckPrior): void {
  const { trend } = baseline;
  check(baseline.intercept, 'baseline.intercept', 'real');
  if (trend?.kind === 'linear' || trend?.kind === 'piecewise')
    check(trend.prior, 'baseline.trend.prior', 'real');
  if (trend?.kind === 'piecewise') check(trend.scale, 'baseline.trend.scale', 'positive');
  if (trend?.kind === 'gaussian_process') {
    check(trend.amplitude, 'baseline.trend.amplitude', 'positive');
    check(trend.lengthScale, 'baseline.trend.lengthScale', 'positive');
  }
  for (const season of ['yearly', 'weekly', 'monthly'] as const)
    check(baseline[season]?.prior, `baseline.${season}.prior`, 'real');
  for (const [e, event] of (baseline.events ?? []).entries())
    check(event.prior, `baseline.events[${e}].prior`, 'real');
}

function checkChannelPriors(channel: ChannelDraft, at: string, check: CheckPrior): void {
  const supports = supportsOf(channel);
  for (const part of ['adstock', 'saturation'] as const)
    for (const [name, prior] of Object.entries<Prior | undefined>(channel[part]?.priors ?? {}))
      check(prior, `${at}.${part}.priors.${name}`, supports[part](name), channel.column);
  check(
    channel.size?.prior,
    `${at}.size.prior`,
    channel.size?.kind === 'contribution' ? 'fraction' : 'positive',
    channel.column,
  );
}

/** What the series themselves must satisfy (METHOD §1). */
function checkSeries(draft: SpecDraft, data: ModelData): Problem[] {
  const mask = trainingMask(columnOf(data, draft.columns.target.column), data, undefined);
  const series = (column: string, path: string): Series => ({
    values: columnOf(data, column),
    path,
    column,
    mask,
    leadIn: data.leadIn,
  });
  const { revenuePerKpi } = draft.columns.target;
  return [
    ...checkTarget(draft, data),
    ...draft.channels.flatMap(({ column, exposure }, c) =>
      [column, ...(exposure === undefined ? [] : [exposure])].flatMap((one) =>
        checkMedia(series(one, `channels[${c}]`)),
      ),
    ),
    ...(draft.controls ?? []).flatMap(({ column, role }, c) =>
      role === 'outcome' ? [] : checkControl(series(column, `controls[${c}]`)),
    ),
    ...(draft.treatments ?? []).flatMap(({ column }, c) => checkControl(series(column, `treatments[${c}]`))),
    ...(revenuePerKpi === undefined
      ? []
      : checkMedia(series(revenuePerKpi, 'columns.target.revenuePerKpi'), true)),
    ...checkKpi(draft, data),
    ...checkDuplicates(draft, data, mask),
  ];
}

/** A column and where the spec names it. */
interface Series {
  readonly values: Float64Array;
  readonly path: string;
  readonly column: string;
  /** 1 in the rows with a KPI, after the lead-in. */
  readonly mask: Float64Array;
  readonly leadIn: number;
}

function checkTarget(draft: SpecDraft, data: ModelData): Problem[] {
  const { column } = draft.columns.target;
  const path = 'columns.target.column';
  const values = columnOf(data, column).subarray(data.leadIn);
  const infinite = values.findIndex((y) => !Number.isFinite(y) && !Number.isNaN(y));
  if (infinite >= 0) return [{ code: 'not_finite', path, column, row: infinite + data.leadIn + 2 }];
  const extreme = outOfRange(
    values.map((y) => (Number.isNaN(y) ? 0 : y)),
    path,
    column,
    data.leadIn,
  );
  if (extreme) return [extreme];
  const known = values.filter((y) => !Number.isNaN(y));
  if (known.length < FEWEST_ROWS)
    return [{ code: 'too_few_rows', path, column, facts: { got: known.length, least: FEWEST_ROWS } }];
  if (known.every((y) => y === 0)) return [{ code: 'target_all_zero', path, column }];
  if (known.every((y) => y === known[0])) return [{ code: 'zero_variance', path, column }];
  const sum = known.reduce((a, b) => a + b, 0);
  return sum > 0 ? [] : [{ code: 'target_not_positive', path, column }];
}

/** A media column (or a price): finite, not negative, not all zero; `mayBeConstant` for prices. */
function checkMedia(series: Series, mayBeConstant = false): Problem[] {
  const { values, path, column } = series;
  const missing = values.findIndex((x) => !Number.isFinite(x));
  if (missing >= 0) return [{ code: 'missing_values', path, column, row: missing + 2 }];
  const negative = values.findIndex((x) => x < 0);
  if (negative >= 0) return [{ code: 'negative_spend', path, column, row: negative + 2 }];
  const extreme = outOfRange(values, path, column, 0);
  if (extreme) return [extreme];
  const constant = constantIn(series);
  if (constant?.value === 0) return [{ code: 'zero_spend_channel', path, column, ...constant.told }];
  return constant && !mayBeConstant ? [{ code: 'zero_variance', path, column, ...constant.told }] : [];
}

/** The one value a series has in all rows with a KPI; `told` says where it has others, in rows without one. */
function constantIn({
  values,
  mask,
  leadIn,
}: Series): { readonly value: number; readonly told: Pick<Problem, 'facts'> } | undefined {
  const learned = values.filter((_, t) => mask[t] === 1);
  const value = learned[0];
  if (learned.length === 0 || learned.some((x) => x !== value)) return undefined;
  const movesElsewhere = values.some((x, t) => t >= leadIn && x !== value);
  return { value, told: movesElsewhere ? { facts: { among: 'kpi' } } : {} };
}

/** One value too large, or a whole column too small, to be computed with; `offset` rows stand above `values`. */
function outOfRange(values: Float64Array, path: string, column: string, offset: number): Problem | undefined {
  const large = values.findIndex((x) => Math.abs(x) > LARGEST);
  if (large >= 0)
    return {
      code: 'number_out_of_range',
      path,
      column,
      row: large + offset + 2,
      facts: { got: values[large] },
    };
  const top = values.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
  return top > 0 && top < SMALLEST
    ? { code: 'number_out_of_range', path, column, facts: { got: top } }
    : undefined;
}

function checkControl(series: Series): Problem[] {
  const { values, path, column } = series;
  const missing = values.findIndex((x) => !Number.isFinite(x));
  if (missing >= 0) return [{ code: 'missing_values', path, column, row: missing + 2 }];
  const extreme = outOfRange(values, path, column, 0);
  if (extreme) return [extreme];
  const constant = constantIn(series);
  return constant ? [{ code: 'zero_variance', path, column, ...constant.told }] : [];
}

/** Two inputs that move alike up to the last KPI cannot be told apart by any data. */
function checkDuplicates(draft: SpecDraft, data: ModelData, mask: Float64Array): Problem[] {
  const end = mask.lastIndexOf(1) + 1;
  const inputs = [
    ...draft.channels.map((c) => c.exposure ?? c.column),
    ...(draft.controls ?? []).filter((c) => c.role !== 'outcome').map((c) => c.column),
    ...(draft.treatments ?? []).map((t) => t.column),
  ]
    .map((column) => ({ column, values: columnOf(data, column).subarray(0, end) }))
    .filter(({ values }) => values.some((x) => x !== values[0]));
  return inputs.flatMap(({ column, values }, i): Problem[] => {
    const twin = inputs.slice(0, i).find((other) => other.values.every((x, t) => x === values[t]));
    return twin ? [{ code: 'duplicate_columns', path: '', column, facts: { other: twin.column } }] : [];
  });
}
