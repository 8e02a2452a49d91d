// Turns what a schema found wrong with a value into problems a sentence can be made of.
import type { Problem } from '@mixmodel/engine';
import type * as z from 'zod';
import { nearest } from '../nearest.ts';
import { laterKeys, type Place } from './later.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Every problem of `value`; keys are suggested from those the schema knows in the same object. */
export function specProblems(issues: readonly Issue[], value: unknown, schema: z.ZodType): Problem[] {
  const wrongKind = issues.filter((issue) => isWrongKind(issue)).map((issue) => issue.path.slice(0, -1));
  const meaningful = issues.filter(
    (issue) => isWrongKind(issue) || !wrongKind.some((object) => isInside(issue.path, object)),
  );
  return meaningful.flatMap((issue) => problemsOf(issue, value, schema));
}

/** Once the kind of an object is wrong, what else is wrong in it says nothing more. */
function isWrongKind(issue: Issue): boolean {
  const last = issue.path.at(-1);
  return (last === 'kind' || last === 'family') && issue.code !== 'invalid_type';
}

function isInside(path: Path, object: Path): boolean {
  return object.every((key, i) => path[i] === key);
}

function problemsOf(issue: Issue, root: unknown, schema: z.ZodType): Problem[] {
  const path = pathText(issue.path);
  const where = whereOf(issue.path, root);
  const value = valueAt(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, issue.path, root, keysAt(schema, issue.path, root)));
  }
  if (value === undefined) return [{ code: 'missing_key', path, facts: { where, key: keyName(issue.path) } }];
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    return [unknownValue(issue.path, value, choicesOf(issue), where)];
  }
  if (issue.code === 'custom') return [brokenRule(issue, path, where, value)];
  return [wrongValue(issue, path, where, value)];
}

function unknownKey(key: string, object: Path, root: unknown, known: readonly string[]): Problem {
  const path = pathText([...object, key]);
  const ofPlace = laterKeys[placeOf(object)] ?? {};
  // `constructor` is a key that somebody may write, and every object has one.
  const later = Object.hasOwn(ofPlace, key) ? ofPlace[key] : undefined;
  if (later) {
    const where = whereOf(object, root);
    return { code: 'not_available', path, facts: { where, asked: `\`${key}\``, use: later.use } };
  }
  const suggestion = nearest(key, known);
  const where = whereInside(object, root);
  if (!suggestion && object.at(-1) === 'priors') {
    const [part = '', kind] = [String(object.at(-2)), valueAt(root, [...object.slice(0, -1), 'kind'])];
    if (typeof kind === 'string')
      return {
        code: 'prior_of_other_kind',
        path,
        facts: { where: whereOf(object, root), part, kind, key, known },
      };
  }
  return { code: 'unknown_key', path, facts: { key, where, known, ...(suggestion && { suggestion }) } };
}

function unknownValue(path: Path, value: unknown, choices: readonly string[], where: string): Problem {
  const key = keyName(path);
  const got = show(value).replace('the text ', '');
  const facts = { where, key, got };
  return { code: 'unknown_value', path: pathText(path), facts: { ...facts, choices } };
}

function brokenRule(issue: z.core.$ZodIssueCustom, path: string, where: string, value: unknown): Problem {
  const { code, choices } = issue.params as { code: string; choices?: readonly string[] };
  const family = Object(value).family;
  return { code, path, facts: { where, ...(choices && { choices }), ...(family && { family }) } };
}

function wrongValue(issue: Issue, path: string, where: string, value: unknown): Problem {
  const facts = { where, key: keyName(issue.path), got: show(value) };
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    if (issue.origin === 'array' || issue.origin === 'string') return { code: 'empty_value', path, facts };
    const wanted = issue.code === 'too_small' ? atLeast(issue) : atMost(issue);
    return { code: 'wrong_value', path, facts: { ...facts, wanted } };
  }
  return { code: 'wrong_value', path, facts: { ...facts, wanted: kindOf(issue) } };
}

function atLeast(issue: z.core.$ZodIssueTooSmall): string {
  return issue.inclusive ? `at least ${issue.minimum}` : `a number above ${issue.minimum}`;
}

function atMost(issue: z.core.$ZodIssueTooBig): string {
  // zod's own limit on whole numbers, which no key of ours has.
  if (issue.maximum === Number.MAX_SAFE_INTEGER) return 'a whole number of a usual size';
  return issue.inclusive ? `at most ${issue.maximum}` : `a number below ${issue.maximum}`;
}

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a finite number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with keys',
  record: 'an object with keys',
};

