// The report's only door: a result in words and tables, for the terminal and for the three views.
export { amountText, currencyUnit } from './amounts.ts';
export { type ColumnRole, type Found, findingsText, rolesText } from './data-report.ts';
export { fitReport, type ReportOptions } from './fit-report.ts';
export { glossary, glossaryPage } from './glossary.ts';
export { colourStyle, plainStyle, type Style, wrap } from './layout.ts';
export { rounded, roundingPower } from './rounding.ts';
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
export { type View, viewOf } from './views/view.ts';
export type { Words } from './words.ts';
