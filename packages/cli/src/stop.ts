// Ctrl+C: at first it ends the program at once, during a fit it asks the fit to stop; either way the program says so.

/** The exit code of a program stopped by Ctrl+C (CONTRACTS). */
export const stopped = 130;

export const stoppedSentence = 'Stopped; nothing was written.\n';

const signals = ['SIGINT', 'SIGTERM'] as const;

function endAtOnce(): never {
  process.stderr.write(stoppedSentence);
  process.exit(stopped);
}

/** From now on one Ctrl+C (or a polite kill) ends the program: for commands that have written nothing yet. */
export function endWhenStopped(): void {
  for (const signal of signals) process.on(signal, endAtOnce);
}

export interface StopSignal {
  readonly asked: Promise<'stop'>;
  readonly wasAsked: () => boolean;
  /** Gives Ctrl+C its usual meaning back. */
  readonly forget: () => void;
}

/** From now on one Ctrl+C only asks to stop, so that threads and half-written files can be cleared away. */
export function stopSignal(): StopSignal {
  let wasAsked = false;
  let resolve = (_: 'stop'): void => {};
  const asked = new Promise<'stop'>((settle) => {
    resolve = settle;
  });
  const listener = () => {
    wasAsked = true;
    resolve('stop');
  };
  for (const signal of signals) {
    process.on(signal, listener);
    process.off(signal, endAtOnce);
  }
  return {
    asked,
    wasAsked: () => wasAsked,
    forget() {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}
