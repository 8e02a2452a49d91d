// The kernel's three stages, what goes before and after them, and the sampler's metric and momenta. What they compute is written in ../README.md, where it stands in memory in memory.ts.
export { enterEffects, enterTotals, leaveEffects, leaveTotals } from './coordinates';
export { curves } from './curves';
export { lowRank } from './low-rank';
export { normals } from './normals';
export { residuals, weigh } from './sums';
