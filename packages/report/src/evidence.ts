// How much of a result is the data and how much was assumed, in sentences (METHOD §8, "How much is the data?").
import type { ResultFile } from '@mixmodel/contract';
import { kpiTotal } from './sentences.ts';
import { byContribution, type Channel, type Words } from './words.ts';

type Verdict = NonNullable<Channel['information']>['verdict'];

const meanings: readonly (readonly [Verdict, string, string])[] = [
  ['partly_assumed', 'Partly assumed', 'Both the data and what was assumed made the result.'],
  [
    'mostly_assumed',
    'Mostly assumed',
    'How sure this sounds comes mostly from the assumptions, so do not decide on it alone; an experiment would tell.',
  ],
  [
    'not_determined',
    'Not determined by the data',
    'What is shown is what was assumed; only an experiment would tell.',
  ],
];

/** "Mostly assumed: Radio, Display. How sure this sounds comes mostly from the assumptions, so …" */
export function measuredSentences(result: ResultFile): string[] {
  const channels = byContribution(result);
  const labelsWith = (is: (information: NonNullable<Channel['information']>) => boolean) =>
    channels.filter(({ information }) => information && is(information)).map(({ label }) => label);
  const verdicts = meanings.flatMap(([verdict, head, meaning]) => {
    const labels = labelsWith((information) => information.verdict === verdict);
    return labels.length > 0 ? [`${head}: ${named(labels)}. ${meaning}`] : [];
  });
  const torn = labelsWith(({ priorAndDataDisagree }) => priorAndDataDisagree);
  if (torn.length === 0) return verdicts;
  return [
    ...verdicts,
    `Assumption and data disagree about ${named(torn)}: the result lies between the two. Check the size prior, or what else moved with the spend.`,
  ];
}

/** The channels that the table of shares leaves out, and why. */
export function unsaidSentences(result: ResultFile): string[] {
  const unsaid = byContribution(result).filter(({ information }) => information === null);
  if (unsaid.length === 0) return [];
  const labels = named(unsaid.map(({ label }) => label));
  return [`Too few draws to say how much is the data: ${labels}. More of them would tell.`];
}

/** Where the posterior of paid media's share lies wholly outside the prior's 94 % interval: which way the prior pulls. */
export function conflictSentences(result: ResultFile, { kpi }: Words): string[] {
  const [low, high] = result.prior.totalMediaShare.interval94;
  const paid = paidShare(result);
  const side = paid.low > high ? 'above' : paid.high < low ? 'below' : undefined;
  if (!side) return [];
  const way = side === 'above' ? 'down' : 'up';
  return [
    `The data put media's share of ${kpi} wholly ${side} what was assumed, so the assumption pulls the result ${way}. State sizes you believe in the spec, or check the units of KPI and spend.`,
  ];
}

/**
 * Bounds of the share of paid media, as the prior is stated. Without organic channels they are those of the total;
 * with them they are wider than they need be, so that no conflict is told that is not there.
 */
function paidShare(result: ResultFile): { low: number; high: number } {
  const organic = new Set(result.spec.channels.filter((c) => c.organic).map(({ column }) => column));
  const [low, high] = result.totalMedia.hdi94.map((x) => x / kpiTotal(result)) as [number, number];
  const others = result.channels.filter(({ name }) => organic.has(name)).map(({ share }) => share.hdi94);
  const sum = (side: 0 | 1) => others.reduce((total, bounds) => total + bounds[side], 0);
  return { low: low - sum(1), high: high - sum(0) };
}

/** More names than these are read in the table. */
const mostNames = 20;

function named(labels: readonly string[]): string {
  const more = labels.length - mostNames;
  return more > 0
    ? `${labels.slice(0, mostNames).join(', ')} and ${more} more (in the table)`
    : labels.join(', ');
}
