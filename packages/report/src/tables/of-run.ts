// Tables about a run as a whole: where the KPI came from, its parameters, its checks, what it was made of.
import type { ResultFile } from '@mixmodel/contract';
import { kpiTotal } from '../sentences.ts';
import { byContribution } from '../words.ts';
import { type Cell, type Estimate, estimated, fixed, one, type RunTable, tableOf } from './table.ts';

export function decompositionTable(result: ResultFile): RunTable {
  const kpi = kpiTotal(result);
  const part = (kind: string, label: string, column: string | null, estimate: Estimate) => ({
    kind,
    label,
    column,
    estimate,
  });
  const rows = [
    part('baseline', 'Baseline', null, result.baseline),
    ...(result.treatments ?? []).map(({ label, name, contribution }) =>
      part('treatment', label, name, contribution),
    ),
    ...byContribution(result).map(({ label, name, contribution }) =>
      part('channel', label, name, contribution),
    ),
    part('total_media', 'All channels', null, result.totalMedia),
  ];
  return tableOf('decomposition', 'Where the KPI came from', rows, [
    one('part', 'Part', ({ label }) => label),
    one('kind', 'Kind', ({ kind }) => kind),
    one('column', 'Column', ({ column }) => column),
    ...estimated<(typeof rows)[number]>('contribution', 'Contribution', ({ estimate }) => estimate),
    one('share_mean', 'Share of the KPI, mean', ({ estimate }) => estimate.mean / kpi),
  ]);
}

export function parametersTable(result: ResultFile): RunTable {
  type Parameter = ResultFile['parameters'][number];
  return tableOf<Parameter>('parameters', 'Parameters', result.parameters, [
    one('parameter', 'Parameter', ({ name }) => name),
    ...estimated<Parameter>('value', 'Value', (parameter) => parameter),
    one('mcse_mean', 'Monte Carlo error of the mean', ({ mcseMean }) => mcseMean),
    fixed(
      one('r_hat', 'R-hat', ({ rHat }) => rHat),
      3,
    ),
    fixed(
      one('ess_bulk', 'ESS, bulk', ({ essBulk }) => essBulk),
      0,
    ),
    fixed(
      one('ess_tail', 'ESS, tail', ({ essTail }) => essTail),
      0,
    ),
  ]);
}

export function convergenceTable({ convergence }: ResultFile): RunTable {
  type Row = ResultFile['convergence']['problems'][number];
  return tableOf<Row>('convergence', 'What the convergence check found', convergence.problems, [
    one('code', 'Code', ({ code }) => code),
    one('severity', 'Severity', ({ severity }) => severity),
    one('quantity', 'Quantity', ({ quantity }) => quantity),
    one('value', 'Value', ({ value }) => value),
    one('threshold', 'Threshold', ({ threshold }) => threshold),
    one('sentence', 'In words', ({ sentence }) => sentence),
  ]);
}

export function warningsTable({ warnings }: ResultFile): RunTable {
  type Row = ResultFile['warnings'][number];
  return tableOf<Row>('warnings', 'To know', warnings, [
    one('code', 'Code', ({ code }) => code),
    one('severity', 'Severity', ({ severity }) => severity),
    one('column', 'Column', ({ column }) => column ?? null),
    one('sentence', 'In words', ({ sentence }) => sentence),
  ]);
}

/** Terms of the run whose numbers have as many decimals where people read them. */
export const runDecimals: ReadonlyMap<Cell, number> = new Map([
  ['max_r_hat', 3],
  ['min_ess_bulk', 0],
  ['min_ess_tail', 0],
]);

/** Spec apart: the result file has it, and a model does not fit into cells. */
export function runTable(result: ResultFile): RunTable {
  const { versions, data, seed, sampling, convergence, fit, holdout } = result;
  const rows: (readonly [string, Cell])[] = [
    ['converged', convergence.passed],
    ['target', result.spec.columns.target.column],
    ['currency', result.spec.columns.target.currency ?? null],
    ['period', data.period],
    ['periods', data.rows],
    ['from', data.from],
    ['to', data.to],
    ['mode', sampling.mode],
    ['chains', sampling.chains],
    ['warmup', sampling.warmup],
    ['draws', sampling.draws],
    ['target_acceptance', sampling.targetAcceptance],
    ['attempts', sampling.attempts.length],
    ['divergences', sampling.divergences],
    ['max_r_hat', convergence.maxRHat],
    ['min_ess_bulk', convergence.minEssBulk],
    ['min_ess_tail', convergence.minEssTail],
    ['r2', fit.r2],
    ['wmape', fit.wmape],
    ['coverage94', fit.coverage94],
    ['holdout_periods', holdout?.periods ?? null],
    ['holdout_wmape', holdout?.wmape ?? null],
    ['holdout_coverage94', holdout?.coverage94 ?? null],
    ['seed', seed],
    ['data_sha256', data.sha256],
    ['model_sha256', data.modelSha256],
    ['mixmodel', versions.mixmodel],
    ['numerics', versions.numerics],
    ['node', versions.node],
  ];
  return tableOf('run', 'What this was made of', rows, [
    one('term', 'Term', ([term]) => term),
    one('value', 'Value', ([, value]) => value),
  ]);
}
