// May a column of impressions or clicks drive a channel's effect in place of its spend?
import type { Column } from '../cells/column.ts';
import { type Finding, note } from '../finding.ts';
import { shapeOf } from '../roles/shape.ts';

export interface JudgedExposure {
  readonly used: boolean;
  readonly finding: Finding;
}

/** Exposure drives when it is a complete, varying, never negative series that is there whenever money is spent. */
export function judgeExposure(
  spend: Column,
  exposure: Column,
  rowNumbers: readonly number[],
): JudgedExposure {
  const why = objection(spend, exposure, rowNumbers);
  const where = { column: exposure.header };
  if (why === undefined)
    return { used: true, finding: note('exposure_used', where, { spend: spend.header }) };
  return { used: false, finding: note('exposure_not_used', where, { spend: spend.header, why }) };
}

function objection(spend: Column, exposure: Column, rowNumbers: readonly number[]): string | undefined {
  if (exposure.kind !== 'number') return 'it is not a column of numbers';
  const { values } = exposure;
  const rowWhere = (test: (value: number, row: number) => boolean) => {
    const at = values.findIndex(test);
    return at < 0 ? undefined : rowNumbers[at];
  };
  const missing = rowWhere((value) => Number.isNaN(value));
  if (missing !== undefined) return `it has no number in row ${missing}`;
  const negative = rowWhere((value) => value < 0);
  if (negative !== undefined) return `it is negative in row ${negative}`;
  if (exposure.findings.some((f) => f.severity === 'error')) return 'its numbers can be read in two ways';
  if (shapeOf(values).constant) return 'it has the same value everywhere';
  const unpaid = rowWhere((value, row) => value === 0 && (spend.values[row] ?? 0) > 0);
  if (unpaid !== undefined) return `row ${unpaid} has spend and no exposure`;
  if (values.every((value, row) => value === spend.values[row])) return 'it holds the same numbers';
  return undefined;
}
