// What a stated size is multiplied by to give the channel's total: spend for returns, the KPI for a share.
import type { ScaledChannel, ScaledData } from './scaled.ts';

/** One hundredth more of a channel in every period: the step of `mroi`, as in Meridian. */
export const MORE = 0.01;

/** β·F = size·(this): the spend a return is about, Σ r·y for a share, in scaled KPI units. */
export function sizeNumerator({ spec, statedSpend }: ScaledChannel, data: ScaledData): number {
  const { kind } = spec.size;
  if (kind === 'contribution') return data.kpiTotal / data.targetScale;
  return (kind === 'mroi' ? MORE * statedSpend : statedSpend) / data.targetScale;
}
