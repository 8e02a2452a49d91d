// Uncertainty drawn in characters: a line for the 94 % interval, a dot for the mean, marks for break-even and truth.

export interface Bar {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  readonly truth?: number;
}

const marks = { line: '─', mean: '●', truth: '◆', both: '◈', breakEven: '┊', empty: ' ' };

/** What the marks mean, for the line under a table. */
export const barLegend = { mean: marks.mean, truth: marks.truth, breakEven: marks.breakEven };

/** One row of `width` characters for each bar, all on the axis from 0 to `end`, with a mark at `breakEven` if given. */
export function intervalBars(
  bars: readonly (Bar | null)[],
  width: number,
  end: number,
  breakEven?: number,
): string[] {
  const at = (value: number) => Math.min(width - 1, Math.max(0, Math.round((value / end) * (width - 1))));
  return bars.map((bar) => {
    const row = new Array<string>(width).fill(marks.empty);
    if (breakEven !== undefined && breakEven <= end) row[at(breakEven)] = marks.breakEven;
    if (!bar) return row.join('');
    row.fill(marks.line, at(bar.low), at(bar.high) + 1);
    row[at(bar.mean)] = marks.mean;
    if (bar.truth !== undefined)
      row[at(bar.truth)] = at(bar.truth) === at(bar.mean) ? marks.both : marks.truth;
    return row.join('');
  });
}

/** End of an axis that holds every bar and truth, and reaches `atLeast`. */
export function axisEnd(bars: readonly (Bar | null)[], atLeast: number): number {
  return Math.max(atLeast, ...bars.flatMap((bar) => (bar ? [bar.high, bar.mean, bar.truth ?? 0] : [])));
}
