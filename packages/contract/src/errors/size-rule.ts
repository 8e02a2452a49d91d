// Why the channels got the size prior they have, in one sentence (METHOD §5).
import type { FitResult } from '@mixmodel/engine';
import { percent } from './entry.ts';

type SizeRule = FitResult['prior']['sizeRule'];

/** What the size priors are stated about, and why. */
export function sizeRuleSentence({ reason, under }: SizeRule): string {
  switch (reason) {
    case 'money':
      return 'Size priors are stated as return per unit of spend (LogNormal(0.2, 0.9): around 1.2, seldom above 6).';
    case 'not_money':
      return 'The KPI has no price, so the size priors are stated together: all media bring about 40 % of it, give or take 20.';
    case 'returns_exceed_kpi': {
      const share = under ? ` (probability ${percent(under.above1)})` : '';
      return `Usual returns on this spend would often exceed the whole KPI${share}, so the size priors are stated together instead: all media bring about 40 % of it, give or take 20.`;
    }
    case 'explicit':
      return 'Every channel brought its own size prior.';
  }
}
