// One page of a list in any order: where it begins, how it is sorted, and the cursor of the page after.
import { type AnyColumn, asc, desc, lt, type SQL, sql } from 'drizzle-orm';
import type { ListAsked, LogAsked } from '../http/list-query.ts';
import { refuse } from '../refuse.ts';
import { unstorable } from './storable-text.ts';

/** A way to sort rows: its SQL, its value in a row, and that value out of a cursor, which anyone may have written. */
export interface Sort<Row> {
  readonly by: AnyColumn | SQL;
  of(row: Row): string | number;
  /** Undefined when it cannot be such a value. */
  bound(value: unknown): SQL | undefined;
}

export interface Listing<Row, Key extends string> {
  readonly id: AnyColumn;
  /** Breaks ties, so that no row is on two pages or none. */
  idOf(row: Row): string;
  /** None of them may be null. */
  readonly sorts: Readonly<Record<Key, Sort<Row>>>;
}

const longestText = 1000;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function byTime<Row>(column: AnyColumn, of: (row: Row) => Date): Sort<Row> {
  return {
    by: column,
    of: (row) => of(row).toISOString(),
    bound: (value) => (typeof value === 'string' && isMoment(value) ? sql`${value}::timestamptz` : undefined),
  };
}

/** PostgreSQL has no year 0 and takes no 30th of February, which the parser of dates counts on to March. */
function isMoment(text: string): boolean {
  if (!moment.test(text) || text.startsWith('0000')) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/** In any case: `Sales` and `sales` stand together. */
export function byText<Row>(column: AnyColumn, of: (row: Row) => string): Sort<Row> {
  return {
    by: sql`lower(${column})`,
    of,
    bound: (value) =>
      typeof value === 'string' && value.length <= longestText && !unstorable.test(value)
        ? sql`lower(${value}::text)`
        : undefined,
  };
}

export function byNumber<Row>(column: AnyColumn | SQL, of: (row: Row) => number): Sort<Row> {
  return {
    by: column,
    of,
    bound: (value) => (typeof value === 'number' ? sql`${value}::float8` : undefined),
  };
}

/** What a list's query adds to its own conditions, and how its rows become a page. */
export interface PageClause<Row> {
  readonly where: SQL | undefined;
  readonly orderBy: readonly SQL[];
  /** One row more than the page has, which tells whether there is another. */
  readonly limit: number;
  page<Item>(rows: readonly Row[], present: (row: Row) => Item): { items: Item[]; next: string | null };
}

export function pageClause<Row, Key extends string>(
  { id, idOf, sorts }: Listing<Row, Key>,
  { sort, limit, cursor }: ListAsked<Key>,
): PageClause<Row> {
  const down = sort.startsWith('-');
  const sorted = sorts[(down ? sort.slice(1) : sort) as Key];
  const direction = down ? desc : asc;
  const beyond = sql.raw(down ? '<' : '>');
  return {
    where:
      cursor === undefined
        ? undefined
        : sql`(${sorted.by}, ${id}) ${beyond} ${placeIn(cursor, sort, sorted)}`,
    orderBy: [direction(sorted.by), direction(id)],
    limit: limit + 1,
    page(rows, present) {
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const next = rows.length > limit && last ? written([sort, sorted.of(last), idOf(last)]) : null;
      return { items: shown.map(present), next };
    },
  };
}

/** A log: newest first by its ids, which grow with time, so that the id of the last one shown is the cursor. */
export function logClause<Row>(
  id: AnyColumn,
  idOf: (row: Row) => string,
  { limit, cursor }: LogAsked,
): PageClause<Row> {
  return {
    where: cursor === undefined ? undefined : lt(id, cursor),
    orderBy: [desc(id)],
    limit: limit + 1,
    page(rows, present) {
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { items: shown.map(present), next: rows.length > limit && last ? idOf(last) : null };
    },
  };
}

/** Where the page before ended: a cursor of another order would leave rows out and show others twice. */
function placeIn<Row>(cursor: string, sort: string, sorted: Sort<Row>): SQL {
  const [order, value, id] = read(cursor);
  const bound = order === sort ? sorted.bound(value) : undefined;
  if (bound === undefined || typeof id !== 'string' || !uuid.test(id))
    throw refuse('cursor_wrong', { path: 'cursor', facts: { sort } });
  return sql`(${bound}, ${id}::uuid)`;
}

/** The condition that a text holds `q`, in any case; none when nothing is looked for. */
export function holding(column: AnyColumn, q: string | undefined): SQL | undefined {
  return q ? sql`position(lower(${q}::text) in lower(${column})) > 0` : undefined;
}

const written = (place: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

function read(cursor: string): readonly unknown[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(place) ? place : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
