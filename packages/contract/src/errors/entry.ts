// One row of the error catalogue, and the few words its sentences share.

/** What a sentence is made of; problems of `engine`, `data` and `cli` and the engine's warnings all have this shape. */
export interface Told {
  readonly code: string;
  readonly path?: string;
  readonly row?: number;
  readonly column?: string;
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Where a sentence is read: what can be done is a flag in the terminal and a choice on a screen. */
export type Place = 'terminal' | 'screen';

/**
 * `error` stops the work, `warning` is shown beside the result, `suggestion` may be taken or left,
 * `note` says what was decided for the user.
 */
export type Severity = 'error' | 'warning' | 'suggestion' | 'note';

export interface CatalogueEntry {
  readonly severity: Severity;
  /** Status of an HTTP answer that carries it; warnings and suggestions travel with 200. */
  readonly status: number;
  /** What was wanted, what was got, what to do. */
  readonly sentence: (told: Told, at: Place) => string;
  /** Facts of a typical case: the reference page and the tests print its sentence. */
  readonly example: Omit<Told, 'code'>;
}

export type Catalogue = Readonly<Record<string, CatalogueEntry>>;

type Row = readonly [sentence: CatalogueEntry['sentence'], example: Omit<Told, 'code'>];

/** An error the user can repair in what they sent (422), or another status when the request itself is at fault. */
export function error(...[sentence, example, status]: [...Row, status?: number]): CatalogueEntry {
  return { severity: 'error', status: status ?? 422, sentence, example };
}

export function warning(...[sentence, example]: Row): CatalogueEntry {
  return { severity: 'warning', status: 200, sentence, example };
}

export function suggestion(...[sentence, example]: Row): CatalogueEntry {
  return { severity: 'suggestion', status: 200, sentence, example };
}

export function note(...[sentence, example]: Row): CatalogueEntry {
  return { severity: 'note', status: 200, sentence, example };
}

/** ` with --weekly` in the terminal; on a screen the choice stands beside the sentence. */
export function flag(at: Place, words: string): string {
  return at === 'terminal' ? ` ${words}` : '';
}

/** The words of the place where they are read. */
export function byPlace(at: Place, words: Readonly<Record<Place, string>>): string {
  return words[at];
}

/** How a column is kept out of the model. */
export function leaveOut(at: Place): string {
  return byPlace(at, { terminal: 'leave the column out of the spec', screen: 'ignore the column' });
}

/** The fact `key` as words. */
export function fact(told: Told, key: string): string {
  const value = told.facts?.[key];
  if (value === undefined) return '?';
  if (typeof value === 'number') return amount(value);
  return typeof value === 'string' ? value : list(value);
}

/** The fact `key` as a number. */
export function numberFact(told: Told, key: string): number {
  return Number(told.facts?.[key]);
}

/** The fact `key` as a list of words. */
export function listFact(told: Told, key: string): readonly string[] {
  const value = told.facts?.[key];
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

const plainNumber = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** Whole numbers in full, others to four significant digits; with a true minus, which may not end a line. */
export function amount(value: number): string {
  const text = Number.isInteger(value) ? value.toLocaleString('en-US') : plainNumber.format(value);
  return text.replace('-', '−');
}

/** A number that may be too small or too large to be written in full: `1e-12`. */
export function tiny(value: number): string {
  const size = Math.abs(value);
  return size === 0 || (size >= 1e-4 && size < 1e15)
    ? amount(value)
    : value.toExponential().replace('e+', 'e');
}

/** `0.034` as `3.4 %`; what is more than a thousand times the whole is told as that. */
export function percent(value: number): string {
  if (!(value <= 1000)) return 'more than 100,000 %';
  return `${new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 }).format(value * 100)} %`;
}

/** Two decimals; more where two would claim that different columns are the same. */
export function correlation(r: number): string {
  if (Math.abs(r) === 1) return amount(r);
  const digits = [2, 3, 4].find((n) => Math.abs(Number(r.toFixed(n))) < 1);
  const text = digits === undefined ? `${r < 0 ? 'below -' : 'above '}0.9999` : r.toFixed(digits);
  return text.replace('-', '−');
}

/** A list of what there is may be cut short; one of what can be chosen is of use only whole. */
const longest = { and: 9, or: 12 } as const;

/** `a, b and c`, or `a, b or c`; a long list ends with how many more there are. */
export function list(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  const shown = words.length > longest[last] ? [...words.slice(0, 8), `${words.length - 8} more`] : words;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}

/** Column names as code, listed. */
export function columns(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return list(
    words.map((word) => `\`${word}\``),
    last,
  );
}

/** `1 row`, `3 rows` */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;
}

/** The part of the spec a problem belongs to, by the user's own name: `Channel `tv``. */
export function owner(told: Told): string {
  if (typeof told.facts?.where === 'string') return told.facts.where;
  if (told.column === undefined) return 'Spec';
  return `${noun(told.path ?? '')} \`${told.column}\``;
}

function noun(path: string): string {
  if (path.startsWith('controls')) return 'Control';
  return path.startsWith('treatments') ? 'Treatment' : 'Channel';
}

/** `Rows 12, 15 and 18`, as text the finder of the problem wrote; `Row 12` when it named only the first. */
export function rows(told: Told): string {
  const text = told.facts?.rows;
  if (typeof text !== 'string') return told.row === undefined ? 'Some rows' : `Row ${told.row}`;
  return /[ ,]/.test(text) ? `Rows ${text}` : `Row ${text}`;
}

/** `Column `revenue``, or `The data` when no column is meant. */
export function column(told: Told): string {
  return told.column === undefined ? 'The data' : `Column \`${told.column}\``;
}

/** `Row 17, column `revenue``: where in the table, as far as it is known. */
export function cell(told: Told): string {
  if (told.row === undefined) return column(told);
  return told.column === undefined ? `Row ${told.row}` : `Row ${told.row}, column \`${told.column}\``;
}
