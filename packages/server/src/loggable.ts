// Errors as the log may have them: what a query was given (hashes, addresses, names) stays out of it.
import { DrizzleQueryError } from 'drizzle-orm/errors';

/** Of the database itself, whether or not the query builder stands around it. */
export function isOfDatabase(error: unknown): boolean {
  return error instanceof DrizzleQueryError || isFromPostgres(error);
}

/** PostgreSQL's errors have a severity; PGlite adds the query and its parameters to them. */
function isFromPostgres(error: unknown): error is Error & { readonly query?: unknown } {
  return error instanceof Error && 'severity' in error && 'code' in error;
}

/**
 * Always an error with a message. One of the database keeps why it failed and the SQL; its parameters go, which the
 * query builder writes into message and stack, and PostgreSQL into `detail` and into the reason.
 */
export function loggable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(`Thrown, and no error: ${told(error)}`);
  if (isOfDatabase(error)) return ofQuery(error);
  if (!hasDatabaseInside(error)) return error;
  return withFrames(new Error(error.message, { cause: loggable(error.cause) }), error);
}

function hasDatabaseInside({ cause }: Error): boolean {
  return isOfDatabase(cause) || (cause instanceof Error && hasDatabaseInside(cause));
}

function ofQuery(error: Error): Error {
  const reason = error instanceof DrizzleQueryError ? error.cause : error;
  const code = reason !== undefined && 'code' in reason ? ` (${String(reason.code)})` : '';
  const query = 'query' in error && typeof error.query === 'string' ? `\nquery: ${error.query}` : '';
  return withFrames(new Error(`Database: ${reason ? reasonOf(reason) : 'failed'}${code}${query}`), error);
}

/** Of class 22, data that are wrong, PostgreSQL quotes them; what it quotes elsewhere are names of the schema. */
function reasonOf(reason: Error): string {
  const isOfData = 'code' in reason && String(reason.code).startsWith('22');
  return isOfData ? reason.message.replace(/".*"/s, '"…"') : reason.message;
}

/** A stack begins with the message: only what comes after it is taken over. */
function withFrames(clean: Error, { message, stack = '' }: Error): Error {
  const at = stack.indexOf(message);
  const frames = at < 0 ? '' : stack.slice(at + message.length);
  clean.stack = `${clean.name}: ${clean.message}${frames}`;
  return clean;
}

function told(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
