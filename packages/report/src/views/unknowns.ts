// What a run does not know, said only where it is true of this run.
import { estimateText } from '../amounts.ts';
import { conflictSentences } from '../evidence.ts';
import { type Channel, mcseOf } from '../words.ts';
import { movesAlike } from './moves-alike.ts';
import { capitalised, kpiName, moneyText, named, periodsText } from './phrases.ts';
import { withProbability } from './probability.ts';
import type { Note } from './shapes.ts';
import { columnsWith } from './verdict-rules.ts';
import { channelOf, channelsInOrder, isOverCredited, type View } from './view.ts';

/** Nothing where the run did not converge: it knows nothing. */
export function unknowns(view: View): Note[] {
  if (!view.result.convergence.passed) return [];
  const credit = negativeBaseline(view);
  const first = isOverCredited(view);
  return [
    ...(first ? credit : []),
    ...pulling(view),
    ...assumedChannels(view),
    ...disagreeing(view),
    ...beyondTheSeen(view),
    ...followingDemand(view),
    ...movingAlike(view),
    ...(first ? [] : credit),
    ...echoes(view),
    ...unfinished(view),
    ...competitors(view),
  ];
}

/** Which way what was assumed about all media pulls what the data say. */
function pulling({ result, words }: View): Note[] {
  return conflictSentences(result, words).map((text) => ({ title: 'How much all media bring', text }));
}

/** Where data and assumption pull apart the assumption did not win: `disagreeing` says so. */
function isAssumed({ information }: Channel): boolean {
  if (information?.priorAndDataDisagree) return false;
  return information === null || ['mostly_assumed', 'not_determined'].includes(information.verdict);
}

function assumedChannels(view: View): Note[] {
  const channels = channelsInOrder(view).filter(isAssumed);
  const [only] = channels;
  if (!only) return [];
  const title = `What ${named(channels.map(({ label }) => label))} ${channels.length > 1 ? 'do' : 'does'}`;
  if (channels.length > 1)
    return [
      {
        title,
        text: 'How sure their figures sound comes mostly from what was assumed: their spend probably moved too little, or together with something else. Only a test would tell.',
      },
    ];
  const mcse = mcseOf(view.result, `total_contribution[${only.name}]`);
  const { low, high } = estimateText(only.contribution, mcse, view.words.kpiUnit);
  const data = only.information
    ? `, and ${Math.round((only.information.shares.data + only.information.shares.experiments) * 100)} % of that answer is your data`
    : '';
  return [
    {
      title,
      text: `It brought somewhere between ${low.startsWith('<') ? 'almost nothing' : low} and ${high}${view.words.ofKpi}${data}. Only a test would tell.`,
    },
  ];
}

function disagreeing(view: View): Note[] {
  const labels = channelsInOrder(view)
    .filter(({ information }) => information?.priorAndDataDisagree)
    .map(({ label }) => label);
  if (labels.length === 0) return [];
  return [
    {
      title: `Who is right about ${named(labels)}`,
      text: 'What was assumed and what your data say do not agree; the figures lie between the two. Check the size prior, or what else moved with the spend.',
    },
  ];
}

/** Where money would be added first, and how far the data reach there. */
function beyondTheSeen(view: View): Note[] {
  const raised = columnsWith(view, 'raise').map((column) => channelOf(view, column));
  const reached = raised.filter(({ responseCurve: curve }) => curve?.extrapolated.some((beyond) => beyond));
  const [only] = reached;
  if (!only) return [];
  const shape = 'Beyond what was seen a curve is drawn from its shape, not from what happened.';
  if (reached.length > 1)
    return [
      {
        title: `How far ${named(reached.map(({ label }) => label))} can grow`,
        text: `With all of their spend doubled, more than one ${view.result.data.period} in twenty would exceed the largest seen. ${shape}`,
      },
    ];
  return [{ title: `How far ${only.label} can grow`, text: `${reachText(view, only)} ${shape}` }];
}

/** How far a channel's whole pattern of spend can be scaled: beyond it over 5 % of the periods exceed the largest seen. */
function reachText(view: View, { responseCurve: curve }: Channel): string {
  const last = curve ? curve.extrapolated.indexOf(true) - 1 : -1;
  const { period } = view.result.data;
  const [most, scale] = [curve?.spend[last], curve?.scale[last]];
  if (most === undefined || scale === undefined || scale <= 1)
    return `With every ${period}’s spend raised, more than one ${period} in twenty would soon exceed the largest seen.`;
  return `With every ${period}’s spend raised by more than ${Math.round((scale - 1) * 100)} %, to over ${moneyText(view, most)} in ${periodsText(view)}, more than one ${period} in twenty would exceed the largest seen.`;
}

