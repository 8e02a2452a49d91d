// The kernel's three stages. What they compute is written in ../README.md, where it stands in memory in memory.ts.
export { curves } from './curves';
export { residuals, weigh } from './sums';
