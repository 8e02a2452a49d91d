// What would make a whole table mean something else: told before a fit begins, and above its numbers.

const mustKnowFirst: ReadonlySet<string> = new Set(['kpi_kind_assumed', 'collinear_media']);

export function isKnownFirst({ code }: { readonly code: string }): boolean {
  return mustKnowFirst.has(code);
}
