// A run as Markdown: what it says in sentences, then its short tables, rounded as everywhere people read them.
import type { BacktestFile, ResultFile } from '@mixmodel/contract';
import { conflictSentences, measuredSentences, unsaidSentences } from '../evidence.ts';
import { holdoutSentences } from '../holdout-sentence.ts';
import { modelSentence } from '../model-sentence.ts';
import { tableFrom } from '../rounded-table.ts';
import { rounded } from '../rounding.ts';
import * as say from '../sentences.ts';
import { byContribution, type Words, wordsOf } from '../words.ts';
import { backtestTable } from './of-backtest.ts';
import { channelsTable, informationTable } from './of-channels.ts';
import { experimentPriorsTable, liftTestsTable, treatmentsTable } from './of-experiments.ts';
import { convergenceTable, decompositionTable, runDecimals, runTable, warningsTable } from './of-run.ts';
import type { Cell, RunTable } from './table.ts';
import type { RunFiles } from './tables-of.ts';

/** The report with its short tables; only `tables` where they are named. */
export function markdownOf({ result, backtest }: RunFiles, tables?: readonly RunTable[]): string {
  const { passed } = result.convergence;
  const words = wordsOf(result);
  const shown = tables ?? shortTables(result);
  const parts = [
    ...(tables ? [] : [`# ${titleOf(words)}`]),
    ...(tables && passed ? [] : [`**${escaped(say.convergenceLine(result))}**`]),
    ...(tables ? [] : passed ? sentences(result, words) : doubts(result)),
    ...shown.flatMap((table) => [`## ${table.title}`, tableText(table)]),
    ...(tables || !backtest ? [] : forecasts(backtest)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function titleOf({ kpi, period }: Words): string {
  return escaped(`Marketing mix of ${kpi}, ${period}`);
}

function sentences(result: ResultFile, words: Words): string[] {
  const list = byContribution(result).map(
    (channel) => `- ${escaped(say.channelSentence(result, channel, words))}`,
  );
  return [
    list.join('\n'),
    ...[
      ...measuredSentences(result),
      ...unsaidSentences(result),
      say.zeroOrMore,
      say.totalSentence(result, words),
      say.priorSentence(result, words),
      ...conflictSentences(result, words),
      modelSentence(result),
      say.fitSentence(result, words),
      ...holdoutSentences(result, words),
    ].map(escaped),
  ];
}

function doubts(result: ResultFile): string[] {
  return [
    say
      .blockingSentences(result)
      .map((sentence) => `- ${escaped(sentence)}`)
      .join('\n'),
    'What follows is for finding the cause only, not to be used.',
  ];
}

/** What the backtest says, then its scores. */
function forecasts(backtest: BacktestFile): string[] {
  const table = chosen(
    backtestTable(backtest),
    /^(weeks|forecaster|crps|mape|coverage94|coverage50|model_is)$/,
  );
  const told = [`## ${table.title}`, backtest.verdict.map((sentence) => `- ${escaped(sentence)}`).join('\n')];
  return table.rows.length > 0 ? [...told, tableText(table)] : told;
}

/** Those that a page can hold, with the columns a line can hold. */
function shortTables(result: ResultFile): RunTable[] {
  const all = [
    chosen(channelsTable(result), /^(channel|spend|(roas|marginal_roas|contribution)_(mean|hdi94_\w+))$/),
    chosen(decompositionTable(result), /^(part|contribution_(mean|hdi94_\w+)|share_mean)$/),
    chosen(treatmentsTable(result), /^(treatment|reference|(contribution|effect)_(mean|hdi94_\w+))$/),
    chosen(liftTestsTable(result), /^(name|lift|sd|predicted_(mean|hdi94_\w+)|expected|z)$/),
    chosen(experimentPriorsTable(result), /^(channel|found|sd|weeks\w*|prior_\w+|roas_(mean|hdi94_\w+))$/),
    chosen(informationTable(result), /^(channel|verdict|share_\w+|prior_and_data_disagree)$/),
    chosen(convergenceTable(result), /^(quantity|sentence)$/),
    chosen(warningsTable(result), /^(severity|sentence)$/),
    runTable(result),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** Without columns in which no row has anything. */
function chosen(table: RunTable, wanted: RegExp): RunTable {
  const kept = table.columns.flatMap(({ key }, i) =>
    wanted.test(key) && table.rows.some((row) => row[i] !== null) ? [i] : [],
  );
  return {
    ...table,
    columns: kept.flatMap((i) => table.columns[i] ?? []),
    rows: table.rows.map((row) => kept.map((i) => row[i] ?? null)),
  };
}

function tableText(table: RunTable): string {
  const { columns, rows } = table.name === 'run' ? runInWords(table) : table;
  const isNumber = columns.map((_, i) => rows.some((row) => typeof row[i] === 'number'));
  const lined = tableFrom(
    columns.map((column, i) => ({ ...column, numeric: isNumber[i] ?? false })),
    rows.map((row) => row.map((cell, i) => plain(cell, isNumber[i] ?? false))),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ label }) => escaped(label))),
    line(isNumber.map((right) => (right ? '--:' : '---'))),
    ...(lined.shown ?? []).map((cells) => line(cells.map(escaped))),
  ].join('\n');
}

/** Each row is another quantity: what is counted is whole, and what was given stays as it was written. */
function runInWords(table: RunTable): RunTable {
  const cellOf = (term: Cell, value: Cell): Cell => {
    if (typeof value !== 'number') return value;
    if (term === 'seed' || term === 'target_acceptance') return String(value);
    const decimals = Number.isInteger(value) ? 0 : runDecimals.get(term);
    return decimals === undefined ? value : rounded(value, -decimals);
  };
  return {
    ...table,
    rows: table.rows.map(([term = null, value = null]) => [term, cellOf(term, value)]),
  };
}

function plain(cell: Cell, isNumber: boolean): string | number {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (cell === null) return isNumber ? Number.NaN : '';
  // Chains, weeks, a seed: what is counted has no decimals to round.
  if (typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 1000) return String(cell);
  return cell;
}

/** Names are people's: none of them is markup, and none ends its cell. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|]/g, '\\$&').replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
