// What the noise has besides σ: the degrees of freedom of a Student-t, the correlation of AR(1) errors.
import type { OwnParameter } from './own-parameters.ts';
import type { LikelihoodSpec } from './spec.ts';

/** Below ν = 2 the noise has no variance; towards |ρ| = 1 it is no longer told from a trend (METHOD §6). */
export const noiseBounds = { nu: [2, Number.POSITIVE_INFINITY], rho: [-0.95, 0.95] } as const;

/** Stored as `y_nu` and `y_rho`: PyMC's names for parameters of the likelihood `y`. */
export function noiseParameters({ family, errors, nu, rho }: LikelihoodSpec): OwnParameter[] {
  return [
    ...(family === 'student_t' && nu ? [{ variable: 'y_nu', prior: nu, within: noiseBounds.nu }] : []),
    ...(errors === 'ar1' && rho ? [{ variable: 'y_rho', prior: rho, within: noiseBounds.rho }] : []),
  ];
}
