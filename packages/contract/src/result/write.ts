// Makes the result file of a fit: its origin beside it, a sentence beside each code, null for what does not exist.
import type { FitResult, FitWarning, HoldoutResult, Period, Spec } from '@mixmodel/engine';
import { entryOf, sentence } from '../errors/catalogue.ts';
import { convergenceSentence, wantedEss } from '../errors/convergence.ts';
import type { Place, Severity, Told } from '../errors/entry.ts';
import { type Labels, ofKind } from '../errors/quantity.ts';
import type { ResultFile } from './result.ts';
import { resultSchema } from './result.ts';

/** What reading and checking the data found. */
export interface DataFinding extends Told {
  readonly severity: Severity;
  readonly rows?: readonly number[];
}

/** What the engine cannot know of a run. */
export interface Origin {
  readonly versions: { readonly mixmodel: string; readonly numerics: number; readonly node: string };
  readonly data: {
    readonly rows: number;
    readonly period: Period;
    /** First days of the first and last measured period, integer days since 1970-01-01. */
    readonly firstDate: number;
    readonly lastDate: number;
    readonly sha256: string;
    readonly modelSha256: string;
  };
  /** They stand among the warnings of the file. */
  readonly findings?: readonly DataFinding[];
}

/** Rows of one finding that are written out; its facts have their number. */
const mostRows = 100;

/** The last day of the period that begins on `date`. */
export function lastDay(date: string, period: Period): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const ends = {
    day: Date.UTC(year, month - 1, day),
    week: Date.UTC(year, month - 1, day + 6),
    month: Date.UTC(year, month, 0),
  };
  return new Date(ends[period]).toISOString().slice(0, 10);
}

/** The result file of `result`, its sentences for who reads it; throws when it would not be one, which is a defect of the program. */
export function resultFile(result: FitResult, origin: Origin, at: Place = 'terminal'): ResultFile {
  const { seed, ...sampling } = result.sampling;
  const { firstDate, lastDate, rows, period, ...hashes } = origin.data;
  const labels = labelsOf(result.spec);
  const contradicted = result.warnings
    .filter(({ code }) => code === 'lift_conflict')
    .map(({ facts }) => String(facts?.test));
  const { chains, draws, mode } = sampling;
  const run = { chains, draws, wanted: wantedEss[mode], contradicted };
  const file = {
    schemaVersion: 1,
    ...result,
    seed,
    versions: origin.versions,
    data: { rows, period, from: isoDate(firstDate), to: lastDay(isoDate(lastDate), period), ...hashes },
    sampling,
    ...(result.holdout ? { holdout: holdoutOf(result.holdout, period) } : {}),
    convergence: {
      ...result.convergence,
      problems: result.convergence.problems.map((problem) => ({
        ...problem,
        sentence: convergenceSentence(problem, labels, run, at),
      })),
    },
    warnings: warningsOf(result, origin.findings ?? [], at),
  };
  const written = resultSchema.safeParse(withNull(file));
  if (written.success) return written.data;
  const beyond = written.error.issues.map(({ path }) => path).filter((path) => isBeyond(file, path));
  const told = { ...file, warnings: [...file.warnings, beyondNumbers(beyond, at)] };
  const cut = resultSchema.safeParse(withNull(cutAt(told, beyond)));
  if (beyond.length > 0 && cut.success) return cut.data;
  throw new Error(`the result cannot be written, ${faultOf(written.error.issues)}`);
}

type Path = readonly PropertyKey[];

/** Whether a number is there that a file cannot hold. */
function isBeyond(file: unknown, path: Path): boolean {
  const value = path.reduce<unknown>((at, key) => Object(at)[key], file);
  return typeof value === 'number' && !Number.isFinite(value);
}

/** The same with the largest number there is in each of these places. */
function cutAt<T>(value: T, paths: readonly Path[]): T;
function cutAt(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0) return value;
  if (typeof value === 'number') return value < 0 ? -Number.MAX_VALUE : Number.MAX_VALUE;
  const under = (key: string) => paths.filter(([first]) => String(first) === key).map(([, ...rest]) => rest);
  if (Array.isArray(value)) return value.map((item, i) => cutAt(item, under(String(i))));
  return Object.fromEntries(
    Object.entries(Object(value)).map(([key, item]) => [key, cutAt(item, under(key))]),
  );
}

/** Hours of work are never lost to one number: it is written as the largest there is, and named. */
function beyondNumbers(paths: readonly Path[], at: Place) {
  const facts = { places: paths.slice(0, mostRows).map((path) => path.map(String).join('.')) };
  const code = 'beyond_numbers';
  return {
    code,
    severity: entryOf(code)?.severity ?? 'warning',
    facts,
    sentence: sentence({ code, facts }, at),
  };
}

function holdoutOf({ firstDate, lastDate, ...accuracy }: HoldoutResult, period: Period) {
  return { ...accuracy, from: isoDate(firstDate), to: lastDay(isoDate(lastDate), period) };
}

/** `channels.2.roas.mean is not as the file wants it (Invalid input: expected number, received null), and 3 more`. */
export function faultOf([first, ...others]: readonly {
  path: readonly PropertyKey[];
  message: string;
}[]): string {
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return `${first?.path.map(String).join('.')} is not as the file wants it (${first?.message})${more}`;
}

/** Findings of the data first; what the engine warns of once more is told once. */
function warningsOf({ warnings: ofFit, spec }: FitResult, ofData: readonly DataFinding[], at: Place) {
  const labels = labelsOf(spec);
  const key = ({ code, column }: Told) => `${code} ${column}`;
  const known = new Set(ofData.map(key));
  return [
    ...ofData
      .filter(({ severity }) => severity !== 'error')
      .map((found) => ({
        code: found.code,
        severity: found.severity,
        ...(found.column !== undefined && { column: found.column }),
        ...(found.row !== undefined && { row: found.row }),
        ...(found.rows && { rows: found.rows.slice(0, mostRows) }),
        ...(found.facts && { facts: found.facts }),
        sentence: sentence(found, at),
      })),
    ...ofFit
      .filter((warning) => !known.has(key(warning)))
      .map((warning) => ({
        ...warning,
        severity: entryOf(warning.code)?.severity ?? 'warning',
        sentence: sentence(labelled(warning, labels), at),
      })),
  ];
}

/** Names of channels and treatments by column, as their owner wrote them, and what their curves' parameters are. */
export function labelsOf({ channels, treatments = [] }: Spec): Labels {
  return Object.fromEntries([
    ...channels.flatMap(({ column, name, saturation }) => [
      [column, name],
      ...Object.entries(ofKind[saturation.kind] ?? {}).map(([variable, words]) => [
        `${variable}[${column}]`,
        words,
      ]),
    ]),
    ...treatments.map(({ column, name }) => [column, name]),
  ]);
}

/** Day number as 2024-12-31. */
export function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** A warning about a channel, told with the name people know. */
function labelled(warning: FitWarning, labels: Labels): Told {
  const label = labels[warning.column ?? ''];
  return label === undefined ? warning : { ...warning, facts: { ...warning.facts, label } };
}

/** JSON has no NaN and no infinity: both say that there is no such number. */
export function withNull(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(withNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNull(item)]));
}
