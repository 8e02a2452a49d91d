// Does the sampler move well between energies? The energy Bayesian fraction of missing information.
import { meanAndSd } from './moments.ts';

/**
 * E-BFMI of one chain: below 0.3 it explores the energies too slowly. M. Betancourt, Diagnosing suboptimal
 * cotangent disintegrations in Hamiltonian Monte Carlo (2016), in ArviZ's form.
 */
export function eBfmi(energy: Float64Array): number {
  const { sd } = meanAndSd(energy);
  let steps = 0;
  for (let i = 1; i < energy.length; i++) steps += (energy[i] - energy[i - 1]) * (energy[i] - energy[i - 1]);
  return steps / (energy.length - 1) / (sd * sd);
}
