// The commands and flags of `mixmodel`, in one table: parsing, help and the reference page all read it.
import { backtestTables, exportFormats, insightTables, tableNames } from '@mixmodel/report';

export interface Flag {
  readonly summary: string;
  /** Name of the value in help; a flag without one is a switch. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** A whole number is wanted. */
  readonly number?: boolean;
  /** What a value must look like, and how to say so. */
  readonly form?: { readonly pattern: RegExp; readonly wanted: string };
  readonly short?: string;
}

export interface Command {
  readonly summary: string;
  /** What it does, in a few sentences. */
  readonly about: string;
  /** Whether a file is wanted: data, unless `takes` names another kind. */
  readonly takesData: boolean;
  /** How help names the file, and how a sentence does. */
  readonly takes?: { readonly name: string; readonly words: string };
  readonly flags: Readonly<Record<string, Flag>>;
  /** Flags that must be given. */
  readonly required?: readonly string[];
  /** Flags of which only one may be given, and why where it is not plain. */
  readonly exclusive?: readonly { readonly flags: readonly string[]; readonly why?: string }[];
  /** Flags that mean nothing without another one. */
  readonly needs?: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** How to read the table, where the file leaves it open. */
export const reading = {
  sheet: { value: 'NAME', summary: 'sheet of the workbook (default: the one that looks like data)' },
  target: { value: 'COLUMN', summary: 'column to explain, where several could be meant' },
  kpi: {
    value: 'KIND',
    choices: ['money', 'units'],
    summary: 'whether that column is money or counts things (default: found from its name and values)',
  },
  currency: {
    value: 'CODE',
    form: { pattern: /^[A-Za-z]{3}$/, wanted: 'a currency code of three letters, such as EUR' },
    summary: 'currency of the KPI and the spend, such as EUR, to print beside amounts',
  },
  'date-order': { value: 'ORDER', choices: ['dmy', 'mdy', 'ymd'], summary: 'how 03/04/2024 is meant' },
  decimal: { value: 'SIGN', choices: ['.', ','], summary: 'the decimal sign, where 1,234 could be either' },
  encoding: { value: 'NAME', summary: 'encoding of a CSV file (default: found from its bytes)' },
  delimiter: { value: 'SIGN', summary: 'what separates the columns of a CSV file (default: found)' },
  weekly: { summary: 'take daily data as weeks' },
  'week-start': {
    value: 'DAY',
    choices: weekdays,
    summary: 'first day of those weeks, monday (default) to sunday',
  },
  duplicates: { value: 'WHAT', choices: ['sum'], summary: 'add up rows with the same date' },
  partial: {
    value: 'WHAT',
    choices: ['keep'],
    summary: 'let a first or last period count that looks incomplete (default: its KPI is left out)',
  },
} satisfies Record<string, Flag>;

const specFlag = {
  spec: { value: 'FILE', summary: 'the model to fit, JSON or YAML (default: detected from the data)' },
} satisfies Record<string, Flag>;

/** How long and from which seed chains are run. */
const sampling = {
  seed: { value: 'N', number: true, summary: 'seed of all randomness, 0 to 2^53 − 1 (default: 1)' },
  chains: { value: 'N', number: true, summary: 'chains, 2 to 16' },
  warmup: { value: 'N', number: true, summary: 'warm-up draws a chain, at least 100 (default: 300)' },
  draws: { value: 'N', number: true, summary: 'kept draws a chain, at least 100' },
  threads: { value: 'N', number: true, summary: 'chains at the same time (default: one a processor)' },
} satisfies Record<string, Flag>;

/** What every command that reads data refuses. */
const readingRules = {
  exclusive: [
    { flags: ['spec', 'target'], why: 'the spec says what is to be explained' },
    { flags: ['spec', 'kpi'], why: 'the spec says what the target counts' },
  ],
  needs: { 'week-start': 'weekly' },
};

export const globalFlags = {
  help: { short: 'h', summary: 'what a command does and takes' },
  version: { short: 'v', summary: 'the version' },
} satisfies Record<string, Flag>;

export const commands = {
  validate: {
    summary: 'what each column is taken to be, and what is wrong with the data',
    about:
      'Reads CSV or Excel, says what each column is taken to be and why, and lists errors, warnings and suggestions, each with its row and column. Nothing is fitted.',
    takesData: true,
    flags: { ...specFlag, ...reading, json: { summary: 'findings and roles as JSON, for programs' } },
    ...readingRules,
    examples: ['mixmodel validate sales.csv', 'mixmodel validate sales.xlsx --sheet Weekly --json'],
  },
  spec: {
    summary: 'the model that would be fitted, every default written out',
    about:
      'Prints the spec detected from the data with every default filled in. Change what you know better and give it to `fit --spec`. The keys are described by docs/reference/spec.schema.json.',
    takesData: true,
    flags: {
      ...specFlag,
      format: {
        value: 'FORMAT',
        choices: ['json', 'yaml'],
        summary: 'json or yaml (default: yaml, or the ending of --out)',
      },
      brief: { summary: 'only what was detected, without the defaults' },
      out: { value: 'FILE', summary: 'write it there instead of printing it' },
      ...reading,
    },
    ...readingRules,
    examples: ['mixmodel spec sales.csv', 'mixmodel spec sales.csv --out model.yaml'],
  },
  simulate: {
    summary: 'a sample data set whose true returns are known',
    about:
      'Writes a weekly CSV of a shop with five channels, two controls and holidays, and a JSON file with what is true of it, for `fit --truth`.',
    takesData: false,
    flags: {
      out: { value: 'DATA', summary: 'the CSV file to write' },
      truth: { value: 'TRUTH.json', summary: 'where to write what is true' },
      seed: { value: 'N', number: true, summary: 'another seed gives other data (default: 1)' },
      weeks: { value: 'N', number: true, summary: 'weeks of data, 52 to 520 (default: 104)' },
    },
    required: ['out', 'truth'],
    examples: ['mixmodel simulate --out sales.csv --truth truth.json'],
  },
  fit: {
    summary: 'what each channel returned, with its uncertainty',
    about:
      'Fits the model and prints what each channel returned. The same data, spec and seed give the same numbers on every machine and with any number of threads. A run that does not converge says so, ends with code 3, and its numbers must not be used.',
    takesData: true,
    flags: {
      ...specFlag,
      quick: { summary: 'a first look: 2 chains of 500 draws' },
      full: { summary: '4 chains of 2000 draws, with reruns where the check asks for them (default)' },
      ...sampling,
      out: {
        value: 'RESULT.json',
        summary: 'write everything the fit says (docs/reference/result.schema.json)',
      },
      'draws-out': {
        value: 'RUN.zarr',
        summary: 'write all draws, a folder .zarr or one file .zarr.zip, for xarray and ArviZ',
      },
      'insights-out': {
        value: 'INSIGHTS.json',
        summary: 'write what stands behind the charts: series over time, adstock, densities',
      },
      margin: {
        value: 'SHARE',
        form: {
          pattern: /^(?:0?\.\d*[1-9]\d*|1(?:\.0*)?)$/,
          wanted: 'the part of revenue left before media is paid, above 0 and at most 1, such as 0.4',
        },
        summary: 'what is left of revenue before media is paid: break-even is 1 / margin (default: 1)',
      },
      truth: { value: 'TRUTH.json', summary: 'print the truth of simulated data beside the estimates' },
      ...reading,
    },
    ...readingRules,
    exclusive: [...readingRules.exclusive, { flags: ['quick', 'full'] }],
    examples: [
      'mixmodel fit sales.csv --quick',
      'mixmodel fit sales.csv --spec model.yaml --out result.json',
      'mixmodel fit sales.csv --draws-out run.zarr',
    ],
  },
  report: {
    summary: 'a stored result as a report or as tables for other programs',
    about:
      'Reads what `fit --out` wrote and writes it as Markdown, CSV, JSON or Excel: the same files a server exports. CSV holds one table, the channels unless --table names another; Markdown without --table is a report in sentences. A result that did not converge says so in every format, and ends with code 3.',
    takesData: true,
    takes: { name: 'RESULT.json', words: 'a result file' },
    flags: {
      format: {
        value: 'FORMAT',
        choices: [...exportFormats],
        summary: 'csv, json, xlsx or md (default: the ending of --out, or md)',
      },
      table: {
        value: 'NAME',
        choices: [...tableNames],
        summary: `one table alone: ${tableNames.join(', ')}`,
      },
      insights: {
        value: 'INSIGHTS.json',
        summary: `what \`fit --insights-out\` wrote, for the tables ${[...insightTables].join(', ')}`,
      },
      backtest: {
        value: 'BACKTEST.json',
        summary: `what \`backtest --out\` wrote, for the tables ${[...backtestTables].join(', ')}`,
      },
      out: { value: 'FILE', summary: 'write it there instead of printing it; a workbook needs it' },
    },
    examples: [
      'mixmodel report result.json',
      'mixmodel report result.json --format csv --table parameters',
      'mixmodel report result.json --insights insights.json --out report.xlsx',
    ],
  },
  backtest: {
    summary: 'how well the model would have predicted, beside two baselines',
    about:
      'Forecasts from several origins in the past, each time knowing only what came before, and scores the forecasts against what came, beside the same model without media and the same weeks a year before. Controls take part where the spec says `knownAhead: true`. Each origin is the fit of the data up to its last forecast with those periods as `holdout` and the same seed.',
    takesData: true,
    flags: {
      ...specFlag,
      origins: {
        value: 'N',
        number: true,
        summary: 'how many origins, 13 weeks apart, 1 to 26 (default: 4)',
      },
      horizons: {
        value: 'WEEKS',
        form: { pattern: /^\d{1,2}(,\d{1,2})*$/, wanted: 'weeks with commas between them, such as 4,13' },
        summary: 'how many weeks ahead, at most 52 (default: 4,13)',
      },
      hindsight: { summary: 'use controls nobody knows in advance as they came to be' },
      quick: { summary: '2 chains of 500 draws, more where they disagree (default)' },
      full: { summary: '4 chains of 2000 draws for every origin' },
      ...sampling,
      out: {
        value: 'BACKTEST.json',
        summary: 'write everything the backtest says (docs/reference/backtest.schema.json)',
      },
      ...reading,
    },
    ...readingRules,
    exclusive: [...readingRules.exclusive, { flags: ['quick', 'full'] }],
    examples: [
      'mixmodel backtest sales.csv',
      'mixmodel backtest sales.csv --spec model.yaml --out backtest.json',
    ],
  },
} satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];