/** How a part is written, for who wrote one word in its place. */
const forms: Readonly<Record<string, string>> = {
  trend: '{ kind: none }, { kind: linear }, { kind: piecewise } or { kind: gaussian_process }',
  saturation: '{ kind: logistic } or { kind: hill }',
  adstock: '{ kind: geometric, lMax: 8 }',
  size: '{ kind: roi }, { kind: mroi }, { kind: total_media }, { kind: contribution }, { kind: coefficient } or { kind: spend_share }',
  window: '{ first: 2024-03-04, last: 2024-03-31 }',
  treated: '{ first: 2024-03-04, last: 2024-03-31 }',
  measured: '{ first: 2024-03-04, last: 2024-04-14 }',
  spendChange: '{ tv_spend: -120000 }',
  experiment: '{ mean: 2.1, sd: 0.4, weeks: 6, weeksAgo: 20 }',
  yearly: '{ order: 2 }',
  weekly: '{ order: 3 }',
  monthly: '{ order: 2 }',
  events: '[{ name: Black Friday, dates: [2024-11-29] }]',
  target: '{ column: revenue, kind: money }',
  holdout: '{ periods: 13 }',
};

function kindOf(issue: Issue): string {
  const form = forms[keyName(issue.path)];
  if (form && issue.code === 'invalid_type' && issue.expected === 'object') return `an object: write ${form}`;
  return issue.code === 'invalid_type' ? (kinds[issue.expected] ?? issue.expected) : issue.message;
}

function choicesOf(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  const options = (issue as { options?: readonly unknown[] }).options ?? [];
  return options.filter((option) => typeof option === 'string');
}

/** The keys known at `path`; of a union only the alternative that `root` chose by its kind. */
function keysAt(schema: z.ZodType, path: Path, root: unknown): string[] {
  let objects = alternatives(schema, root);
  path.forEach((key, depth) => {
    const value = valueAt(root, path.slice(0, depth + 1));
    objects = objects.flatMap((s) => childOf(s, key)).flatMap((s) => alternatives(s, value));
  });
  return [...new Set(objects.flatMap((s) => Object.keys(shapeOf(s))))];
}

function childOf(schema: z.ZodType, key: PropertyKey): z.ZodType[] {
  const child =
    typeof key === 'number' ? (schema.def as { element?: z.ZodType }).element : shapeOf(schema)[String(key)];
  return child ? [child] : [];
}

interface Def {
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
}

function alternatives(schema: z.ZodType, value: unknown): z.ZodType[] {
  const { innerType, options, discriminator } = schema.def as Def;
  if (innerType) return alternatives(innerType, value);
  if (!options) return [schema];
  const chosen =
    discriminator === undefined ? options : options.filter((o) => isChosen(o, discriminator, value));
  return (chosen.length > 0 ? chosen : options).flatMap((option) => alternatives(option, value));
}

/** Whether the alternative `option` is the one whose word stands at `key` of `value` (or may be left out there). */
function isChosen(option: z.ZodType, key: string, value: unknown): boolean {
  const word = shapeOf(option)[key];
  return word?.safeParse(valueAt(value, [key])).success === true;
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return (schema.def as { shape?: Record<string, z.ZodType> }).shape ?? {};
}

/** `channels[0].saturation.kind` */
export function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function placeOf(path: Path): Place {
  return pathText(path).replaceAll(/\[\d+\]/g, '[]');
}

const nouns: Readonly<Partial<Record<string, string>>> = {
  channels: 'Channel',
  controls: 'Control',
  treatments: 'Treatment',
};

/** What people call the place: the channel or control it belongs to, by the user's own name. */
function whereOf(path: Path, root: unknown): string {
  const [list, index] = path;
  if (list === 'liftTests' && typeof index === 'number') {
    const name = valueAt(root, [list, index, 'name']);
    return `Lift test \`${typeof name === 'string' && name !== '' ? name : `test ${index + 1}`}\``;
  }
  const noun = nouns[String(list)];
  if (typeof index === 'number' && noun) {
    const column = valueAt(root, [list, index, 'column']);
    return typeof column === 'string' && column !== '' ? `${noun} \`${column}\`` : `${noun} ${index + 1}`;
  }
  const event = valueAt(root, [...path.slice(0, 3), 'name']);
  if (path[1] === 'events' && typeof event === 'string' && event !== '') return `Event \`${event}\``;
  const object = pathText(path.slice(0, -1));
  return object ? `Spec, \`${object}\`` : 'Spec';
}

/** As `whereOf`, for what stands inside the object at `path`: `Channel `tv`, `saturation.priors``. */
function whereInside(object: Path, root: unknown): string {
  if (object.length === 0) return 'Spec';
  const isListed = typeof object[1] === 'number';
  const rest = pathText(isListed ? object.slice(2) : object);
  const owner = isListed ? whereOf(object, root) : 'Spec';
  return rest ? `${owner}, \`${rest}\`` : owner;
}

/** The key in the words of the field: a channel's `saturation.kind` is its saturation. */
function keyName(path: Path): string {
  const last = String(path.at(-1) ?? 'the spec');
  const before = path.at(-2);
  if (typeof path.at(-1) === 'number') return `${String(before)}[${last}]`;
  if (last === 'kind' && typeof before === 'string')
    return before === 'target' ? 'kind of the target' : before;
  return last === 'family' && before !== 'likelihood' ? 'prior family' : last;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined,
    root,
  );
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)))
    return `the text "${value.slice(0, 60)}"`;
  return value === '' ? 'empty text' : String(value).slice(0, 60);
}
