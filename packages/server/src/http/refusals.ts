// Which codes an operation may refuse with: those that follow from who may ask and what it takes, and its own.
import { chapters, entryOf, isForPeopleOnly, permissions } from '@mixmodel/contract';
import type { RouteOptions } from 'fastify';
import { z } from 'zod';
import type { Access } from './access.ts';
import { idempotencyHeaders } from './idempotency.ts';
import type { Operation } from './operations/operation.ts';
import { operations } from './operations/table.ts';
import { routeName } from './route-name.ts';

interface Refusals {
  /** By status, the smallest first. */
  readonly codes: ReadonlyMap<number, readonly string[]>;
  /** By status: whose every code may be among the faults. */
  readonly chapters: ReadonlyMap<number, readonly string[]>;
}

type Described = Pick<RouteOptions, 'method' | 'url' | 'config' | 'schema'>;

/** Undefined where the table has no line of it. */
export function operationOf({ method, url }: Pick<Described, 'method' | 'url'>): Operation | undefined {
  return operations[routeName(String(method), url)];
}

export function refusalsOf(route: Described): Refusals {
  const { refuses = [], chapters: names = [] } = operationOf(route) ?? {};
  const rare = names.filter((name) => name !== ofSpecs).flatMap(rareOf);
  const codes = [
    ...ofAccess(route.config?.access),
    ...ofRequest(route),
    ...refuses,
    ...rare,
    ...(route.config?.rateLimit === false ? [] : ['too_many_requests']),
    'internal_error',
    'disk_full',
  ];
  return {
    codes: byStatus(codes),
    chapters: new Map(names.length > 0 ? [[422, names]] : []),
  };
}

/** Whether an answer of this code is among those that are described. */
export function isListed(route: Described, code: string): boolean {
  const { codes, chapters: names } = refusalsOf(route);
  const listed = [...codes.values()].flat();
  return listed.includes(code) || [...names.values()].flat().some((name) => code in (chapters[name] ?? {}));
}

function byStatus(codes: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const code of new Set(codes)) {
    const status = entryOf(code)?.status ?? 500;
    found.set(status, [...(found.get(status) ?? []), code]);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** Of these only those of a spec file would have another status, and a spec comes inside a request. */
const ofSpecs = 'Spec and sampling settings';

/** Errors of a chapter with a status of their own. */
function rareOf(chapter: string): string[] {
  const entries = Object.entries(chapters[chapter] ?? {});
  return entries.flatMap(([code, { severity, status }]) =>
    severity === 'error' && status !== 422 ? [code] : [],
  );
}

const session = ['signed_out', 'session_ended'];

function ofAccess(access: Access | undefined): string[] {
  if (access === undefined || access === 'anyone') return [];
  if (access === 'account') return [...session, 'people_only'];
  if (access === 'operator') return [...session, 'people_only', 'operators_only'];
  // A key says whose it is before it is told that this is for people.
  const asked = [...session, 'key_refused', 'not_found'];
  const forAll = permissions[access].least === 'viewer';
  if (isForPeopleOnly(access)) return [...asked, ...(forAll ? [] : ['role_too_low']), 'people_only'];
  return forAll ? asked : [...asked, 'role_too_low', 'key_scope_too_small'];
}

const body = ['body_syntax', 'body_too_large', 'body_type'];
const anyField = ['field_wrong', 'text_unstorable'];

function ofRequest({ method, schema = {} }: Described): string[] {
  return [
    'request_unreadable',
    // Also where none is wanted, a body is read before it is dropped.
    ...(method === 'GET' ? [] : body),
    ...(schema.params ? ['not_found', 'text_unstorable'] : []),
    ...(schema.body ? ['field_missing', 'field_unknown', ...anyField] : []),
    ...(schema.headers === idempotencyHeaders ? ['idempotency_key_wrong'] : []),
    ...(schema.headers ? anyField : []),
    ...(schema.querystring ? ofQuery(schema.querystring) : []),
  ];
}

function ofQuery(schema: unknown): string[] {
  if (!(schema instanceof z.ZodType)) return anyField;
  const { required = [], additionalProperties, properties = {} } = jsonOf(schema);
  return [
    ...anyField,
    ...(required.length > 0 ? ['field_missing'] : []),
    ...(additionalProperties === false ? ['field_unknown'] : []),
    ...('sort' in properties ? ['cursor_wrong'] : []),
  ];
}

const jsonOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
