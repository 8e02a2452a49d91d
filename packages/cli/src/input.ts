// From a command line to data and spec: reads the files it names and collects everything wrong with them.
import { type Checked, chapters, parseSpec, type SpecFormat } from '@mixmodel/contract';
import type { Prepared, PrepareOptions, Weekday } from '@mixmodel/data';
import { InputError, type Problem, type SpecDraft } from '@mixmodel/engine';
import type { Given } from './arguments.ts';
import { readBytes, readText } from './files.ts';
import { weekdays } from './flags.ts';

export interface Input {
  readonly bytes: Uint8Array;
  readonly prepared: Prepared;
  /** What is wrong with the spec file, if one was given and it cannot be used. */
  readonly specProblems: readonly Problem[];
}

/** Reads data and, if one is named, spec. Throws `InputError` when a file cannot be read at all. */
export async function readInput(file: string, flags: Given): Promise<Input> {
  const { prepare, prepareWithSpec } = await import('@mixmodel/data');
  const [bytes, spec] = await Promise.all([readBytes(file), readSpec(flags)]);
  const options = { ...prepareOptions(flags), fileName: file };
  if (!spec) return { bytes, prepared: inCurrency(await prepare(bytes, options), flags), specProblems: [] };
  if (spec.ok) {
    const prepared = await prepareWithSpec(bytes, spec.value, options);
    return { bytes, prepared: inCurrency(prepared, flags), specProblems: [] };
  }
  // Which columns matter is not known without a spec: only what is wrong with the file itself can be told beside it.
  const { findings, guesses } = await prepare(bytes, options);
  const ofFile = findings.filter(({ code }) => Object.hasOwn(chapters['The file'] ?? {}, code));
  return { bytes, prepared: { guesses, findings: ofFile }, specProblems: spec.problems };
}

/** The data do not say their currency; the user may. */
function inCurrency(prepared: Prepared, { currency }: Given): Prepared {
  const { draft } = prepared;
  if (!draft || typeof currency !== 'string') return prepared;
  const target = { ...draft.columns.target, currency };
  return { ...prepared, draft: { ...draft, columns: { ...draft.columns, target } } };
}

async function readSpec(flags: Given): Promise<Checked<SpecDraft> | undefined> {
  const file = flags.spec;
  if (typeof file !== 'string') return undefined;
  const text = await readText(file);
  return parseSpec(text, formatOf(file, text));
}

/** By the ending of the file, else by its first character. */
export function formatOf(file: string, text: string): SpecFormat {
  if (/\.json$/i.test(file)) return 'json';
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  return /^\s*\{/.test(text) ? 'json' : 'yaml';
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
    ...(flags.duplicates && { duplicates: 'sum' as const }),
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
