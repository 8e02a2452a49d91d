// Every table of a run, in the order a reader wants them: the one list that server and terminal export from.
import type { BacktestFile, InsightsFile, ResultFile } from '@mixmodel/contract';
import { backtestOriginsTable, backtestTable } from './of-backtest.ts';
import { channelsTable, curvesTable, informationTable } from './of-channels.ts';
import { experimentPriorsTable, liftTestsTable, treatmentsTable } from './of-experiments.ts';
import { adstockTable, contributionsTable, densitiesTable, predictionTable } from './of-insights.ts';
import { convergenceTable, decompositionTable, parametersTable, runTable, warningsTable } from './of-run.ts';
import type { RunTable } from './table.ts';

/** Those of a result file, then those that need its insights, then those of its backtest. */
export const tableNames = [
  'channels',
  'decomposition',
  'information',
  'response_curves',
  'treatments',
  'lift_tests',
  'experiment_priors',
  'parameters',
  'convergence',
  'warnings',
  'run',
  'prediction',
  'contributions',
  'adstock',
  'densities',
  'backtest',
  'backtest_origins',
] as const;

export type TableName = (typeof tableNames)[number];

/** What a result file alone cannot give. */
export const insightTables: ReadonlySet<string> = new Set<TableName>([
  'prediction',
  'contributions',
  'adstock',
  'densities',
]);

/** What only a backtest can give. */
export const backtestTables: ReadonlySet<string> = new Set<TableName>(['backtest', 'backtest_origins']);

/** What a table is made of that a run may not have, and why there is none then. */
export interface Absence {
  readonly of: 'model' | 'insights' | 'backtest';
  readonly why: string;
}

/** Why a run has not got the table. */
export function absence(table: string): Absence {
  if (backtestTables.has(table))
    return { of: 'backtest', why: 'it is made of a backtest, and there is none' };
  if (insightTables.has(table))
    return { of: 'insights', why: 'it is made of the insights of a fit, and there are none' };
  return { of: 'model', why: `its model has no ${table === 'treatments' ? 'treatments' : 'experiments'}` };
}

/** What there is of a run. */
export interface RunFiles {
  readonly result: ResultFile;
  readonly insights?: InsightsFile | undefined;
  readonly backtest?: BacktestFile | undefined;
}

export function tablesOf({ result, insights, backtest }: RunFiles): readonly RunTable[] {
  const ofResult = [
    channelsTable(result),
    decompositionTable(result),
    informationTable(result),
    curvesTable(result),
    ...[treatmentsTable, liftTestsTable, experimentPriorsTable]
      .map((make) => make(result))
      .filter(({ rows }) => rows.length > 0),
    parametersTable(result),
    convergenceTable(result),
    warningsTable(result),
    runTable(result),
  ];
  const ofInsights = insights && [
    predictionTable(insights),
    contributionsTable(result, insights),
    adstockTable(result, insights),
    densitiesTable(insights),
  ];
  const ofBacktest = backtest && [backtestTable(backtest), backtestOriginsTable(backtest)];
  return [...ofResult, ...(ofInsights ?? []), ...(ofBacktest ?? [])];
}
