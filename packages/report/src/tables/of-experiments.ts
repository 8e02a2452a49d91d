// Tables of what was measured apart from the KPI, and of what the company sets besides media; empty where there is none.
import type { ResultFile } from '@mixmodel/contract';
import { experimentPriors } from '../experiment-tables.ts';
import { estimated, one, type RunTable, tableOf } from './table.ts';

export function treatmentsTable({ treatments = [] }: ResultFile): RunTable {
  type Row = (typeof treatments)[number];
  return tableOf<Row>('treatments', 'What is set besides media', treatments, [
    one('treatment', 'Treatment', ({ label }) => label),
    one('column', 'Column', ({ name }) => name),
    one('reference', 'Reference', ({ reference }) => reference),
    ...estimated<Row>('contribution', 'Contribution', ({ contribution }) => contribution),
    ...estimated<Row>('share', 'Share of the KPI', ({ share }) => share),
    ...estimated<Row>('effect', 'Effect of one unit', ({ effect }) => effect),
  ]);
}

export function liftTestsTable({ liftTests = [] }: ResultFile): RunTable {
  type Row = (typeof liftTests)[number];
  return tableOf<Row>('lift_tests', 'Experiments beside the model', liftTests, [
    one('name', 'Experiment', ({ name }) => name),
    one('channels', 'Channels', ({ channels }) => channels.join(', ')),
    one('unit', 'Unit', ({ unit }) => unit),
    one('lift', 'Measured lift', ({ lift }) => lift),
    one('sd', 'Its sd', ({ sd }) => sd),
    ...estimated<Row>('predicted', 'Lift by the model', ({ predicted }) => predicted),
    one('expected', 'Lift without the test', ({ expected }) => expected?.mean ?? null),
    one('expected_sd', 'Sd without the test', ({ expected }) => expected?.sd ?? null),
    one('z', 'z', ({ z }) => z),
  ]);
}

export function experimentPriorsTable(result: ResultFile): RunTable {
  type Row = ReturnType<typeof experimentPriors>[number];
  return tableOf<Row>('experiment_priors', 'Returns that began as an experiment', experimentPriors(result), [
    one('channel', 'Channel', ({ label }) => label),
    one('column', 'Column', ({ name }) => name),
    one('found', 'Return found', ({ mean }) => mean),
    one('sd', 'Its sd', ({ sd }) => sd),
    one('weeks', 'Weeks it ran', ({ weeks }) => weeks),
    one('weeks_ago', 'Weeks ago', ({ weeksAgo }) => weeksAgo),
    one('prior_median', 'Prior, median', ({ prior }) => prior?.median ?? null),
    one('prior_q03', 'Prior, 3 % quantile', ({ prior }) => prior?.hdi94[0] ?? null),
    one('prior_q97', 'Prior, 97 % quantile', ({ prior }) => prior?.hdi94[1] ?? null),
    ...estimated<Row>('roas', 'ROAS', ({ roas }) => roas),
  ]);
}
