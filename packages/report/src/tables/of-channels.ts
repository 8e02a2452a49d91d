// Tables with a row a channel: what it returned, how its curve runs, how much of that is the data.
import type { ResultFile } from '@mixmodel/contract';
import { byContribution, type Channel } from '../words.ts';
import { banded, estimated, one, pointOf, type RunTable, tableOf } from './table.ts';

/** `converged` stands in every row: a file that is passed on without its page still says whether to use it. */
export function channelsTable(result: ResultFile): RunTable {
  const { passed } = result.convergence;
  return tableOf<Channel>('channels', 'What each channel returned', byContribution(result), [
    one('channel', 'Channel', ({ label }) => label),
    one('column', 'Column', ({ name }) => name),
    one('converged', 'Converged', () => passed),
    one('spend', 'Spend', ({ spend }) => spend),
    ...estimated<Channel>('roas', 'ROAS', ({ roas }) => roas),
    ...estimated<Channel>('roas_of_spend', 'ROAS of the spend', ({ roasOfSpend }) => roasOfSpend),
    ...estimated<Channel>('marginal_roas', 'Marginal ROAS', ({ marginalRoas }) => marginalRoas),
    ...estimated<Channel>('contribution', 'Contribution', ({ contribution }) => contribution),
    ...(result.multiplicative
      ? estimated<Channel>('incremental', 'Incremental', ({ incremental }) => incremental)
      : []),
    ...estimated<Channel>('share', 'Share of the KPI', ({ share }) => share),
    one('cost_per_kpi_median', 'Cost per KPI unit, median', ({ costPerKpi }) => costPerKpi?.median ?? null),
    one('cost_per_kpi_hdi94_low', 'Cost per KPI unit, 94 % interval: low', costEnd(0)),
    one('cost_per_kpi_hdi94_high', 'Cost per KPI unit, 94 % interval: high', costEnd(1)),
    one('flat_probability', 'P(flat curve)', ({ flatProbability }) => flatProbability),
    one('adstock', 'Adstock', ({ adstock }) => adstock.kind),
    ...estimated<Channel>('adstock_alpha', 'Adstock rate', ({ adstock }) => adstock.alpha),
    ...estimated<Channel>('mean_lag', 'Mean lag', ({ adstock }) => adstock.meanLag),
    one('saturation', 'Saturation', ({ saturation }) => saturation.kind),
    ...estimated<Channel>('saturation_level', 'Saturation reached', ({ saturation }) => saturation.level),
  ]);
}

function costEnd(end: 0 | 1) {
  return ({ costPerKpi }: Channel) => costPerKpi?.hdi94[end] ?? null;
}

type Measured = Channel & { readonly information: NonNullable<Channel['information']> };

export function informationTable(result: ResultFile): RunTable {
  const measured = byContribution(result).filter((channel): channel is Measured => !!channel.information);
  const parts = [
    ['data', 'data'],
    ['experiments', 'experiments'],
    ['ownSize', 'own size prior'],
    ['ownShape', 'own shape prior'],
    ['otherPriors', 'other priors'],
  ] as const;
  const keyOf = (part: string) => part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return tableOf<Measured>('information', 'How much of each ROAS is the data', measured, [
    one('channel', 'Channel', ({ label }) => label),
    one('column', 'Column', ({ name }) => name),
    one('verdict', 'Verdict', ({ information }) => information.verdict),
    ...parts.map(([part, label]) =>
      one<Measured>(`share_${keyOf(part)}`, `Share: ${label}`, (row) => row.information.shares[part]),
    ),
    ...parts.map(([part, label]) =>
      one<Measured>(`pull_${keyOf(part)}`, `Pull: ${label}`, (row) => row.information.pulls[part]),
    ),
    one('total', 'Information in all', ({ information }) => information.total),
    one('mcse', 'Monte Carlo error', ({ information }) => information.mcse),
    one('prior_and_data_disagree', 'Prior and data disagree', (row) => row.information.priorAndDataDisagree),
  ]);
}

/** The historical spend scaled from nothing to twice as much. */
export function curvesTable(result: ResultFile): RunTable {
  const points = byContribution(result).flatMap(({ label, name, responseCurve: curve }) =>
    (curve?.scale ?? []).map((scale, i) => ({
      label,
      name,
      scale,
      spend: curve?.spend[i] ?? null,
      point: pointOf(curve ?? nothing, i),
      extrapolated: curve?.extrapolated[i] ?? null,
    })),
  );
  return tableOf('response_curves', 'What other amounts of spend would bring', points, [
    one('channel', 'Channel', ({ label }) => label),
    one('column', 'Column', ({ name }) => name),
    one('scale', 'Times the present spend', ({ scale }) => scale),
    one('spend', 'Spend', ({ spend }) => spend),
    ...banded<(typeof points)[number]>('', 'Contribution, ', ({ point }) => point),
    one('extrapolated', 'Beyond what was ever spent', ({ extrapolated }) => extrapolated),
  ]);
}

const nothing = { mean: [], q03: [], q25: [], q75: [], q97: [] };
