// What channels brought in money where the KPI is counted and a column says what one unit is worth.
import type { ResultFile } from '@mixmodel/contract';
import { estimateText } from './amounts.ts';
import { estimateColumns } from './estimate-columns.ts';
import type { Column } from './layout.ts';
import { type Channel, mcseOf, scaledBy, type Words } from './words.ts';

/** Spend is given, so money brought is the ROAS times it, draw by draw. */
export function worthGroup(result: ResultFile, channels: readonly Channel[], { moneyUnit }: Words): Column[] {
  if (worthOf(result) === undefined || !channels.some(({ roas }) => roas)) return [];
  const texts = channels.map(({ name, roas, spend }) => {
    const mcse = mcseOf(result, `roas[${name}]`);
    return roas
      ? estimateText(scaledBy(roas, spend), mcse === null ? null : mcse * spend, moneyUnit)
      : undefined;
  });
  return estimateColumns('In money', texts);
}

export function worthLegend(result: ResultFile, { oneOfKpi }: Words, group: readonly Column[]): string[] {
  if (group.length === 0) return [];
  return [
    `In money: what it brought, each ${oneOfKpi} at the \`${worthOf(result)}\` of its ${result.data.period}.`,
  ];
}

/** The column with the worth of a KPI unit. */
function worthOf({ spec }: ResultFile): string | undefined {
  const { kind, revenuePerKpi } = spec.columns.target;
  return kind === 'units' ? revenuePerKpi : undefined;
}
