// Stretches of one chain, drawn one after the other, as the one segment they would have been.
import type { ChainSegment, SampleStats } from '@mixmodel/engine';

/** A chain that goes on evaluates the density once where it stands; a chain in one go never does. */
const RESUME_GRADIENTS = 1;

/** `stretches` are in order, the first of them with its warm-up; at least one. */
export function joined(stretches: readonly ChainSegment[]): ChainSegment {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (!first || !last) throw new Error('no stretches to join');
  if (stretches.length === 1) return first;
  const gradients = stretches.reduce((sum, one) => sum + one.gradients, 0);
  return {
    chain: first.chain,
    draws: stretches.reduce((sum, one) => sum + one.draws, 0),
    values: floats(stretches.map((one) => one.values)),
    stats: joinedStats(stretches.map((one) => one.stats)),
    gradients: gradients - RESUME_GRADIENTS * (stretches.length - 1),
    modeLogDensity: first.modeLogDensity,
    state: last.state,
  };
}

function joinedStats(parts: readonly SampleStats[]): SampleStats {
  return {
    lp: floats(parts.map(({ lp }) => lp)),
    energy: floats(parts.map(({ energy }) => energy)),
    diverging: Uint8Array.from(parts.flatMap(({ diverging }) => [...diverging])),
    treeDepth: Uint8Array.from(parts.flatMap(({ treeDepth }) => [...treeDepth])),
    steps: Uint16Array.from(parts.flatMap(({ steps }) => [...steps])),
    stepSize: floats(parts.map(({ stepSize }) => stepSize)),
    acceptanceRate: floats(parts.map(({ acceptanceRate }) => acceptanceRate)),
  };
}

function floats(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
