// Whether a channel's size can be what it says: a known kind, spend and money where it needs them, a window in the data.
import type { Problem } from '../problem.ts';
import { checkWindow } from './check-window.ts';
import type { ModelData } from './data.ts';
import { trainingMask } from './holdout.ts';
import type { ChannelDraft, Size, SpecDraft, Target } from './spec.ts';
import { rowsInside } from './windows.ts';

export const sizeKinds: readonly Size['kind'][] = [
  'coefficient',
  'spend_share',
  'roi',
  'mroi',
  'total_media',
  'contribution',
];

/** Sizes about money spent; the first two are also about money earned. */
const aboutSpend: readonly Size['kind'][] = ['roi', 'mroi', 'total_media', 'spend_share'];
const aboutReturns: readonly Size['kind'][] = ['roi', 'mroi'];

/** Whether returns are money per money. */
export function isMoney(target: Target): boolean {
  return target.kind === 'money' || target.revenuePerKpi !== undefined;
}

/** `at` is the channel's path. */
export function checkSize(channel: ChannelDraft, at: string, draft: SpecDraft, data: ModelData): Problem[] {
  const { size, organic, column } = channel;
  if (!size) return [];
  const path = `${at}.size.kind`;
  const facts = { got: String(size.kind) };
  if (!sizeKinds.includes(size.kind))
    return [{ code: 'unknown_size', path, column, facts: { ...facts, choices: sizeKinds } }];
  const problems: Problem[] = [];
  if (aboutReturns.includes(size.kind) && !size.prior && !isMoney(draft.columns.target))
    problems.push({ code: 'size_needs_money', path, column, facts });
  if (organic && aboutSpend.includes(size.kind))
    problems.push({ code: 'size_needs_spend', path, column, facts });
  return [...problems, ...checkSizeWindow(channel, at, draft, data)];
}

function checkSizeWindow(
  { size, column, organic }: ChannelDraft,
  at: string,
  draft: SpecDraft,
  data: ModelData,
): Problem[] {
  if (!size?.window) return [];
  const path = `${at}.size.window`;
  if (size.kind !== 'roi') return [{ code: 'size_window_kind', path, column, facts: { got: size.kind } }];
  const problems = checkWindow(size.window, { path, column }, data);
  if (problems.length > 0) return problems;
  const [spent, kpi] = [data.columns.get(column), data.columns.get(draft.columns.target.column)];
  if (organic || !spent || !kpi) return [];
  const trained = trainingMask(kpi, data, draft.holdout);
  const isSpent = rowsInside(size.window, data).some((one, t) => one * trained[t] * spent[t] > 0);
  return isSpent ? [] : [{ code: 'size_window_no_spend', path, column, facts: { ...size.window } }];
}
