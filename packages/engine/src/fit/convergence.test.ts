// The convergence check on draws with known faults: each is seen, and weighs what METHOD says it weighs.
import { describe, expect, it } from 'vitest';
import { stream } from '../numeric/random.ts';
import { checkup, thresholds, verdict } from './convergence.ts';
import type { ChainSegment, Draws } from './draws.ts';

const CHAINS = 4;
const DRAWS = 1000;

interface Fault {
  /** Added to `roas` of the last chain. */
  readonly reportedShift?: number;
  /** Added to `saturation_lam` of the last chain. */
  readonly parameterShift?: number;
  readonly divergences?: number;
  /** Added to every reported quantity of chain 0 when it diverges. */
  readonly divergentShift?: number;
  readonly stuckEnergy?: boolean;
  readonly modes?: readonly number[];
  readonly deepTrees?: number;
}

/** Independent normal draws of a parameter, a reported quantity and the energy, with a fault built in. */
function drawsWith(fault: Fault): Draws {
  const segments = Array.from({ length: CHAINS }, (_, chain) => [segment(chain, fault)]);
  return {
    variables: [
      { group: 'posterior', name: 'saturation_lam', offset: 0, dim: 'channel', labels: ['tv'] },
      { group: 'posterior', name: 'roas', offset: 1, dim: 'channel', labels: ['tv'] },
    ],
    columns: 2,
    segments,
  };
}

function segment(chain: number, fault: Fault): ChainSegment {
  const random = stream(9, chain, 8, 0);
  const last = chain === CHAINS - 1;
  const values = Float64Array.from({ length: 2 * DRAWS }, (_, i) => {
    const shift = i % 2 === 0 ? fault.parameterShift : fault.reportedShift;
    const divergent = chain === 0 && i % 2 === 1 ? (fault.divergentShift ?? 0) : 0;
    return random.normal() + (last ? (shift ?? 0) : 0) + divergent;
  });
  const normals = () => Float64Array.from({ length: DRAWS }, () => random.normal());
  let walk = 0;
  return {
    chain,
    draws: DRAWS,
    values,
    stats: {
      lp: normals(),
      energy: fault.stuckEnergy && last ? normals().map((z) => (walk += 0.2 * z)) : normals(),
      diverging: Uint8Array.from({ length: DRAWS }, (_, i) =>
        chain === 0 && i < (fault.divergences ?? 0) ? 1 : 0,
      ),
      treeDepth: Uint8Array.from({ length: DRAWS }, (_, i) =>
        chain === 0 && i < (fault.deepTrees ?? 0) ? 10 : 3,
      ),
      steps: new Uint16Array(DRAWS),
      stepSize: new Float64Array(DRAWS),
      acceptanceRate: new Float64Array(DRAWS),
    },
    gradients: 0,
    modeLogDensity: fault.modes?.[chain] ?? 0,
    state: {
      draw: 0,
      position: new Float64Array(),
      stepSize: 1,
      metric: { scale: new Float64Array(), vectors: new Float64Array(), values: new Float64Array() },
    },
  };
}

function check(fault: Fault, mode: 'quick' | 'full' = 'full') {
  const draws = drawsWith(fault);
  const found = checkup(draws, thresholds[mode]);
  const { passed, problems } = verdict(found, draws, thresholds[mode]);
  return {
    shortfall: found.shortfall,
    passed,
    problems: problems.map((p) => `${p.code} ${p.quantity} ${p.severity}`),
  };
}

describe('the convergence check', () => {
  it('passes independent draws', () => {
    expect(check({})).toEqual({ shortfall: 'none', passed: true, problems: [] });
  });

  it('blocks when a reported quantity differs between chains', () => {
    const { shortfall, passed, problems } = check({ reportedShift: 1 });
    expect([shortfall, passed]).toEqual(['other_sampling', false]);
    expect(problems).toContain('r_hat roas[tv] block');
  });

  it('only warns when a parameter alone is slightly off', () => {
    const { shortfall, passed, problems } = check({ parameterShift: 0.35 });
    expect([shortfall, passed]).toEqual(['more_draws', true]);
    expect(problems).toEqual(['r_hat saturation_lam[tv] warn']);
  });

  it('blocks when a parameter is far off, and when it is off beside a reported quantity', () => {
    expect(check({ parameterShift: 1 }).problems).toContain('r_hat saturation_lam[tv] block');
    expect(check({ parameterShift: 0.35, reportedShift: 1 }).problems).toContain(
      'r_hat saturation_lam[tv] block',
    );
  });

  it('asks for other sampling at the first divergence, but forgives few of them when no mean depends on their chain', () => {
    expect(check({ divergences: 4 })).toEqual({
      shortfall: 'other_sampling',
      passed: true,
      problems: ['divergences all chains warn'],
    });
    expect(check({ divergences: 5 }).problems).toEqual(['divergences all chains block']);
  });

  it('does not forgive a divergence whose chain moves a reported mean', () => {
    expect(check({ divergences: 1, divergentShift: 0.45 }).problems).toContain(
      'divergences all chains block',
    );
  });

  it('lets quick runs have 1 % divergences', () => {
    expect(check({ divergences: 40 }, 'quick')).toMatchObject({ shortfall: 'none', passed: true });
    expect(check({ divergences: 41 }, 'quick').passed).toBe(false);
  });

  it('names the chain whose energy moves too little', () => {
    const { passed, problems } = check({ stuckEnergy: true });
    expect(passed).toBe(false);
    expect(problems).toContain('e_bfmi chain 4 block');
  });

  it('warns of modes more than 2 apart and of trees cut short', () => {
    expect(check({ modes: [0, 0, -2.5, 0], deepTrees: 3 })).toEqual({
      shortfall: 'none',
      passed: true,
      problems: ['tree_depth all chains warn', 'modes all chains warn'],
    });
  });
});
