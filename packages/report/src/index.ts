// The report's only door: a result in words and tables, for the terminal and for the three views.
export {
  amountText,
  currencyUnit,
  type EstimateText,
  estimateText,
  shareText,
  type Unit,
} from './amounts.ts';
export { type BacktestReportOptions, backtestReport } from './backtest-report.ts';
export { type ColumnRole, type Found, findingsText, rolesText } from './data-report.ts';
export { fitReport, type ReportOptions } from './fit-report.ts';
export { glossary, glossaryPage } from './glossary.ts';
export { colourStyle, plainStyle, type Style, wrap } from './layout.ts';
export { isKnownFirst } from './must-know.ts';
export { priorText } from './prior-text.ts';
export { z97 } from './quantile.ts';
export { rounded, roundingPower } from './rounding.ts';
export {
  type ExportAsked,
  type ExportFormat,
  exported,
  exportFormats,
} from './tables/export.ts';
export {
  absence,
  backtestTables,
  insightTables,
  type RunFiles,
  type TableName,
  tableNames,
} from './tables/tables-of.ts';
export {
  acfTitle,
  parametersTitle,
  predictionTitle,
  residualTitle,
  traceTitle,
} from './views/analyst-titles.ts';
export { dataWords } from './views/data-words.ts';
export { dayText, facts, methodSentence, notice, remarks } from './views/header.ts';
export { headline } from './views/headline.ts';
export { heroes } from './views/heroes.ts';
export { lineage } from './views/lineage.ts';
export { notConverged } from './views/not-converged.ts';
export { parameterMeaning } from './views/parameter-meaning.ts';
export { probabilityAbove, probabilityText } from './views/probability.ts';
export {
  curveNote,
  curvesTitle,
  decayNote,
  decayTitle,
  measuredWord,
  metersTitle,
  overTimeTitle,
  roasTitle,
  shareTitle,
  waterfallTitle,
} from './views/return-titles.ts';
export { fitCommand } from './views/same-again.ts';
export type {
  Check,
  DataWords,
  DrawnInterval,
  Fact,
  FailedRow,
  Hero,
  NotConverged,
  Note,
  Remedy,
  RemedyChange,
  RunFacts,
  Title,
  Verdict,
  VerdictWord,
} from './views/shapes.ts';
export { unknowns } from './views/unknowns.ts';
export { verdicts, verdictsTitle } from './views/verdicts.ts';
export { type View, viewOf } from './views/view.ts';
export type { Words } from './words.ts';
