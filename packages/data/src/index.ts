// The door of data: bytes → table → roles → checks → model data in raw units.

export type { Column, ColumnKind, Misfit } from './cells/column.ts';
export type { DateOrder } from './cells/dates.ts';
export type { DecimalSign } from './cells/numbers.ts';
export { type Comparison, compareTables } from './compare.ts';
export { type Finding, hasErrors } from './finding.ts';
export { asWeeks, type Weekday, type Weeks } from './grid/weeks.ts';
export type { ModelDataOptions, ModelDataResult } from './plan/model-data.ts';
export { type Prepared, type PrepareOptions, prepare, prepareWithSpec, toModelData } from './prepare.ts';
export type { DataFile, Source } from './read/files.ts';
export { type RawRows, type RowSpan, readRows } from './read/rows.ts';
export { LIMITS, readTable, type Table, type TableOptions, type TableSource } from './read/table.ts';
export { detectRoles, type RoleChoices } from './roles/detect.ts';
export type { ColumnGuess, Role } from './roles/guess.ts';
export type { KpiKind } from './roles/kpi-kind.ts';
export type { Duplicates } from './roles/long.ts';
export { type TemplateKind, templateFile } from './template.ts';
export { csvOf } from './write.ts';
