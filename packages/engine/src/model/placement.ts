// Where each linear coefficient goes: integrated out, integrated out given a learned scale, or sampled.
import type { BaselineColumn } from '../baseline/column.ts';
import type { Spec } from './spec.ts';
import type { PlacedColumn } from './variances.ts';

export interface Placement {
  /** Normal given their scales, so that the sampler never sees them. */
  readonly integrated: readonly PlacedColumn[];
  /** Coordinates of the sampler. */
  readonly sampled: readonly PlacedColumn[];
  /** Those of either that are drawn from N(mean, sd), the sd fixed or learned. */
  readonly normal: readonly PlacedColumn[];
  /** Whether any integrated column's sd is learned. */
  readonly learns: boolean;
}

/**
 * Normal priors and learned scales are integrated out; Laplace and Student-t too, as mixtures of normals. Any other
 * family, a prior with a sign, and every column under a likelihood that is not normal is sampled (METHOD §2, §6).
 */
export function placementOf(columns: readonly BaselineColumn[], { family }: Spec['likelihood']): Placement {
  const all = columns.map((column, index): PlacedColumn => ({ index, column }));
  const isNormal = ({ column: { prior } }: PlacedColumn) =>
    prior.family === 'normal' || prior.family === 'learned';
  const isMixture = ({ column: { prior } }: PlacedColumn) =>
    prior.family === 'laplace' || prior.family === 'student_t';
  // Integrating out needs normal noise; without it a mixture would only add coordinates.
  if (family !== 'normal')
    return { integrated: [], sampled: all, normal: all.filter(isNormal), learns: false };
  const integrated = all.filter((placed) => isNormal(placed) || isMixture(placed));
  return {
    integrated,
    sampled: all.filter((placed) => !integrated.includes(placed)),
    normal: integrated,
    learns: integrated.some(({ column }) => column.prior.family !== 'normal'),
  };
}
