// How every list is asked for: `?q=sales&sort=-createdAt&state=running&limit=20&cursor=…`.
import { z } from 'zod';

const limit = z.coerce.number().int().min(1).max(100).default(50);

/** A list as its query asks for it; `Key` are the names it can be sorted by. */
export interface ListAsked<Key extends string = string> {
  /** Part of the name, in any case. */
  readonly q?: string | undefined;
  /** A key, or `-` and a key for the other way round. */
  readonly sort: Key | `-${Key}`;
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

/** A log as its query asks for it: it has one order, newest first. */
export interface LogAsked {
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

/** The query of a log. */
export const logQuery = z.object({
  cursor: z.uuid().optional().meta({ description: '`next` of the page before' }),
  limit,
});

/**
 * The query of a list that can be sorted by `keys`, in the order `first` where none is asked for. A filter that is not
 * among `filters` is refused: unheard, it would answer with what was not asked for.
 */
export function listQuery<Key extends string, Filters extends z.ZodRawShape>(
  keys: readonly Key[],
  first: Key | `-${Key}`,
  filters: Filters,
) {
  const sorts = keys.flatMap((key): (Key | `-${Key}`)[] => [key, `-${key}`]);
  return z.strictObject({
    q: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({ description: 'Only those whose name holds this, in any case' }),
    sort: z
      .enum(sorts)
      .default(first as never)
      .meta({ description: 'What to sort by; `-` puts the greatest, newest or last first' }),
    limit,
    cursor: z
      .string()
      .max(4000)
      // Of base64url alone, so that the longest still fits into the line of a request.
      .regex(/^[A-Za-z0-9_-]+$/, 'the `next` of a page before, unchanged')
      .optional()
      .meta({ description: '`next` of the page before' }),
    ...filters,
  });
}

/** A filter that takes one value or, repeated, any of several: `state=queued&state=running`. */
export function anyOf<Value extends string>(values: readonly Value[]) {
  return z.preprocess(
    (given) => (given === undefined ? given : [given].flat()),
    z.array(z.enum(values)).max(50).optional(),
  );
}
