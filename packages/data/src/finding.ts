// What reading, mapping and checking found: a problem with its weight and its rows.
import type { Severity } from '@mixmodel/contract';
import { InputError, type Problem } from '@mixmodel/engine';

export interface Finding extends Problem {
  readonly severity: Severity;
  /** Every row meant, as the user counts them (header = row 1). */
  readonly rows?: readonly number[];
}

export type Where = Partial<Pick<Finding, 'column' | 'row' | 'rows' | 'path'>>;
export type Facts = Record<string, string | number | readonly string[]>;

/** Rows written out in full before "and n more". */
const ROWS_SHOWN = 5;

export function finding(severity: Severity, code: string, where: Where = {}, facts: Facts = {}): Finding {
  const rows = where.rows && where.rows.length > 0 ? [...where.rows].sort((a, b) => a - b) : undefined;
  const row = where.row ?? rows?.[0];
  const counted: Facts = rows ? { rows: listRows(rows), count: rows.length } : {};
  const all: Facts = { ...counted, ...bounded(facts) };
  return {
    severity,
    code,
    path: where.path ?? '',
    ...(where.column === undefined ? {} : { column: where.column }),
    ...(row === undefined ? {} : { row }),
    ...(rows ? { rows } : {}),
    ...(Object.keys(all).length > 0 ? { facts: all } : {}),
  };
}

/** A cell may hold a book; a sentence about it does not. */
const MOST_LETTERS = 200;

function bounded(facts: Facts): Facts {
  const clip = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);
  return Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => {
      if (typeof fact === 'number') return [key, fact];
      return [key, typeof fact === 'string' ? clip(fact) : fact.map(clip)];
    }),
  );
}

export const error = (code: string, where?: Where, facts?: Facts): Finding =>
  finding('error', code, where, facts);
export const warning = (code: string, where?: Where, facts?: Facts): Finding =>
  finding('warning', code, where, facts);
export const suggestion = (code: string, where?: Where, facts?: Facts): Finding =>
  finding('suggestion', code, where, facts);
export const note = (code: string, where?: Where, facts?: Facts): Finding =>
  finding('note', code, where, facts);

/** "12", "12 and 13", "1, 2, 3, 4, 5 and 7 more". */
export function listRows(rows: readonly number[]): string {
  if (rows.length > ROWS_SHOWN)
    return `${rows.slice(0, ROWS_SHOWN).join(', ')} and ${rows.length - ROWS_SHOWN} more`;
  if (rows.length < 2) return rows.join('');
  return `${rows.slice(0, -1).join(', ')} and ${rows[rows.length - 1]}`;
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((f) => f.severity === 'error');

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, suggestion: 2, note: 3 };

/** Errors first; the order within one severity is the order of finding. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

/** What is said once for all columns it is true of. */
const SAID_TOGETHER: ReadonlySet<string> = new Set([
  'thousands_read',
  'decimals_read',
  'exposure_used',
  'exposure_without_spend',
  'outcome_left_out',
  'unsure_role',
]);

/** Five sentences that differ in the column only become one, which lists the columns under `columns`. */
export function together(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) {
    const key = SAID_TOGETHER.has(one.code)
      ? `${one.code} ${one.facts?.sign ?? ''} ${one.facts?.ofFile ?? ''}`
      : `#${groups.size}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(ofColumns);
}

function ofColumns(group: readonly Finding[]): Finding {
  const [first] = group as [Finding, ...Finding[]];
  if (group.length === 1) return first;
  const columns = group.flatMap(({ column }) => column ?? []);
  const spends = group.flatMap(({ facts }) => (facts?.spend === undefined ? [] : String(facts.spend)));
  return { ...first, facts: { ...first.facts, columns, ...(spends.length > 0 ? { spends } : {}) } };
}

/** Stops the reading of a file that holds no table. */
export function refuse(code: string, where?: Where, facts?: Facts): InputError {
  return new InputError([error(code, where, facts)]);
}

/** The findings of an `InputError`: what carries no severity yet blocks. */
export function findingsOf(thrown: InputError): Finding[] {
  return thrown.problems.map((problem) => ({ severity: 'error', ...problem }));
}
