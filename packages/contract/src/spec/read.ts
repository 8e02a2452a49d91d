// Reads a spec a person wrote, in JSON or YAML, and finds everything wrong with it at once.
import type { Problem, SpecDraft } from '@mixmodel/engine';
import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { type NamedColumn, namedColumns, namesUsedTwice } from './columns.ts';
import { specProblems } from './problems.ts';
import { specDraftSchema } from './spec.ts';

/** Either the value, or every reason why there is none. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Columns of the data that could be read in a spec with faults. */
      readonly named?: readonly NamedColumn[];
    };

export type SpecFormat = 'json' | 'yaml';

/** A spec of a hundred channels with every prior written out has about 100 KB. */
const longestSpecChars = 1_000_000;

/** Anchors spare repetition in a spec; more aliases than this are an attempt to fill the memory. */
const mostAliases = 100;

/** A spec has six levels; each takes a bracket, or at least one column of indentation. */
const deepestBrackets = 64;
const widestIndent = 200;

/** One broken bracket can make every line after it look wrong. */
const mostSyntaxErrors = 3;

/** The draft written in `text`, or all its problems. */
export function parseSpec(text: string, format: SpecFormat): Checked<SpecDraft> {
  const read = readText(text, format);
  return read.ok ? checkSpec(read.value) : read;
}

/** `value` as a draft, or all its problems. */
export function checkSpec(value: unknown): Checked<SpecDraft> {
  const holder = holderOf(value);
  if (holder) return failed({ code: 'spec_inside', path: 'spec', facts: { found: holder } });
  const checked = check(value, specDraftSchema);
  const problems = [...(checked.ok ? [] : checked.problems), ...namesUsedTwice(value)];
  return problems.length > 0 ? { ok: false, problems, named: namedColumns(value) } : checked;
}

/** What `value` is when it is no spec but holds one: a file that this program wrote. */
function holderOf(value: unknown): 'result' | 'truth' | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'schemaVersion')) return undefined;
  if (Object.hasOwn(value, 'columns') || !Object.hasOwn(value, 'spec')) return undefined;
  return Object.hasOwn(value, 'convergence') ? 'result' : 'truth';
}

/** `value` through `schema`, with problems in our words. */
export function check<T>(value: unknown, schema: z.ZodType<T>): Checked<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return failed({ code: 'spec_not_object', path: '' });
  }
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: specProblems(result.error.issues, value, schema) };
}

function readText(text: string, format: SpecFormat): Checked<unknown> {
  if (text.length > longestSpecChars) {
    return failed({ code: 'spec_too_long', path: '', facts: { chars: text.length, most: longestSpecChars } });
  }
  if (nestsTooDeeply(text)) return failed({ code: 'spec_too_deep', path: '' });
  return format === 'json' ? readJson(text) : readYaml(text);
}

/**
 * Readers recurse, and V8 aborts the process when a regular expression is compiled near the end of the stack: so depth is
 * bounded before any reader runs. Brackets inside texts count too, which no real spec notices.
 */
function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth++;
    if (char === ']' || char === '}') depth--;
    if (depth > deepestBrackets) return true;
  }
  return text
    .split('\n')
    .some((line) => (/^[\s?:-]*/.exec(line)?.[0].length ?? 0) > widestIndent && line.trim() !== '');
}

function readJson(text: string): Checked<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return failed(syntax('JSON', error.message));
    throw error;
  }
  // JSON.parse keeps the last of two equal keys in silence; the YAML reader (JSON is a subset) tells.
  const duplicates = yamlErrors(text).filter((problem) => problem.code === 'spec_duplicate_key');
  return duplicates.length > 0 ? { ok: false, problems: duplicates } : { ok: true, value };
}

function readYaml(text: string): Checked<unknown> {
  const problems = yamlErrors(text);
  if (problems.length > 0) return { ok: false, problems };
  try {
    return { ok: true, value: document(text).toJS({ maxAliasCount: mostAliases }) };
  } catch (error) {
    if (error instanceof ReferenceError)
      return failed({ code: 'spec_aliases', path: '', facts: { most: mostAliases } });
    throw error;
  }
}

function document(text: string, lineCounter?: LineCounter) {
  // `<<` takes over the keys of an anchor: YAML 1.1 has it, and people who write anchors expect it.
  return parseDocument(text, { uniqueKeys: true, merge: true, prettyErrors: false, lineCounter });
}

function yamlErrors(text: string): Problem[] {
  const lines = new LineCounter();
  const { errors } = document(text, lines);
  return errors.slice(0, mostSyntaxErrors).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    if (error.code === 'MULTIPLE_DOCS')
      return syntax('YAML', 'a line `---` begins a second document, and a spec is one', line, col);
    if (error.code !== 'DUPLICATE_KEY') return syntax('YAML', error.message, line, col);
    const key = /^\s*"?([^\s":]+)/.exec(text.slice(error.pos[0]))?.[1] ?? '';
    return { code: 'spec_duplicate_key', path: '', facts: { line, key } };
  });
}

function syntax(format: string, message: string, line?: number, column?: number): Problem {
  const detail = message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200);
  return {
    code: 'spec_syntax',
    path: '',
    facts: { format, detail, ...(line && column && { line, column }) },
  };
}

function failed(problem: Problem): Checked<never> {
  return { ok: false, problems: [problem] };
}
