// What was typed on the configure page, kept in this tab until the run is started, so that a reload loses nothing.
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

const keyOf = (datasetId: string) => `mixmodel.configure.${datasetId}`;

export function readSettings(datasetId: string, storage: Storage = sessionStorage): Settings {
  const text = storage.getItem(keyOf(datasetId));
  if (text === null) return untouched;
  try {
    return { ...untouched, ...(JSON.parse(text) as Partial<Settings>) };
  } catch (error) {
    // Only this page writes the key; anything else there is not worth a broken page.
    if (error instanceof SyntaxError) return untouched;
    throw error;
  }
}

export function keepSettings(datasetId: string, settings: Settings, storage: Storage = sessionStorage): void {
  storage.setItem(keyOf(datasetId), JSON.stringify(settings));
}

export function forgetSettings(datasetId: string, storage: Storage = sessionStorage): void {
  storage.removeItem(keyOf(datasetId));
}

/** A margin of `50` percent as 0.5; null for none, undefined for something that is no percent. */
export function marginOf(text: string): number | null | undefined {
  const trimmed = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (trimmed === '') return null;
  const percent = Number(trimmed);
  return percent > 0 && percent <= 100 ? percent / 100 : undefined;
}

/** `typed` with `text` at `place`, or without that place once it can be used. */
export function withTyped(typed: Settings['typed'], place: string, text: string | null): Settings['typed'] {
  const { [place]: _, ...others } = typed;
  return text === null ? others : { ...others, [place]: text };
}
