// What is to be modelled, column by column, before the numbers are checked; complete plans become a spec draft.
import type { ChannelDraft, SpecDraft } from '@mixmodel/engine';
import type { Finding } from '../finding.ts';

export type Use = 'date' | 'target' | 'revenue_per_kpi' | 'spend' | 'exposure' | 'organic' | 'control';

/** One column and what it is used for; `path` is its place in a spec the user wrote. */
export interface UsedColumn {
  readonly column: string;
  readonly use: Use;
  readonly path: string;
  /** The channel an exposure belongs to. */
  readonly channel?: string;
}

/** A draft of which date and target may still be missing. */
export interface Plan {
  readonly columns: Partial<SpecDraft['columns']>;
  readonly channels: readonly ChannelDraft[];
  readonly controls: NonNullable<SpecDraft['controls']>;
  readonly treatments?: NonNullable<SpecDraft['treatments']>;
  readonly holdout?: SpecDraft['holdout'];
}

export interface Planned {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  /** Several regions: rows of one date belong together, so dates and sums cannot be checked. */
  readonly regions?: boolean;
}

export function usedColumns(plan: Plan): UsedColumn[] {
  const { date, target } = plan.columns;
  const used: UsedColumn[] = [];
  if (date !== undefined) used.push({ column: date, use: 'date', path: 'columns.date' });
  if (target) used.push({ column: target.column, use: 'target', path: 'columns.target.column' });
  if (target?.revenuePerKpi !== undefined)
    used.push({ column: target.revenuePerKpi, use: 'revenue_per_kpi', path: 'columns.target.revenuePerKpi' });
  plan.channels.forEach((channel, i) => {
    const use = channel.organic ? 'organic' : 'spend';
    used.push({ column: channel.column, use, path: `channels[${i}].column` });
    if (channel.exposure !== undefined)
      used.push({
        column: channel.exposure,
        use: 'exposure',
        path: `channels[${i}].exposure`,
        channel: channel.column,
      });
  });
  plan.controls.forEach((control, i) => {
    // An outcome is listed in a spec but left out of the model.
    if (control.role !== 'outcome')
      used.push({ column: control.column, use: 'control', path: `controls[${i}].column` });
  });
  // A treatment is read and checked as a control is: a rate that every period must have.
  plan.treatments?.forEach(({ column }, i) => {
    used.push({ column, use: 'control', path: `treatments[${i}].column` });
  });
  return used;
}

/** The draft of a complete plan. */
export function draftOf(plan: Plan): SpecDraft | undefined {
  const { date, target } = plan.columns;
  if (date === undefined || target === undefined || plan.channels.length === 0) return undefined;
  const { channels, controls, treatments } = plan;
  return { version: 1, columns: { date, target }, channels, controls, ...(treatments && { treatments }) };
}
