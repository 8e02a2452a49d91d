// Findings about columns that move together: those that do so exactly, and those that nearly do.

const alike: ReadonlySet<string> = new Set(['collinear_media', 'collinear_controls', 'high_correlation']);

export function movesAlike({ code }: { readonly code: string }): boolean {
  return alike.has(code);
}
