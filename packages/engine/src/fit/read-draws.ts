// Reading the draws of a run: one column chain by chain, or every k-th draw of all chains.
import type { DrawLayout } from '../insights/variables.ts';
import type { Draws } from './draws.ts';

/** Throws when draws are not of the model that has this layout: their columns would be read as something else. */
export function checkLayout(draws: Draws, { variables, columns }: DrawLayout): void {
  const named = ({ group, name, offset, labels = [] }: Draws['variables'][number]) =>
    [group, name, offset, ...labels].join(' ');
  const [got, wanted] = [draws.variables.map(named), variables.map(named)];
  const strange = wanted.find((name, i) => name !== got[i]);
  if (strange !== undefined || got.length !== wanted.length || draws.columns !== columns)
    throw new Error(`these draws are of another spec: ${strange ?? 'a variable too many'}`);
}

/** Draws of each chain. */
export function drawsPerChain(draws: Draws): number {
  return draws.segments[0].reduce((sum, segment) => sum + segment.draws, 0);
}

/** Column `column` as one array a chain. */
export function columnByChain(draws: Draws, column: number): Float64Array[] {
  return draws.segments.map((segments) => {
    const out = new Float64Array(drawsPerChain(draws));
    let i = 0;
    for (const segment of segments)
      for (let s = 0; s < segment.draws; s++) out[i++] = segment.values[s * draws.columns + column];
    return out;
  });
}

/** A statistic of the sampler as one array a chain. */
export function statByChain(draws: Draws, name: 'lp' | 'energy' | 'diverging' | 'treeDepth'): Float64Array[] {
  return draws.segments.map((segments) => {
    const out = new Float64Array(drawsPerChain(draws));
    let i = 0;
    for (const { stats } of segments) for (const value of stats[name]) out[i++] = value;
    return out;
  });
}

/** All chains one after the other. */
export function pooled(chains: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0));
  let at = 0;
  for (const chain of chains) {
    out.set(chain, at);
    at += chain.length;
  }
  return out;
}

/** Visits every k-th draw, k the largest that leaves at least `least` of them; returns how many it visited. */
export function visitThinned(
  draws: Draws,
  least: number,
  visit: (values: Float64Array, offset: number, index: number) => void,
): number {
  const all = drawsPerChain(draws) * draws.segments.length;
  const step = Math.max(1, Math.floor(all / least));
  let global = 0;
  let visited = 0;
  for (const segments of draws.segments) {
    for (const segment of segments) {
      for (let s = 0; s < segment.draws; s++, global++) {
        if (global % step === 0) visit(segment.values, s * draws.columns, visited++);
      }
    }
  }
  return visited;
}
