// Every table of a run, in the order a reader wants them: the one list that server and terminal export from.
import type { InsightsFile, ResultFile } from '@mixmodel/contract';
import { channelsTable, curvesTable, informationTable } from './of-channels.ts';
import { experimentPriorsTable, liftTestsTable, treatmentsTable } from './of-experiments.ts';
import { adstockTable, contributionsTable, densitiesTable, predictionTable } from './of-insights.ts';
import { convergenceTable, decompositionTable, parametersTable, runTable, warningsTable } from './of-run.ts';
import type { RunTable } from './table.ts';

/** Those of a result file, then those that need its insights. */
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
] as const;

export type TableName = (typeof tableNames)[number];

/** What a result file alone cannot give. */
export const insightTables: ReadonlySet<string> = new Set<TableName>([
  'prediction',
  'contributions',
  'adstock',
  'densities',
]);

export function tablesOf(result: ResultFile, insights?: InsightsFile): readonly RunTable[] {
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
  if (!insights) return ofResult;
  return [
    ...ofResult,
    predictionTable(insights),
    contributionsTable(result, insights),
    adstockTable(result, insights),
    densitiesTable(insights),
  ];
}
