// From a command line to data and spec: reads the files it names and collects everything wrong with them.
import { chapters, type NamedColumn } from '@mixmodel/contract';
import type { Prepared, PrepareOptions, Weekday } from '@mixmodel/data';
import { InputError, type Problem, type SpecDraft } from '@mixmodel/engine';
import type { Given } from './arguments.ts';
import { readBytes } from './files.ts';
import { weekdays } from './flags.ts';
import { idleFlags } from './idle-flags.ts';
import { readSpecFile } from './spec-file.ts';

export interface Input {
  readonly bytes: Uint8Array;
  readonly prepared: Prepared;
  /** What is wrong with the spec file, if one was given and it cannot be used, and with flags that do nothing here. */
  readonly otherProblems: readonly Problem[];
}

/** Reads data and, if one is named, spec. Throws `InputError` when a file cannot be read at all. */
export async function readInput(file: string, flags: Given): Promise<Input> {
  const { prepare, prepareWithSpec } = await import('@mixmodel/data');
  const [bytes, spec] = await together(
    readBytes(file),
    typeof flags.spec === 'string' ? readSpecFile(flags.spec) : undefined,
  );
  const options = { ...prepareOptions(flags), fileName: file };
  // A spec with faults still says which columns are meant: what is wrong with those is told beside it.
  const draft = spec?.ok ? spec.value : draftOf(spec?.named ?? []);
  const read = draft ? await prepareWithSpec(bytes, draft, options) : await prepare(bytes, options);
  const idle = idleFlags(file, flags, read);
  if (!spec || spec.ok) {
    const prepared = inCurrency(read, flags);
    const findings = [...prepared.findings, ...idle.findings];
    return { bytes, prepared: { ...prepared, findings }, otherProblems: idle.problems };
  }
  // Without a word on the columns, only what is wrong with the file itself is certain.
  const findings = draft
    ? read.findings.filter(({ severity }) => severity === 'error')
    : read.findings.filter(({ code }) => Object.hasOwn(chapters['The file'] ?? {}, code));
  const unfound = draft ? [] : missing(spec.named ?? [], read);
  const otherProblems = [...spec.problems, ...unfound, ...idle.problems];
  return { bytes, prepared: { guesses: read.guesses, findings }, otherProblems };
}

/** As much of a spec as its columns, when date, target and a channel are named; only for checking the data. */
function draftOf(named: readonly NamedColumn[]): SpecDraft | undefined {
  const at = (path: string) => named.find((each) => each.path === path)?.column;
  const [date, target] = [at('columns.date'), at('columns.target.column')];
  const channels = named.flatMap(({ column, path }) => {
    const place = /^(channels\[\d+\])\.column$/.exec(path)?.[1];
    const exposure = place && at(`${place}.exposure`);
    return place ? [{ column, ...(exposure && { exposure }) }] : [];
  });
  if (date === undefined || target === undefined || channels.length === 0) return undefined;
  const controls = named.filter(({ path }) => path.startsWith('controls[')).map(({ column }) => ({ column }));
  const treatments = named
    .filter(({ path }) => path.startsWith('treatments['))
    .map(({ column }) => ({ column }));
  return { columns: { date, target: { column: target, kind: 'money' } }, channels, controls, treatments };
}

/** Both, or the problems of both. */
async function together<A, B>(one: Promise<A>, other: Promise<B> | undefined): Promise<[A, B | undefined]> {
  const [a, b] = await Promise.allSettled([one, other]);
  const failed = [a, b].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  const fault = failed.find((reason) => !(reason instanceof InputError));
  if (fault) throw fault;
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
  throw new InputError(failed.flatMap((reason: InputError) => reason.problems));
}

/** Columns that a spec with faults names and a table that could be read does not have. */
function missing(named: readonly NamedColumn[], { guesses, table }: Prepared): Problem[] {
  const available = guesses.map(({ column }) => column);
  if (!table) return [];
  return named
    .filter(({ column }) => !available.includes(column))
    .map(({ column, path }) => ({ code: 'missing_columns', path, column, facts: { available } }));
}

/** The data do not say their currency; the user may. */
function inCurrency(prepared: Prepared, { currency }: Given): Prepared {
  const { draft } = prepared;
  if (!draft || typeof currency !== 'string') return prepared;
  const target = { ...draft.columns.target, currency: currency.toUpperCase() };
  return { ...prepared, draft: { ...draft, columns: { ...draft.columns, target } } };
}

function prepareOptions(flags: Given): PrepareOptions {
  const text = (name: string) => (typeof flags[name] === 'string' ? { [name]: flags[name] } : {});
  const weekStart = weekdays.indexOf(String(flags['week-start'] ?? 'monday')) + 1;
  return {
    ...text('sheet'),
    ...text('target'),
    ...text('encoding'),
    ...text('delimiter'),
    ...text('decimal'),
    ...(flags['date-order'] && { dateOrder: flags['date-order'] as PrepareOptions['dateOrder'] }),
    ...(flags.weekly && { weeks: weekStart as Weekday }),
    ...(flags.kpi && { kpi: flags.kpi as PrepareOptions['kpi'] }),
    ...(flags.duplicates && { duplicates: 'sum' as const }),
    ...(flags.partial && { partial: 'keep' as const }),
  };
}

/** The problems an `InputError` holds; anything else is a fault and goes on. */
export async function problemsIn(work: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}
