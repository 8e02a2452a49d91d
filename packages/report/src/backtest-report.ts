// A backtest as text for a terminal: what it says first, then the scores beside both baselines, then each origin.
import type { BacktestFile } from '@mixmodel/contract';
import { amountText, currencyUnit, type Unit } from './amounts.ts';
import { type Column, plainStyle, type Style, table, wrap } from './layout.ts';

export interface BacktestReportOptions {
  /** Columns of the terminal; 60 to 100 are used. */
  readonly width?: number;
  readonly style?: Style;
}

type Accuracy = BacktestFile['horizons'][number]['model'];
type Fold = BacktestFile['folds'][number];

const forecasters = [
  ['model', 'This model', 'Model'],
  ['noMedia', 'Without media', 'No media'],
  ['seasonalNaive', 'A year before', 'Year before'],
] as const;

const none = '–';

/** Everything a backtest says, without a newline at the end. */
export function backtestReport(file: BacktestFile, options: BacktestReportOptions = {}): string {
  const width = Math.min(100, Math.max(60, options.width ?? 80));
  const style = options.style ?? plainStyle;
  const { target } = file.spec.columns;
  const unit = target.kind === 'money' ? currencyUnit(target.currency) : { before: '', after: '' };
  const head = `How well ${target.column} would have been forecast (${file.scored} of ${file.folds.length} origins, ${file.data.from} to ${file.data.to})`;
  return [
    ...wrap(head, width).map(style.strong),
    '',
    ...file.verdict.flatMap((sentence) => wrap(sentence, width)),
    ...file.horizons.flatMap((horizon) => ['', ...horizonTable(horizon, file, unit, style)]),
    ...(file.horizons.length > 0
      ? wrap('CRPS: the mean error of the whole forecast, intervals included; lower is better.', width).map(
          style.faint,
        )
      : []),
    '',
    ...originTable(file, unit, style),
    ...notes(file).flatMap((sentence) => wrap(sentence, width)),
  ].join('\n');
}

function horizonTable(
  horizon: BacktestFile['horizons'][number],
  { data: { period } }: BacktestFile,
  unit: Unit,
  style: Style,
): string[] {
  const rows = forecasters.map(([key]) => horizon[key]);
  const column = (head: string, cell: (accuracy: Accuracy) => string): Column => ({
    head,
    align: 'right',
    cells: rows.map(cell),
  });
  const title = `First ${horizon.periods} ${period}${horizon.periods === 1 ? '' : 's'}`;
  return table(
    [
      { head: title, align: 'left', cells: forecasters.map(([, words]) => words) },
      column('CRPS', ({ crps }) => amountOr(crps, unit)),
      column('MAPE', ({ mape }) => percentOr(mape, 1)),
      column('Inside 94 %', ({ coverage94 }) => percentOr(coverage94)),
      column('Inside 50 %', ({ coverage50 }) => percentOr(coverage50)),
    ],
    style,
  );
}

/** The CRPS of the longest horizon, origin by origin. */
function originTable({ folds }: BacktestFile, unit: Unit, style: Style): string[] {
  const crpsOf = (key: (typeof forecasters)[number][0]) => (fold: Fold) =>
    amountOr(fold.horizons.at(-1)?.[key].crps ?? null, unit);
  return table(
    [
      { head: 'Origin', align: 'left', cells: folds.map(({ from }) => from) },
      { head: 'Trained on', align: 'right', cells: folds.map(({ trainingRows }) => String(trainingRows)) },
      ...forecasters.map(
        ([key, , head]): Column => ({ head, align: 'right', cells: folds.map(crpsOf(key)) }),
      ),
    ],
    style,
  );
}

const parts: Readonly<Record<Fold['leftOut'][number]['part'], string>> = {
  channel: 'channel',
  control: 'control',
  treatment: 'treatment',
  event: 'event',
  lift_test: 'lift test',
  size: 'the size prior of',
};

const why: Readonly<Record<string, string>> = {
  zero_spend_channel: 'was 0 until then',
  zero_variance: 'had not changed until then',
  duplicate_columns: 'was the same as another column until then',
  event_outside: 'had not happened by then',
  event_always: 'had covered all periods until then',
  event_same_days: 'had been on the days of another until then',
  after_origin: 'tells of something found later',
};

/** What one origin was spared or could not do. */
function notes({ folds }: BacktestFile): string[] {
  return folds.flatMap(({ from, leftOut, problems, status, maxRHat }) => [
    ...leftOut.map(
      ({ part, name, code }) => `From ${from}, without ${parts[part]} ${name}: it ${why[code] ?? code}.`,
    ),
    ...problems.map(({ sentence }) => `From ${from}, nothing: ${sentence}`),
    ...(status === 'not_converged'
      ? [
          `From ${from}, nothing: the chains disagree (R-hat ${maxRHat?.toFixed(2) ?? none}), so its forecast is not used.`,
        ]
      : []),
  ]);
}

function amountOr(value: number | null, unit: Unit): string {
  return value === null ? none : amountText(value, unit);
}

function percentOr(value: number | null, decimals = 0): string {
  return value === null ? none : `${(100 * value).toFixed(decimals)} %`;
}
