// The figures of the convergence check, each beside what is asked of it.
import { type ResultFile, wantedEss, wantedRHat } from '@mixmodel/contract';

export interface CheckFigure {
  readonly label: string;
  /** Key of the glossary. */
  readonly term?: string;
  readonly value: string;
  readonly wanted: string;
  readonly passes: boolean;
}

/** METHOD §7: a quick check asks nothing of the energy. */
const wantedEBfmi = { quick: null, full: 0.3 } as const;

export function checkFigures({ convergence, sampling }: ResultFile): CheckFigure[] {
  const rHat = wantedRHat[sampling.mode];
  const eBfmi = wantedEBfmi[sampling.mode];
  const ess = wantedEss[sampling.mode];
  const draws = sampling.chains * sampling.draws;
  const { maxRHat, minEssBulk, minEssTail, minEBfmi, problems } = convergence;
  // How many may diverge depends on what they do to the means: the check has decided.
  const tooMany = problems.some(({ code, severity }) => code === 'divergences' && severity === 'block');
  const cutShort = problems.find(({ code }) => code === 'tree_depth')?.value ?? 0;
  return [
    {
      label: 'Largest R-hat',
      term: 'R-hat',
      value: decimals(maxRHat, 3),
      wanted: `≤ ${rHat}`,
      passes: maxRHat !== null && maxRHat <= rHat,
    },
    ...(
      [
        ['Smallest bulk ESS', minEssBulk],
        ['Smallest tail ESS', minEssTail],
      ] as const
    ).map(([label, value]) => ({
      label,
      term: 'ESS',
      value: value === null ? 'none' : whole(Math.floor(value)),
      wanted: `≥ ${ess}`,
      passes: value !== null && value >= ess,
    })),
    {
      label: 'Divergences',
      term: 'Divergence',
      value: whole(sampling.divergences),
      wanted: `of ${whole(draws)}`,
      passes: !tooMany,
    },
    {
      label: 'Smallest E-BFMI',
      term: 'E-BFMI',
      value: decimals(minEBfmi, 2),
      wanted: eBfmi === null ? 'nothing asked' : `≥ ${eBfmi}`,
      passes: eBfmi === null || (minEBfmi !== null && minEBfmi >= eBfmi),
    },
    {
      label: 'Tree depth at limit',
      value: whole(cutShort),
      wanted: cutShort === 1 ? 'draw' : 'draws',
      // Named, never blocking: the result is right but cost more than it should.
      passes: true,
    },
  ];
}

function decimals(value: number | null, digits: number): string {
  return value === null ? 'none' : value.toFixed(digits);
}

function whole(value: number): string {
  return value.toLocaleString('en-US');
}
