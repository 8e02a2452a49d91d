// Findings in the order they are read, counted, and tied to the columns they speak of.
import type { FindingView } from '@mixmodel/contract';

type Severity = FindingView['severity'];

const order: readonly Severity[] = ['error', 'warning', 'suggestion', 'note'];

/** Errors first, then warnings, suggestions, notes; in each the server's order. */
export function inOrder(findings: readonly FindingView[]): FindingView[] {
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

export const errorsAmong = (findings: readonly FindingView[]) =>
  findings.filter(({ severity }) => severity === 'error');

/** `No findings`, `1 finding`, `4 findings, 1 to solve`. */
export function findingsHead(findings: readonly FindingView[]): string {
  if (findings.length === 0) return 'No findings';
  const all = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  const toSolve = errorsAmong(findings).length;
  return toSolve === 0 ? all : `${all}, ${toSolve} to solve`;
}

/** The gravest error or warning of a column, to stand beside it. */
export function gravestOf(column: string, findings: readonly FindingView[]): FindingView | undefined {
  return inOrder(findings).find(
    ({ severity, columns }) => (severity === 'error' || severity === 'warning') && columns.includes(column),
  );
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The marked rows with `around` rows on both sides; what touches becomes one span. */
export function spansAround(rows: readonly number[], around: number): Span[] {
  const spans: Span[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const from = Math.max(1, row - around);
    const last = spans.at(-1);
    if (last && from <= last.to + 1) spans[spans.length - 1] = { from: last.from, to: row + around };
    else spans.push({ from, to: row + around });
  }
  return spans;
}
