// What was typed on the configure page, so that a reload loses nothing.
// Kept in this tab until the run is started or its account signs out.
import type { SamplingSettings } from '@mixmodel/contract';
import type { Draft } from './draft.ts';

/** Everything a person can change before a run. */
export interface Settings {
  readonly name: string;
  /** Percent as typed; empty when no margin is given. */
  readonly margin: string;
  /** Null while the mapping's own draft stands. */
  readonly draft: Draft | null;
  readonly sampling: SamplingSettings;
  /** By place of the field: what was typed there and cannot be used yet. */
  readonly typed: Readonly<Record<string, string>>;
}

export const untouched: Settings = {
  name: '',
  margin: '',
  draft: null,
  sampling: { mode: 'full' },
  typed: {},
};

const prefix = 'mixmodel.configure.';

/** Where one account's settings for one dataset are kept: the next account in this tab has its own. */
export const placeOf = (accountId: string, datasetId: string) => `${prefix}${accountId}.${datasetId}`;

type Tab = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
const thisTab = (): Tab => sessionStorage;

/** Storage may be blocked or full. Then the page keeps what was typed while it is open, and a reload begins anew. */
function attempt<T>(use: (tab: Tab) => T, tab: () => Tab): T | undefined {
  try {
    return use(tab());
  } catch {
    return undefined;
  }
}

export function readSettings(place: string, tab = thisTab): Settings {
  const text = attempt((storage) => storage.getItem(place), tab) ?? null;
  if (text === null) return untouched;
  try {
    return { ...untouched, ...(JSON.parse(text) as Partial<Settings>) };
  } catch (error) {
    // Only this page writes the key; anything else there is not worth a broken page.
    if (error instanceof SyntaxError) return untouched;
    throw error;
  }
}

export function keepSettings(place: string, settings: Settings, tab = thisTab): void {
  const text = JSON.stringify(settings);
  attempt((storage) => storage.setItem(place, text), tab);
}

export function forgetSettings(place: string, tab = thisTab): void {
  attempt((storage) => storage.removeItem(place), tab);
}

/** Of every dataset and account. */
export function forgetAllSettings(tab = thisTab): void {
  attempt((storage) => {
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
    for (const key of keys) if (key.startsWith(prefix)) storage.removeItem(key);
  }, tab);
}

/** Less would be shown as nothing. */
export const leastPercent = 0.1;

/** A margin of `50` percent as 0.5; null for none, undefined for something that is no percent. */
export function marginOf(text: string): number | null | undefined {
  const trimmed = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (trimmed === '') return null;
  const percent = Number(trimmed);
  return percent >= leastPercent && percent <= 100 ? percent / 100 : undefined;
}

/** `typed` with `text` at `place`, or without that place once it can be used. */
export function withTyped(typed: Settings['typed'], place: string, text: string | null): Settings['typed'] {
  const { [place]: _, ...others } = typed;
  return text === null ? others : { ...others, [place]: text };
}
