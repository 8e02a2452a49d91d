// A run as text for a terminal: a manager reads it from the top, an analyst to the end.
import type { ResultFile, TruthFile } from '@mixmodel/contract';
import type { Chances } from './chance-columns.ts';
import { returnTable, type TableOptions, valueTable } from './channel-table.ts';
import { conflictSentences, measuredSentences } from './evidence.ts';
import { experimentTables } from './experiment-tables.ts';
import { holdoutSentences } from './holdout-sentence.ts';
import { bullets, plainStyle, type Style, wrap } from './layout.ts';
import { modelSentence } from './model-sentence.ts';
import { isKnownFirst } from './must-know.ts';
import * as say from './sentences.ts';
import { largestSpend, type Words, wordsOf } from './words.ts';

export interface ReportOptions {
  /** Columns of the terminal; 60 to 100 are used. */
  readonly width?: number;
  readonly style?: Style;
  /** What is true of simulated data, printed beside the estimates. */
  readonly truth?: TruthFile;
  /** From the draws: columns that the result alone cannot give. */
  readonly chances?: Chances;
}

/** Sentences shown for one chapter of problems; the result file has them all. */
const mostSentences = 8;

const mostChannels = 12;

/** Everything a run says, without a newline at the end. */
export function fitReport(result: ResultFile, options: ReportOptions = {}): string {
  const width = Math.min(100, Math.max(60, options.width ?? 80));
  const style = options.style ?? plainStyle;
  const words = wordsOf(result);
  const { truth, chances } = options;
  const table: TableOptions = { width, style, words, ...(truth && { truth }), ...(chances && { chances }) };
  const lines = result.convergence.passed ? converged(result, table) : notConverged(result, table);
  return lines.join('\n');
}

function converged(result: ResultFile, table: TableOptions): string[] {
  const { width, style, words, truth } = table;
  return [
    ...heading(`${titleOf(result)} (${words.kpi}, ${words.period})`, table),
    '',
    ...doubts(result, table),
    ...returnTable(result, table),
    '',
    ...channelSentences(result, table),
    ...(truth ? ['', ...wrap(say.truthSentence(result, truth), width)] : []),
    '',
    ...valueTable(result, table),
    ...experimentTables(result, table),
    '',
    ...measuredSentences(result).flatMap((sentence) => wrap(sentence, width)),
    ...wrap(say.zeroOrMore, width),
    ...wrap(say.totalSentence(result, words), width),
    ...wrap(say.priorSentence(result, words), width),
    ...conflictSentences(result, words).flatMap((sentence) => wrap(sentence, width)),
    ...wrap(modelSentence(result), width),
    ...wrap(say.fitSentence(result, words), width),
    ...holdoutSentences(result, words).flatMap((sentence) => wrap(sentence, width)),
    ...quickNote(result, width),
    ...notices(result, table),
    '',
    ...wrap(say.convergenceLine(result), width).map(style.good),
  ];
}

function doubts({ warnings }: ResultFile, { width, style }: TableOptions): string[] {
  const told = warnings.filter(isKnownFirst);
  return told.flatMap(({ sentence }) => [...wrap(sentence, width).map(style.warn), '']);
}

/** One for each of the largest channels: two hundred would hide what they say. */
function channelSentences(result: ResultFile, { width, words }: TableOptions): string[] {
  const told = largestSpend(result, mostChannels);
  const more = result.channels.length - told.length;
  return [
    ...told.flatMap((channel) => wrap(say.channelSentence(result, channel, words), width)),
    ...(more > 0
      ? wrap(
          `These are the ${told.length} channels with the largest spend; ${more} more are in the table, and all in the result file (--out).`,
          width,
        )
      : []),
  ];
}

function titleOf({ channels }: ResultFile): string {
  return channels.some(({ roas }) => roas) ? 'What each channel returned' : 'What each channel brought';
}

/** The numbers stay, for whoever must find the cause, and say on every table that they are not to be used; no chances. */
function notConverged(result: ResultFile, { chances: _, ...table }: TableOptions): string[] {
  const { width, style } = table;
  return [
    ...wrap(say.convergenceLine(result), width).map(style.bad),
    '',
    ...bullets(say.blockingSentences(result), width, mostSentences, '--out'),
    '',
    ...doubts(result, table),
    ...wrap(modelSentence(result), width),
    ...notices(result, table),
    '',
    ...heading('For finding the cause only, not to be used:', table),
    '',
    ...returnTable(result, table),
    '',
    ...valueTable(result, table),
    ...experimentTables(result, table),
  ];
}

function quickNote(result: ResultFile, width: number): string[] {
  if (result.sampling.mode !== 'quick') return [];
  return wrap('This is a quick look. Fit with --full before anything is decided on it.', width);
}

/** What the data check and the fit found, and what was decided on the way. */
function notices(result: ResultFile, { width, style }: TableOptions): string[] {
  const mild = result.convergence.problems.filter(({ severity }) => severity === 'warn');
  const told = (wanted: string) =>
    result.warnings
      .filter((warning) => warning.severity === wanted && !isKnownFirst(warning))
      .map(({ sentence }) => sentence);
  const chapter = (head: string, sentences: readonly string[]) =>
    sentences.length === 0 ? [] : ['', head, ...bullets(sentences, width, mostSentences, '--out')];
  return [
    ...chapter(style.warn('To know:'), [...told('warning'), ...mild.map(({ sentence }) => sentence)]),
    ...chapter(style.strong('Decided for you:'), told('note')),
  ];
}

function heading(text: string, { width, style }: { width: number; style: Style; words: Words }): string[] {
  return wrap(text, width).map(style.strong);
}
