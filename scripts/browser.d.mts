// Types of browser.mjs, for the journeys' configuration.
export const browserPlaces: readonly string[];
export function findChromium(): string | undefined;
