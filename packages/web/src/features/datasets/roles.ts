// The roles a column can have, in the words of the screen.
import type { ColumnRole } from '@mixmodel/contract';

interface RoleWords {
  readonly name: string;
  /** What the role is for, in half a sentence. */
  readonly means: string;
}

/** In the order of the list, the common ones first. */
export const roleWords: Readonly<Record<ColumnRole, RoleWords>> = {
  date: { name: 'Date', means: 'the day, week or month of each row' },
  target: { name: 'Target', means: 'what is to be explained: revenue, orders, sign-ups' },
  spend: { name: 'Channel spend', means: 'what one channel cost' },
  exposure: { name: 'Exposure', means: 'what the spend bought: impressions, clicks' },
  organic: { name: 'Organic', means: 'media without spend: newsletters, posts' },
  control: { name: 'Control', means: 'what moves the target besides media: weather, competitors' },
  treatment: { name: 'Treatment', means: 'what you decide besides media: price, promotions' },
  event: { name: 'Event', means: 'one-off or yearly dates' },
  revenue_per_kpi: { name: 'Revenue per KPI unit', means: 'what one unit of the target is worth' },
  geo: { name: 'Region', means: 'the region of each row' },
  population: { name: 'Population', means: 'how many people live in the region' },
  reach: { name: 'Reach', means: 'how many people saw it' },
  frequency: { name: 'Frequency', means: 'how often each of them did' },
  outcome: { name: 'Outcome', means: 'itself a result, such as visits or leads, so it is left out' },
  ignore: { name: 'Ignore', means: 'not used' },
};

export const columnRoles = Object.keys(roleWords) as ColumnRole[];
