// The report's only door: a result in words and tables.
export { type ColumnRole, type Found, findingsText, rolesText } from './data-report.ts';
export { fitReport, type ReportOptions } from './fit-report.ts';
export { glossary, glossaryPage } from './glossary.ts';
export { colourStyle, plainStyle, type Style, wrap } from './layout.ts';
export { rounded, roundingPower } from './rounding.ts';
