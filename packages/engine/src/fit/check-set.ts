// Everything the convergence check looks at, by name, with its diagnostics (METHOD §7).
import { type Diagnosis, diagnose } from '../diagnostics/diagnose.ts';
import type { Draws } from './draws.ts';
import { columnByChain, statByChain } from './read-draws.ts';

/** One quantity under the check. */
export interface Checked extends Diagnosis {
  /** `roas[tv_spend]` */
  readonly name: string;
  /** A result people read, as opposed to a parameter behind it. */
  readonly reported: boolean;
  /** Its draws, chain by chain. */
  readonly chains: readonly Float64Array[];
}

const REPORTED = new Set([
  'total_contribution',
  'roas',
  'roas_of_spend',
  'marginal_roas',
  'total_media_contribution',
  'baseline_contribution',
]);

/** Every sampled parameter, σ, w, the log posterior and every reported quantity. */
export function checkSet(draws: Draws): Checked[] {
  const checked: Checked[] = [];
  for (const variable of draws.variables) {
    if (variable.group !== 'posterior') continue;
    const labels = variable.labels ?? [''];
    for (const [i, label] of labels.entries()) {
      const chains = columnByChain(draws, variable.offset + i);
      // Written as NaN throughout where a variable does not apply: no ROAS of organic media, no λ of a Hill curve.
      if (chains.every((chain) => chain.every(Number.isNaN))) continue;
      const name = label === '' ? variable.name : `${variable.name}[${label}]`;
      checked.push({ name, reported: REPORTED.has(variable.name), chains, ...diagnose(chains) });
    }
  }
  const lp = statByChain(draws, 'lp');
  checked.push({ name: 'log_posterior', reported: false, chains: lp, ...diagnose(lp) });
  return checked;
}
