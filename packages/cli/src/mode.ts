// Whether a command samples quickly or in full where nothing is said.
import type { Given } from './arguments.ts';
import type { CommandName } from './flags.ts';

/** A backtest is many fits, of which forecasts need no last digit. */
export function modeOf(command: CommandName, { quick, full }: Given): 'quick' | 'full' {
  if (command === 'backtest') return full ? 'full' : 'quick';
  return quick ? 'quick' : 'full';
}
