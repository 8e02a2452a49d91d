// What is stored of each draw, by name: parameters, per-draw quantities, and the log density taken apart.
import { amplitudeVariable, curveParameters } from '../model/parameters.ts';
import type { Posterior } from '../model/posterior.ts';

/** One stored variable: a block of neighbouring columns in every segment's matrix. */
export interface DrawVariable {
  /** Group of the stored draws (CONTRACTS, "Draws"). */
  readonly group: 'posterior' | 'log_density';
  /** `adstock_alpha`, `roas`, `y_sigma`, … */
  readonly name: string;
  /** First column of the block. */
  readonly offset: number;
  /** Name and labels of the second axis; absent for a scalar. */
  readonly dim?:
    | 'channel'
    | 'control'
    | 'treatment'
    | 'lift_test'
    | 'event'
    | 'fourier_mode'
    | 'weekly_mode'
    | 'monthly_mode'
    | 'hinge'
    | 'basis';
  readonly labels?: readonly string[];
}

/** A channel's parameters, whatever its kinds. */
const ofChannels = [
  'adstock_alpha',
  'adstock_theta',
  'adstock_lam',
  'adstock_k',
  'saturation_lam',
  'saturation_kappa',
  'saturation_slope',
  'saturation_c',
  'saturation_alpha',
  'saturation_sigma',
  'saturation_b',
  'saturation_beta',
] as const;

/** Those that some channel of the model has, its amplitude included. */
export function channelVariables({ spec }: Pick<Posterior, 'spec'>): string[] {
  const used = new Set(
    spec.channels.flatMap((channel) => {
      const { adstock, shapes } = curveParameters(channel);
      return [...[...adstock, ...shapes].map(({ variable }) => variable), amplitudeVariable(channel)];
    }),
  );
  return ofChannels.filter((variable) => used.has(variable));
}

type Dim = NonNullable<DrawVariable['dim']>;

/** All variables of a model in the order of their columns, and how many columns that makes. */
export interface DrawLayout {
  readonly variables: readonly DrawVariable[];
  readonly columns: number;
}

/** Names as PyMC-Marketing has them. Channels a variable does not apply to hold NaN, so every dimension has one size. */
export function drawLayout(model: Posterior): DrawLayout {
  const channels = model.spec.channels.map((c) => c.column);
  const variables: DrawVariable[] = [];
  let columns = 0;
  const add = (group: DrawVariable['group'], name: string, dim?: Dim, labels?: readonly string[]) => {
    variables.push({ group, name, offset: columns, ...(dim ? { dim, labels } : {}) });
    columns += labels?.length ?? 1;
  };
  for (const { variable, labels } of linearGroups(model)) {
    const dim = linearDims[variable];
    if (dim) add('posterior', variable, dim, labels);
    else add('posterior', variable);
  }
  for (const variable of channelVariables(model)) add('posterior', variable, 'channel', channels);
  add('posterior', 'y_sigma');
  for (const { variable, dim, labels } of ownGroups(model)) {
    if (dim) add('posterior', variable, dim, labels);
    else add('posterior', variable);
  }
  for (const name of ['total_contribution', 'roas', 'roas_of_spend', 'marginal_roas'])
    add('posterior', name, 'channel', channels);
  if (model.spec.likelihood.link === 'log') {
    add('posterior', 'incremental_contribution', 'channel', channels);
    add('posterior', 'paid_media_incremental');
    add('posterior', 'paid_media_roas');
  }
  const treatments = (model.spec.treatments ?? []).map((t) => t.column);
  if (treatments.length > 0) add('posterior', 'treatment_contribution', 'treatment', treatments);
  const tests = (model.spec.liftTests ?? []).map((test) => test.name);
  if (tests.length > 0) add('posterior', 'lift', 'lift_test', tests);
  for (const name of ['total_media_contribution', 'baseline_contribution', 'mean_mu_kpi'])
    add('posterior', name);
  add('log_density', 'y');
  if (tests.length > 0) add('log_density', 'lift', 'lift_test', tests);
  add('log_density', 'size', 'channel', channels);
  add('log_density', 'shape', 'channel', channels);
  add('log_density', 'rest');
  return { variables, columns };
}

const linearDims: Readonly<Partial<Record<string, Dim>>> = {
  gamma_fourier: 'fourier_mode',
  gamma_weekly: 'weekly_mode',
  gamma_monthly: 'monthly_mode',
  gamma_event: 'event',
  gamma_control: 'control',
  gamma_treatment: 'treatment',
  trend_delta: 'hinge',
  trend_gp: 'basis',
};

interface LinearGroup {
  readonly variable: string;
  /** Index of its first column. */
  readonly first: number;
  readonly labels: string[];
}

/** The linear columns, gathered by variable in the order they have in the block. */
function linearGroups(model: Posterior): LinearGroup[] {
  const groups: LinearGroup[] = [];
  for (const [first, { variable, label }] of model.scaled.columns.entries()) {
    const last = groups.at(-1);
    if (last?.variable === variable) last.labels.push(label);
    else groups.push({ variable, first, labels: [label] });
  }
  return groups;
}

/** One block a variable; a parameter of single coefficients has their group's labels, most of them not in use. */
function ownGroups(model: Posterior): { variable: string; dim?: Dim; labels?: readonly string[] }[] {
  const seen = new Set<string>();
  return model.own.list.flatMap(({ variable, column }) => {
    if (seen.has(variable)) return [];
    seen.add(variable);
    const group = groupOf(model, column);
    const dim = group && linearDims[group.variable];
    return [dim ? { variable, dim, labels: group.labels } : { variable }];
  });
}

function groupOf(model: Posterior, column: number | undefined): LinearGroup | undefined {
  if (column === undefined) return undefined;
  return linearGroups(model).findLast(({ first }) => first <= column);
}

/** The stored column of each of the model's own parameters. */
export function ownOffsets(model: Posterior, layout: DrawLayout): number[] {
  return model.own.list.map(({ variable, column }) => {
    const { offset, dim } = variableNamed(layout, variable);
    return dim && column !== undefined ? offset + column - (groupOf(model, column)?.first ?? 0) : offset;
  });
}

/** The variable `name` of the posterior group. */
export function variableNamed(layout: DrawLayout, name: string): DrawVariable {
  const found = layout.variables.find((v) => v.group === 'posterior' && v.name === name);
  if (!found) throw new Error(`no draws of ${name}`);
  return found;
}
