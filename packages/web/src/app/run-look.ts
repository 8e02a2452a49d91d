// What the address of a result says: the view, one channel, how many of the last periods.

const views = ['executive', 'manager', 'analyst'] as const;

export interface RunLook {
  view?: (typeof views)[number];
  channel?: string;
  last?: number;
}

/** Keeps what makes sense and drops the rest, so that an old or mistyped address still opens. */
export function runLook({ view, channel, last }: Record<string, unknown>): RunLook {
  const known = views.find((one) => one === view);
  return {
    ...(known ? { view: known } : {}),
    ...(typeof channel === 'string' || typeof channel === 'number' ? { channel: String(channel) } : {}),
    ...(typeof last === 'number' && Number.isInteger(last) && last > 0 ? { last } : {}),
  };
}
