// The contract's only door: shapes that cross a border, and the sentences for what is wrong with them.
export * from './api/account.ts';
export { type AccountEvent, accountEvents } from './api/account-events.ts';
export * from './api/account-security.ts';
export * from './api/audit.ts';
export * from './api/dataset.ts';
export * from './api/insights.ts';
export * from './api/problem.ts';
export * from './api/run.ts';
export { type Usage, usageSchema } from './api/usage.ts';
export * from './api/webhook.ts';
export * from './api/workspace.ts';
export { catalogue, chapters, entryOf, sentence } from './errors/catalogue.ts';
export {
  convergenceCodes,
  convergenceSentence,
  drawsForOne,
  nearOne,
  wantedEss,
  wantedRHat,
} from './errors/convergence.ts';
export type { Catalogue, CatalogueEntry, Place, Severity, Told } from './errors/entry.ts';
export { fixesOf, type KnownColumn } from './errors/fixes.ts';
export { errorsPage } from './errors/page.ts';
export { describeQuantity, type Labels } from './errors/quantity.ts';
export { sizeRuleSentence } from './errors/size-rule.ts';
export { titleOf } from './errors/titles.ts';
export { sentencesOf } from './errors/together.ts';
export { nearest } from './nearest.ts';
export { type BacktestFile, backtestSchema } from './result/backtest.ts';
export { backtestFile } from './result/backtest-file.ts';
export { type InsightsFile, insightsSchema } from './result/insights.ts';
export { insightsFile } from './result/insights-file.ts';
export { type ResultFile, resultSchema } from './result/result.ts';
export { type TruthFile, truthSchema } from './result/truth.ts';
export { type DataFinding, isoDate, labelsOf, lastDay, type Origin, resultFile } from './result/write.ts';
export {
  isAtLeast,
  isForPeopleOnly,
  type KeyScope,
  keyScopes,
  may,
  type Permission,
  permissions,
  roles,
  type WorkspaceRole,
} from './roles.ts';
export { rolesPage } from './roles-page.ts';
export { checkSampling, type SamplingSettings, samplingSchema } from './sampling.ts';
export { samplingDefaults, samplingLimits } from './sampling-limits.ts';
export { backtestJsonSchema, resultJsonSchema, specJsonSchema } from './schemas.ts';
export { type NamedColumn, namesUsedTwice } from './spec/columns.ts';
export { pathText, specProblems } from './spec/problems.ts';
export { type Checked, checkSpec, parseSpec, type SpecFormat } from './spec/read.ts';
export { specDraftSchema, specSchema } from './spec/spec.ts';
export { specText } from './spec/write.ts';
