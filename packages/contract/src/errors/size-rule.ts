// Why the channels got the size prior they have, in one sentence (METHOD §5).
import type { FitResult } from '@mixmodel/engine';
import { percent } from './entry.ts';

type SizeRule = FitResult['prior']['sizeRule'];

/** What the size priors are stated about, and why. */
export function sizeRuleSentence({ reason, under }: SizeRule): string {
  switch (reason) {
    case 'money':
      return 'Each channel was assumed to return around 1.2 for each unit spent, seldom more than 6 (size prior roi: LogNormal(0.2, 0.9)).';
    case 'not_money':
      return 'The KPI has no price, so one assumption was made for all media together: on average they bring 40 % of it, give or take 20 (size prior total_media).';
    case 'returns_exceed_kpi': {
      const share = under ? ` (probability ${percent(under.above1)})` : '';
      return `Usual returns on this spend would often exceed the whole KPI${share}, so one assumption was made for all media together instead: on average they bring 40 % of it, give or take 20 (size prior total_media).`;
    }
    case 'parts_multiply':
      return 'Parts multiply (link log), so each channel was assumed to raise the KPI by a factor, seldom more than 1.8 (size prior coefficient: HalfNormal(0.3) on the log scale).';
    case 'explicit':
      return 'What each channel returns was assumed as the spec states it (its size priors).';
  }
}
