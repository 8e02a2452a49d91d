// What a run may cost on this server: a run beyond it would take everybody else's down with it.
import type { SamplingSettings } from '@mixmodel/contract';
import type { Problem } from '@mixmodel/engine';
import type { Cost } from '@mixmodel/runtime';
import type { Config } from '../../config.ts';
import type { PlannedModel } from '../../reading/protocol.ts';

/** Attempts in a row that stored nothing new: by then the run is what ends the server, not bad luck. */
export const mostStalledAttempts = 5;

/** What the mode that is asked for would cost; a full run where none is. */
export function costIn({ cost }: PlannedModel, sampling: SamplingSettings | undefined): Cost {
  return cost[sampling?.mode ?? 'full'];
}

/** What is too much about a run, at the number that is easiest to lower. */
export function overBudget(
  { ms, memoryMb }: Cost,
  { maxRunMemoryMb, maxRunMinutes }: Pick<Config, 'maxRunMemoryMb' | 'maxRunMinutes'>,
): Problem[] {
  const path = 'draws';
  const minutes = ms / 60_000;
  const problems: Problem[] = [];
  if (memoryMb > maxRunMemoryMb)
    problems.push({
      code: 'run_memory',
      path,
      facts: { gotMb: Math.ceil(memoryMb), mostMb: maxRunMemoryMb },
    });
  if (minutes > maxRunMinutes)
    problems.push({
      code: 'run_minutes',
      path,
      facts: { gotMinutes: Math.ceil(minutes), mostMinutes: maxRunMinutes },
    });
  return problems;
}
