// Requests against their schemas: every fault by the name of its field, in words.
import { nearest, pathText, specDraftSchema, specProblems } from '@mixmodel/contract';
import { InputError, type Problem } from '@mixmodel/engine';
import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { unstorable } from '../database/storable-text.ts';
import { refuse } from '../refuse.ts';

type Issue = z.core.$ZodIssue;

/** In place of the provider's own compiler, whose messages name no field and know no spec. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (value: unknown) => {
    const unstorable = unstorableIn(value);
    if (unstorable) throw new InputError([unstorable]);
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    // An id that cannot be one names nothing: the answer is the same as for one that is not there.
    if (httpPart === 'params') throw refuse('not_found', { facts: { what: 'such thing' } });
    throw new InputError(requestProblems(parsed.error.issues, value, schema));
  };

interface Visited {
  readonly value: unknown;
  readonly key: PropertyKey;
  readonly within: Visited | undefined;
}

/** The first text, key or value, that could not be kept. Not recursive: a body may nest as deep as it is long. */
function unstorableIn(root: unknown): Problem | undefined {
  const open: Visited[] = [{ value: root, key: '', within: undefined }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { value, key } = one;
    for (const text of [key, value])
      if (typeof text === 'string' && unstorable.test(text)) return unstorableAt(one, text);
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value))
      open.push({ value: inner, key: Array.isArray(value) ? Number(name) : name, within: one });
  }
  return undefined;
}

function unstorableAt(found: Visited, text: string): Problem {
  const path: PropertyKey[] = [];
  for (let one = found; one.within !== undefined; one = one.within) path.push(one.key);
  const told = pathText(path.reverse().slice(0, 10)).replace(new RegExp(unstorable, 'gu'), '\ufffd');
  const got = text.includes('\0')
    ? 'a zero character (U+0000)'
    : 'half of a character (an unpaired surrogate)';
  return { code: 'text_unstorable', path: told || 'body', facts: { got } };
}

function requestProblems(issues: readonly Issue[], value: unknown, schema: z.ZodType): Problem[] {
  const inSpec = issues.filter((issue) => issue.path[0] === 'spec' && issue.path.length > 1);
  const others = issues.filter((issue) => !inSpec.includes(issue));
  return [...others.flatMap((issue) => problemsOf(issue, value, schema)), ...ofSpec(inSpec, value)];
}

/** A spec inside a request is told in the words of a spec. */
function ofSpec(issues: readonly Issue[], value: unknown): Problem[] {
  if (issues.length === 0) return [];
  const within = issues.map((issue) => ({ ...issue, path: issue.path.slice(1) }));
  return specProblems(within, at(value, ['spec']), specDraftSchema).map((problem) => ({
    ...problem,
    path: `spec.${problem.path}`,
  }));
}

function problemsOf(issue: Issue, root: unknown, schema: z.ZodType): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.path.length === 0 && schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return issue.keys.map((key) => unknownField(pathText([...issue.path, key]), key, names));
  }
  const keys = asSent(issue.path, root);
  const path = pathText(keys) || 'body';
  const value = at(root, keys);
  const wanted = wantedBy(issue);
  if (value === undefined) return [{ code: 'field_missing', path, facts: { wanted } }];
  return [{ code: 'field_wrong', path, facts: { wanted, got: shown(path, value) } }];
}

/** One value is sent where a list of one is looked at (`anyOf`): the value itself is meant then. */
function asSent(keys: Issue['path'], root: unknown): Issue['path'] {
  const outer = at(root, keys.slice(0, -1));
  const isOne = typeof keys.at(-1) === 'number' && outer !== undefined && !Array.isArray(outer);
  return isOne ? keys.slice(0, -1) : keys;
}

function unknownField(path: string, key: string, known: readonly string[]): Problem {
  const suggestion = nearest(key, known);
  return { code: 'field_unknown', path, facts: { known, ...(suggestion && { suggestion }) } };
}

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with keys',
  record: 'an object with keys',
};

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  uuid: 'an id such as this server gives',
  date: 'a date such as 2024-12-31',
  datetime: 'a time such as 2024-12-31T09:30:00Z',
  url: 'an address such as https://example.com/hook',
};

function wantedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_format':
      // A schema with a pattern says in words what it wants: nobody reads a regular expression.
      return formats[issue.format] ?? issue.message;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'too_small':
      return issue.inclusive === false
        ? `more than ${issue.minimum}`
        : `at least ${size(issue, issue.minimum)}`;
    case 'too_big':
      return issue.inclusive === false
        ? `less than ${issue.maximum}`
        : `at most ${size(issue, issue.maximum)}`;
    default:
      return issue.message;
  }
}

function size({ origin }: { readonly origin: string }, limit: number | bigint): string {
  const noun = { string: 'character', array: 'entry' }[origin];
  if (noun === undefined) return String(limit);
  return limit === 1 ? `1 ${noun}` : `${limit} ${noun === 'entry' ? 'entries' : 'characters'}`;
}

/** Never what is secret: answers end up in logs and on screens. */
const secret = /password|code|token|current|ticket|invitation|secret|query/i;

function shown(path: string, value: unknown): string {
  const isSecret = secret.test(path);
  if (typeof value === 'string') {
    const length = value.trim().length;
    if (isSecret || length > 60) return `${length} characters`;
    return length === 0 ? 'empty text' : `\`${value}\``;
  }
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  // A password of digits alone is sent as a number soon enough.
  return isSecret && value !== null ? (kinds[typeof value] ?? 'something else') : `\`${String(value)}\``;
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}
