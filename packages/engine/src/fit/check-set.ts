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
  'incremental_contribution',
  'paid_media_incremental',
  'paid_media_roas',
  'treatment_contribution',
  'lift',
  'total_media_contribution',
  'baseline_contribution',
]);

/** Every sampled parameter, σ, w, the log posterior and every reported quantity. */
export function checkSet(draws: Draws): Checked[] {
  return quantities(draws).flatMap(({ name, reported, read }) => {
    const chains = applicable(read());
    return chains ? [{ name, reported, chains, ...diagnose(chains) }] : [];
  });
}

/** The draws of one member of the check set, chain by chain; undefined when it has no such member. */
export function chainsOf(draws: Draws, name: string): readonly Float64Array[] | undefined {
  const quantity = quantities(draws).find((q) => q.name === name);
  return quantity && applicable(quantity.read());
}

interface Quantity extends Pick<Checked, 'name' | 'reported'> {
  read(): Float64Array[];
}

function quantities(draws: Draws): Quantity[] {
  const stored = draws.variables.filter(({ group }) => group === 'posterior');
  return [
    ...stored.flatMap(({ name, offset, labels = [''] }) =>
      labels.map(
        (label, i): Quantity => ({
          name: label === '' ? name : `${name}[${label}]`,
          reported: REPORTED.has(name),
          read: () => columnByChain(draws, offset + i),
        }),
      ),
    ),
    { name: 'log_posterior', reported: false, read: () => statByChain(draws, 'lp') },
  ];
}

/** A variable is written as NaN throughout where it does not apply: no ROAS of organic media, no λ of a Hill curve. */
function applicable(chains: Float64Array[]): Float64Array[] | undefined {
  return chains.every((chain) => chain.every(Number.isNaN)) ? undefined : chains;
}
