// The verdict in one or two sentences: did advertising pay, how surely, and where there is room.
import { estimateText } from '../amounts.ts';
import {
  capitalised,
  costText,
  eachOne,
  hasOrganic,
  kpiName,
  named,
  neededText,
  nextOne,
  ofReturn,
  oneOfKpi,
  partOfKpi,
} from './phrases.ts';
import { probabilityAbove, probabilityText, withProbability } from './probability.ts';
import { columnsWith, paidOnTheWhole, rulingOn, SURE } from './verdict-rules.ts';
import { channelOf, isOverCredited, type View } from './view.ts';

/** Empty where the run did not converge: there is no answer then. */
export function headline(view: View): string {
  if (!view.result.convergence.passed) return '';
  if (isOverCredited(view)) return overCredited(view);
  return [paidSentence(view), ...directions(view)].join(' ');
}

/** No return of such a run can be right, so none is said. */
function overCredited(view: View): string {
  const kpi = kpiName(view);
  return `The model gives media more than all of ${kpi} ${withProbability(view.result.baselineNegative)}, so no return here can be right. Check the units of spend and ${kpi}, look for a control that is missing, and fit again.`;
}

function paidSentence(view: View): string {
  const { paid } = view.insights;
  if (paid.spend === 0) return broughtSentence(view);
  if (!paid.roas || !paid.roasQuantiles) return `${broughtSentence(view)}${cheapest(view)}`;
  const text = estimateText(paid.roas, 0, view.words.moneyUnit);
  const who = hasOrganic(view) ? 'Paid media' : 'Advertising';
  const returned = `${eachOne(view)} returned ${text.mean}${ofReturn(view)} (94 %: ${text.interval})`;
  const pays = probabilityAbove(paid.roasQuantiles, view.breakEven);
  if (view.margin === null) {
    const spent = view.words.oneSpent === 'unit' ? '1' : view.words.oneSpent;
    if (pays > 1 - SURE && pays < SURE)
      return `${capitalised(returned)}; it is open whether that is more than the ${spent} it cost (${probabilityText(pays)} that it is), and what of it is profit depends on your margin.`;
    const against = pays >= 0.5 ? `more than the ${spent} it cost` : `less than the ${spent} it cost`;
    const surely = withProbability(Math.max(pays, 1 - pays));
    return `${capitalised(returned)}, ${against} ${surely}; what of it is profit depends on your margin.`;
  }
  if (pays >= SURE)
    return `${who} paid for itself: ${returned}, more than ${neededText(view)} ${withProbability(pays)}.`;
  if (pays <= 1 - SURE)
    return `${who} did not pay for itself: ${returned}, less than ${neededText(view)} ${withProbability(1 - pays)}.`;
  const [side, surely] = pays >= 0.5 ? ['more', pays] : ['less', 1 - pays];
  return `Whether ${who.toLowerCase()} paid for itself is open: ${returned}, ${side} than ${neededText(view)} ${withProbability(surely)}.`;
}

/** `Advertising brought 24 % of orders (94 %: 21 to 28 %).` */
function broughtSentence(view: View): string {
  const { insights, result } = view;
  const all = insights.paid.spend === 0;
  const estimate = all ? result.totalMedia : insights.paid.contribution;
  const part = partOfKpi(view, estimate, 'total_media_contribution');
  const who = all ? 'Your channels' : hasOrganic(view) ? 'Paid media' : 'Advertising';
  return `${who} brought ${part.mean} (94 %: ${part.interval}).`;
}

/** Where one unit of a counted KPI cost least. */
function cheapest(view: View): string {
  const priced = view.order
    .map((column) => channelOf(view, column))
    .filter(({ name, costPerKpi }) => costPerKpi && rulingOn(view, name).ground !== 'not_measured')
    .sort((a, b) => (a.costPerKpi?.median ?? 0) - (b.costPerKpi?.median ?? 0));
  const [best] = priced;
  if (!best || priced.length < 2) return '';
  const verb = apart(priced) ? 'cost least' : 'probably cost least';
  return ` One ${oneOfKpi(view)} ${verb} through ${best.label}: ${costText(view, best.name)}.`;
}

/** Whether the interval of the first ends before that of the second begins. */
function apart([first, second]: readonly ReturnType<typeof channelOf>[]): boolean {
  const [ends, begins] = [first?.costPerKpi?.hdi94[1], second?.costPerKpi?.hdi94[0]];
  return ends !== undefined && begins !== undefined && ends < begins;
}

/** Where there is room and where there is none; before margin it is said against which return. */
function directions(view: View): string[] {
  const lowered = columnsWith(view, 'lower');
  const past = lowered.filter((column) => paidOnTheWhole(view, column) === 'yes');
  const under = lowered.filter((column) => paidOnTheWhole(view, column) !== 'yes');
  const next = nextOne(view);
  const clauses = [
    ...clause(view, columnsWith(view, 'raise'), ['has room to grow', 'have room to grow']),
    ...clause(view, past, ['is past its best', 'are past their best']),
    ...clause(view, under, [`does not earn back ${next}`, `do not earn back ${next}`]),
  ];
  const test = columnsWith(view, 'test_first');
  if (clauses.length === 0) return test.length > 0 ? [`Test ${names(view, test)} before you decide.`] : [];
  const said =
    clauses.length > 2 ? `${clauses.slice(0, -1).join(', ')}, and ${clauses.at(-1)}` : clauses.join(', and ');
  return [view.margin === null ? `Before margin, ${said}.` : `${said}.`];
}

function clause(view: View, columns: readonly string[], [one, several]: readonly [string, string]): string[] {
  return columns.length === 0 ? [] : [`${names(view, columns)} ${columns.length > 1 ? several : one}`];
}

function names(view: View, columns: readonly string[]): string {
  return named(columns.map((column) => channelOf(view, column).label));
}
