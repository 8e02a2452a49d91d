// What somebody signed in with, in few words: enough to know one's own in a list.

const most = 60;

/** The first that matches counts: most browsers also call themselves others. */
const browsers = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** `Firefox on Windows`, `curl`; what a program calls itself is not to be trusted, only to be recognised. */
export function deviceOf(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const browser = named(browsers, text);
  if (browser === undefined) return program(text) ?? 'an unknown program';
  const system = named(systems, text);
  return system === undefined ? browser : `${browser} on ${system}`;
}

function named(known: readonly (readonly [string, RegExp])[], text: string): string | undefined {
  return known.find(([, pattern]) => pattern.test(text))?.[0];
}

/** `python-requests` of `python-requests/2.32`. */
function program(text: string): string | undefined {
  return /^[\w.+ -]+/.exec(text)?.[0].trim().slice(0, most) || undefined;
}
