// The whole way from bytes to model data, never stopping at the first problem.
import { InputError, type SpecDraft } from '@mixmodel/engine';
import { bySeverity, findingsOf } from './finding.ts';
import { missingColumns, planFromDraft } from './plan/from-draft.ts';
import { planFromGuesses } from './plan/from-guesses.ts';
import { withHolidays } from './plan/holidays.ts';
import { type ModelDataOptions, type ModelDataResult, modelDataOf } from './plan/model-data.ts';
import { statedRoles } from './plan/stated.ts';
import { readSource, type Source, type SourceOptions } from './read/files.ts';
import type { Table } from './read/table.ts';
import { detectRoles, type RoleChoices } from './roles/detect.ts';
import type { ColumnGuess } from './roles/guess.ts';
import type { KpiKind } from './roles/kpi-kind.ts';

export interface PrepareOptions extends SourceOptions, ModelDataOptions {
  /** The column to be explained, where several could be. */
  readonly target?: string;
  /** What it counts, where its name leaves that open. */
  readonly kpi?: KpiKind;
  /** The user's word on what columns are. */
  readonly roles?: RoleChoices;
}

export interface Prepared extends ModelDataResult {
  /** Absent when the bytes hold no table; one row a date, long tables turned. */
  readonly table?: Table;
  readonly guesses: readonly ColumnGuess[];
}

/** Reads, detects and checks; what is wrong is in `findings`, never thrown. */
export async function prepare(source: Source, options: PrepareOptions = {}): Promise<Prepared> {
  const choices = choicesOf(options);
  return withTable(source, options, choices, (table) => {
    const guesses = detectRoles(table, choices, options.kpi);
    const unknown = missingColumns(
      table,
      [...Object.keys(choices)].map((column) => ({ column, path: 'roles' })),
    );
    const result = toModelData(table, guesses, options);
    return {
      ...result,
      table,
      guesses,
      findings: bySeverity([...unknown, ...result.findings]),
      ...(unknown.length > 0 ? { data: undefined } : {}),
    };
  });
}

/** The same with the user's spec: its columns win over every guess. */
export async function prepareWithSpec(
  source: Source,
  draft: SpecDraft,
  options: PrepareOptions = {},
): Promise<Prepared> {
  const { date, target } = draft.columns;
  return withTable(source, options, { [date]: 'date', [target.column]: 'target' }, async (table) => {
    const { data, findings, ...result } = modelDataOf(table, planFromDraft(table, draft), options);
    const complete = await withHolidays(draft, data?.dates ?? []);
    // A spec with events needs no column that tells of holidays.
    const hasEvents = (draft.baseline?.events ?? []).length > 0;
    const known = hasEvents ? findings.filter(({ code }) => code !== 'add_seasonality') : findings;
    return {
      ...result,
      ...(data && complete.findings.length === 0 ? { data } : {}),
      draft: complete.draft,
      findings: bySeverity([...known, ...complete.findings]),
      table,
      guesses: statedRoles(table, draft),
    };
  });
}

/** Guessed or corrected roles and a table to model data, a draft of the spec, and all findings. */
export function toModelData(
  table: Table,
  guesses: readonly ColumnGuess[],
  options: ModelDataOptions = {},
): ModelDataResult {
  return modelDataOf(table, planFromGuesses(table, guesses), options);
}

async function withTable(
  source: Source,
  options: PrepareOptions,
  choices: RoleChoices,
  go: (table: Table) => Prepared | Promise<Prepared>,
): Promise<Prepared> {
  try {
    return await go(await readSource(source, options, { duplicates: options.duplicates, choices }));
  } catch (thrown) {
    if (thrown instanceof InputError) return { guesses: [], findings: findingsOf(thrown) };
    throw thrown;
  }
}

function choicesOf(options: PrepareOptions): RoleChoices {
  return options.target === undefined
    ? (options.roles ?? {})
    : { ...options.roles, [options.target]: 'target' };
}
