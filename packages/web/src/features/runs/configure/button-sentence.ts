// What the button that starts a run says: what will happen, or what it waits for.
import { type SamplingSettings, samplingDefaults } from '@mixmodel/contract';
import { roughly } from '../duration.ts';

export interface Readiness {
  readonly sampling: SamplingSettings;
  /** Faults the plan or a field has. */
  readonly faults: number;
  /** The plan is for what stands on the page now. */
  readonly upToDate: boolean;
  readonly estimateMs: number | null;
  readonly sending: boolean;
  /** The person may start runs here. */
  readonly allowed: boolean;
}

export interface ButtonSentence {
  readonly label: string;
  readonly ready: boolean;
  /** Why it waits, in one sentence for beside the button. */
  readonly reason: string | null;
}

/** Everything but chains and time goes without saying. */
export function buttonSentence(state: Readiness): ButtonSentence {
  const { sampling, faults, upToDate, estimateMs, sending, allowed } = state;
  const chains = sampling.chains ?? samplingDefaults[sampling.mode ?? 'full'].chains;
  const fit = Number.isInteger(chains) ? `Fit ${chains} ${chains === 1 ? 'chain' : 'chains'}` : 'Fit';
  const waits = (reason: string, label = fit) => ({
    label,
    ready: false,
    reason,
  });
  if (!allowed)
    return waits('You may read this workspace but not start runs. Ask an admin to make you a member.');
  if (sending) return waits('The run is being started.', 'Starting…');
  if (faults > 0)
    return waits(`${faults === 1 ? 'One thing' : `${faults} things`} above must be settled first.`);
  if (!upToDate) return waits('Checking the settings and how long the fit will take.');
  const time = estimateMs === null ? '' : `, ${roughly(estimateMs)}`;
  return { label: `${fit}${time}`, ready: true, reason: null };
}
