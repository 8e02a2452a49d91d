// Where to go after signing in: the address one came from, only ever one of this application.

/** Reads `from` out of a page's search; `//elsewhere` and `/\elsewhere` would leave the application. */
export function comeBack(search: Record<string, unknown>): { from?: string } {
  const { from } = search;
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? { from } : {};
}
