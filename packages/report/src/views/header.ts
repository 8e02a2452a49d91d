// What stands around the figures of a run: the facts in its head, notices, the method in one paragraph, remarks.
import { conflictSentences } from '../evidence.ts';
import { countWord, kpiName, kpiTitle, named, periodsText } from './phrases.ts';
import type { Fact, Note, RunFacts } from './shapes.ts';
import type { View } from './view.ts';

/** The line of facts under the name of a run, the same on every view. */
export function facts(view: View, run: RunFacts): Fact[] {
  const { result } = view;
  const { target } = result.spec.columns;
  const inWhat = target.kind === 'money' && target.currency !== undefined ? `, in ${target.currency}` : '';
  const { from, to } = result.data;
  return [
    { term: 'Measured', text: `${kpiTitle(view)}${inWhat}` },
    { term: 'Period', text: `${periodsText(view)}, ${dayText(from)} to ${dayText(to)}` },
    { term: 'Convergence check', text: convergenceWord(view) },
    { term: 'Data', text: run.dataset.fileName },
    ...(run.finishedAt === null
      ? []
      : [{ term: 'Fitted', text: `${timeText(run.finishedAt, run.timeZone)}, by ${run.createdBy}` }]),
  ];
}

function convergenceWord({ result: { convergence, sampling } }: View): string {
  if (!convergence.passed) return 'Not converged';
  return sampling.mode === 'quick' ? 'Converged, quick check' : 'Converged';
}

/** `2024-01-01` as `1 Jan 2024`, whatever the reader's locale. */
export function dayText(date: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return partsText(new Date(`${date}T00:00:00Z`), options, ['day', 'month', 'year']);
}

/** `3 Nov 2026, 09:42`; in UTC, and then so named, where the reader's time zone is not known. */
function timeText(instant: string, timeZone: string | undefined): string {
  const zone = timeZone ?? 'UTC';
  const at = new Date(instant);
  const day = partsText(at, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }, [
    'day',
    'month',
    'year',
  ]);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  return `${day}, ${time}${timeZone === undefined ? ' UTC' : ''}`;
}

function partsText(date: Date, options: Intl.DateTimeFormatOptions, order: readonly string[]): string {
  const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(date);
  return order.map((type) => parts.find((part) => part.type === type)?.value ?? '').join(' ');
}

/** What stands above everything else where the run must be read with care; null where it need not. */
export function notice({ result, words }: View): Note | null {
  if (!result.convergence.passed)
    return { title: 'Not converged', text: 'This run gives no answer. Its figures must not be used.' };
  if (result.sampling.mode === 'quick')
    return {
      title: 'A quick look',
      text: 'A short run, held to a lower bar. Fit in full before anything is decided on it: only then does each channel get a verdict.',
    };
  if (result.warnings.some(({ code }) => code === 'kpi_kind_assumed'))
    return {
      title: `Is ${words.kpi} money?`,
      text: result.warnings.find(({ code }) => code === 'kpi_kind_assumed')?.sentence ?? '',
    };
  return null;
}

/** What was found in the data and about the fit, as chapters; empty chapters are left out. */
export function remarks({
  result,
  words,
}: View): { readonly title: string; readonly sentences: readonly string[] }[] {
  const told = (severity: 'warning' | 'suggestion' | 'note') =>
    result.warnings.filter((warning) => warning.severity === severity).map(({ sentence }) => sentence);
  const pulling = result.convergence.passed ? conflictSentences(result, words) : [];
  const mild = result.convergence.problems.filter(({ severity }) => severity === 'warn');
  return [
    {
      title: 'To know',
      sentences: [...told('warning'), ...pulling, ...mild.map(({ sentence }) => sentence)],
    },
    { title: 'To consider', sentences: told('suggestion') },
    { title: 'Decided for you', sentences: told('note') },
  ].filter(({ sentences }) => sentences.length > 0);
}

/** How the figures came about, in one paragraph under them. */
export function methodSentence(view: View): string {
  const { result } = view;
  const { baseline, channels, controls, treatments = [] } = result.spec;
  const { events = [] } = baseline;
  const used = controls.filter(({ role }) => role !== 'outcome').length;
  const carried = channels.some(({ adstock }) => adstock.lMax > 1)
    ? 'carry-over and saturation'
    : 'saturation';
  const others = [
    ...(baseline.yearly.order > 0 ? ['a season'] : []),
    ...(baseline.weekly.order > 0 ? ['the days of the week'] : []),
    ...(baseline.trend.kind === 'none' ? [] : ['a trend']),
    ...(used > 0 ? [`${countWord(used)} control${used === 1 ? '' : 's'}`] : []),
    ...events.map(({ name }) => name),
    ...treatments.map(({ name }) => name),
  ];
  const rest = others.length > 0 ? `, with ${named(others, others.length)}` : '';
  return `How: one Bayesian model of ${per[result.data.period]} ${kpiName(view)} with ${carried} for each channel${rest}; ${workText(view)}. Every figure here is read from those ${drawsText(view)} draws. A 94 % interval holds the true value with a probability of 94 %, if the model is right. Media are assumed not to lower ${kpiName(view)}.`;
}

const per = { day: 'daily', week: 'weekly', month: 'monthly' } as const;

/** `4 chains of 2,000 draws in 1.1 s` */
export function workText({ result: { sampling } }: View): string {
  const { chains, draws, wallMs } = sampling;
  return `${chains} chains of ${draws.toLocaleString('en-US')} draws in ${secondsText(wallMs)}`;
}

/** Draws of all chains. */
export function drawsText({ result: { sampling } }: View): string {
  return (sampling.chains * sampling.draws).toLocaleString('en-US');
}

export function secondsText(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
