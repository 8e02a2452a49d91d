// A model as somebody typed or pasted it: JSON or YAML, alone or inside a result file.
import { checkSpec, parseSpec, sentencesOf } from '@mixmodel/contract';
import type { Draft } from './draft.ts';

export type ReadSpec =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly sentences: string[] };

export function readSpec(text: string): ReadSpec {
  const inside = specInside(text);
  const isJson = text.trimStart().startsWith('{');
  const read = inside === undefined ? parseSpec(text, isJson ? 'json' : 'yaml') : checkSpec(inside);
  return read.ok
    ? { ok: true, draft: structuredClone(read.value) as Draft }
    : { ok: false, sentences: sentencesOf(read.problems, 'screen') };
}

/** The spec of a result or truth file; undefined for anything else. */
function specInside(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Whatever is wrong is told by the reader of specs, with line and column.
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return 'schemaVersion' in value && 'spec' in value ? value.spec : undefined;
}
