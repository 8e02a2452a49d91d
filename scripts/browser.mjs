// Where a Chromium is on this machine: journeys drive the one that is installed, none is downloaded.
import { existsSync } from 'node:fs';

export const browserPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Path of a browser, or undefined. MIXMODEL_CHROMIUM names another than the usual ones. */
export function findChromium() {
  const named = process.env.MIXMODEL_CHROMIUM;
  return named ? (existsSync(named) ? named : undefined) : browserPlaces.find((path) => existsSync(path));
}
