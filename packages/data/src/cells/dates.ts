// Dates as people write them; what can be day or month first keeps both readings until its column decides.
import { dayOf, mondayOfWeek } from './calendar.ts';
import { monthNumber } from './months.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** One text as a date: certain, or one day per order of its parts. */
export type DateReading =
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'ordered'; readonly dmy?: number; readonly mdy?: number; readonly ymd?: number }
  | { readonly kind: 'text' };

const TEXT: DateReading = { kind: 'text' };

type Pattern = readonly [RegExp, (found: readonly number[], text: RegExpExecArray) => number | undefined];

/** Patterns with one meaning. Groups that are not numbers come as NaN and are read from the match. */
const CERTAIN: readonly Pattern[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([y, , m, d]) => day(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => day(y, m, d)],
  [/^(\d{4})(\d{2})$/, ([y, m]) => day(y, m, 1)],
  [/^(\d{4})-?w(\d{1,2})(?:-?([1-7]))?$/i, ([y, w, d]) => week(y, w, d)],
  [
    /^(\d{4})\s*[-/ ]?\s*(?:kw|wk|week|cw|s|v|uke|semaine|semana|settimana)\s*(\d{1,2})$/i,
    ([y, w]) => week(y, w),
  ],
  [
    /^(?:w|kw|wk|week|cw|s|v|semaine|semana|settimana)\s*(\d{1,2})\s*[-/ ]\s*(\d{4})$/i,
    ([w, y]) => week(y, w),
  ],
  [/^(\d{4})[-/.](\d{1,2})$/, ([y, m]) => day(y, m, 1)],
  [/^(\d{1,2})[-/.](\d{4})$/, ([m, y]) => day(y, m, 1)],
  [/^(\p{L}+)\.?[-\s/,.]+(\d{4})$/u, ([, y], t) => day(y, monthNumber(t[1]), 1)],
  [/^(\p{L}+)\.?[-\s/']+(\d{2})$/u, ([, y], t) => day(century(y), monthNumber(t[1]), 1)],
  [/^(\d{4})[-\s/]+(\p{L}+)\.?$/u, ([y], t) => day(y, monthNumber(t[2]), 1)],
  [
    /^(\d{1,2})\.?[-\s/]*(?:de\s+)?(\p{L}+)\.?[-\s/,]*(?:de\s+)?(\d{4}|\d{2})$/u,
    ([d, , y], t) => day(century(y), monthNumber(t[2]), d),
  ],
  [/^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u, ([, d, y], t) => day(y, monthNumber(t[1]), d)],
  [/^(\d{4})[-\s](\p{L}+)[-\s](\d{1,2})$/u, ([y, , d], t) => day(y, monthNumber(t[2]), d)],
];

const ORDERED = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
/** A time of day, with or without a zone: the written calendar day counts. */
const TIME =
  /(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|gmt|[-+]\d{2}:?\d{2})?)$/i;
/** A weekday's name before the date. */
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-zäé]*\.?,?\s+/iu;

/** With weekday, month and zone in words: what is longer is no date, and would be long in being tried. */
const LONGEST = 100;

export function readDate(written: string): DateReading {
  const whole = written.trim();
  if (whole.length > LONGEST) return TEXT;
  const text = whole.replace(TIME, '');
  const reading = readDay(text);
  if (reading.kind !== 'text') return reading;
  const bare = text.replace(WEEKDAY, '');
  return bare === text ? TEXT : readDay(bare);
}

function readDay(text: string): DateReading {
  for (const [pattern, read] of CERTAIN) {
    const found = pattern.exec(text);
    if (!found) continue;
    const at = read(found.slice(1).map(Number), found);
    if (at !== undefined && isPlausible(at)) return { kind: 'date', day: at };
  }
  return readOrdered(text);
}

function readOrdered(text: string): DateReading {
  const found = ORDERED.exec(text);
  if (!found) return TEXT;
  const [a, sign, b, c] = [Number(found[1]), found[2], Number(found[3]), Number(found[4])];
  const year = century(c);
  const dmy = day(year, b, a);
  // Dots are written day first everywhere they are used.
  if (sign === '.') return dmy === undefined ? TEXT : { kind: 'date', day: dmy };
  const mdy = day(year, a, b);
  const ymd = (found[4] ?? '').length === 2 ? day(century(a), b, c) : undefined;
  if (dmy === undefined && mdy === undefined && ymd === undefined) return TEXT;
  return {
    kind: 'ordered',
    ...(dmy === undefined ? {} : { dmy }),
    ...(mdy === undefined ? {} : { mdy }),
    ...(ymd === undefined ? {} : { ymd }),
  };
}

function day(year?: number, month?: number, date?: number): number | undefined {
  return year === undefined || month === undefined || date === undefined
    ? undefined
    : dayOf(year, month, date);
}

function week(year?: number, number?: number, date?: number): number | undefined {
  if (year === undefined || number === undefined) return undefined;
  const monday = mondayOfWeek(year, number);
  return monday === undefined ? undefined : monday + (date && Number.isFinite(date) ? date - 1 : 0);
}

const century = (year: number | undefined): number | undefined =>
  year === undefined || year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;

/** 1900–2100: outside, eight digits are a number and not a day. */
const isPlausible = (at: number): boolean => at > -25_567 && at < 47_482;
