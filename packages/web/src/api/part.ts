// Parts of the program that come when they are wanted, and are gone once a newer version has taken their place.

export class PartMissing extends Error {
  override readonly name = 'PartMissing';
}

/** The import of a part; its failure is a `PartMissing` instead of each browser's own words, which the router would
 * answer with a reload of its own, even offline. */
export const part =
  <M>(load: () => Promise<M>) =>
  (): Promise<M> =>
    load().catch((cause: unknown) => {
      throw new PartMissing(
        'A part of MixModel could not be loaded: you may be offline, or a newer version has taken its place. Check that you are connected, then try again.',
        { cause },
      );
    });

const mark = 'mixmodel.reloaded';
const againAfterMs = 60_000;

interface Tab {
  readonly online: boolean;
  readonly now: number;
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
}

/** Whether loading the page anew may bring the part: once a minute at most, and never while there is no network. */
export function mayReload(error: unknown, { online, now, storage }: Tab): boolean {
  if (!(error instanceof PartMissing) || !online) return false;
  try {
    const last = Number(storage().getItem(mark) ?? Number.NEGATIVE_INFINITY);
    if (now - last < againAfterMs) return false;
    storage().setItem(mark, String(now));
    return true;
  } catch {
    // Without storage nothing would end a loop of reloads.
    return false;
  }
}