function followingDemand(view: View): Note[] {
  const labels = view.result.spec.channels.filter((c) => c.demandCaptured).map(({ name }) => name);
  if (labels.length === 0) return [];
  const many = labels.length > 1;
  return [
    {
      title: `Whether ${named(labels)} ${many ? 'create' : 'creates'} demand or ${many ? 'catch' : 'catches'} it`,
      text: 'Its spend goes up because people already want to buy, perhaps after another channel reached them. Its return is too high by a part nobody knows; a test by region would tell.'.replace(
        'Its spend goes',
        many ? 'Their spend goes' : 'Its spend goes',
      ),
    },
  ];
}

/** Columns the data check found to move together. */
function movingAlike({ result }: View): Note[] {
  const found = result.warnings.filter(movesAlike);
  if (found.length === 0) return [];
  return [
    {
      title: 'Which of two that move together did it',
      text: `${found[0]?.sentence ?? ''}${othersAlike(found.slice(1))}`,
    },
  ];
}

/** More pairs or groups of columns than these are counted. */
const mostAlike = 6;

/** By name, where the findings have names and are few enough to be read. */
function othersAlike(others: View['result']['warnings']): string {
  if (others.length === 0) return '';
  const groups = others.map(({ column, facts }) => {
    const partners = facts?.columns ?? facts?.other;
    return column === undefined || !partners ? undefined : [column, ...[partners].flat().map(String)];
  });
  const known = groups.flatMap((group) => (group ? [named(group.map((name) => `\`${name}\``))] : []));
  if (known.length < others.length || known.length > mostAlike)
    return ` And ${others.length === 1 ? 'one more such pair' : `${others.length} more such pairs`}.`;
  return ` Others that move together: ${known.join('; ')}.`;
}

function negativeBaseline(view: View): Note[] {
  const title = 'Whether media get too much credit';
  if (isOverCredited(view))
    return [
      {
        title,
        text: `They do: ${withProbability(view.result.baselineNegative)} they are given more than all of ${kpiName(view)}. Check the units of spend and ${kpiName(view)}, and look for a control that is missing; until then decide on no channel.`,
      },
    ];
  if (!view.result.warnings.some(({ code }) => code === 'baseline_negative')) return [];
  return [
    {
      title,
      text: `The model may give media more than all of ${kpiName(view)}. Check the units of spend and ${kpiName(view)}, or state smaller effects.`,
    },
  ];
}

function echoes({ result }: View): Note[] {
  if (!result.warnings.some(({ code }) => code === 'residual_autocorrelation')) return [];
  if ((result.fit.residualAcf1 ?? 0) < 0)
    return [
      {
        title: 'Whether the intervals are right',
        text: `Where the model is too low in one ${result.data.period} it tends to be too high in the next: look for orders or payments that move from one ${result.data.period} to another. The intervals are, if anything, too wide.`,
      },
    ];
  return [
    {
      title: 'Whether the intervals are wide enough',
      text: `What the model misses in one ${result.data.period} it tends to miss in the next: something is missing from the file, and the true intervals are wider.`,
    },
  ];
}

/** Periods that stand outside the likelihood: cut off, or without a KPI. Of their spend only what carries over is seen. */
function unfinished({ insights, result }: View): Note[] {
  const { dates, fitted } = insights.series;
  const out = dates.filter((_, t) => fitted[t] === false).length;
  if (out === 0) return [];
  const { period } = result.data;
  const which = out === 1 ? `One ${period}` : `${capitalised(out.toLocaleString('en-US'))} ${period}s`;
  return [
    {
      title:
        out === 1
          ? `What happened in one unfinished ${period}`
          : `What happened in ${out.toLocaleString('en-US')} ${period}s`,
      text: `${which} had no complete figure and did not count, nor did the spend of ${out === 1 ? 'that' : 'those'} ${period}${out === 1 ? '' : 's'}: it is in the figures only as far as it carried over into later ${period}s.`,
    },
  ];
}

/** Names under which people keep what competitors do, in the languages the column guesses know. */
const competitorNames = /compet|rival|konkurr|wettbewerb|concurr|concorren|concurrent|mitbewerb/i;

function competitors({ result }: View): Note[] {
  const { controls } = result.spec;
  if (controls.some(({ column }) => competitorNames.test(column))) return [];
  return [
    {
      title: 'What competitors did',
      text: 'Your file has no competitor prices or spend. If they moved together with one of your channels, part of its return is theirs.',
    },
  ];
}
