// The four large figures of a converged run: the KPI, what advertising brought of it, its return, the profit.
import { amountText, type EstimateText, estimateText } from '../amounts.ts';
import { mcseOf } from '../words.ts';
import {
  breakEvenText,
  capitalised,
  drawn,
  eachOne,
  hasOrganic,
  kpiTitle,
  marginText,
  moneyText,
  oneOfKpi,
  partOfKpi,
  periodsText,
  quartilesOf,
  returnName,
  scaled,
  shifted,
  worthColumn,
} from './phrases.ts';
import type { Hero } from './shapes.ts';
import type { View } from './view.ts';

type Estimate = View['result']['baseline'];

const none = { before: '', value: '–', unit: '', bar: null } as const;

/** Nothing where the run did not converge: no figure of it may be read. */
export function heroes(view: View): Hero[] {
  if (!view.result.convergence.passed) return [];
  return [kpiHero(view), broughtHero(view), returnHero(view), profitHero(view)];
}

function kpiHero(view: View): Hero {
  const { insights, result, words } = view;
  const label = `${kpiTitle(view)}, ${periodsText(view)}`;
  const total = amountText(insights.kpi, words.kpiUnit);
  const notes = ['From your file, no estimate.'];
  if (result.fit.rows > 0) {
    const each = amountText(insights.kpi / result.fit.rows, words.kpiUnit);
    notes.push(`${each} in an average ${result.data.period}.`);
  }
  return { label, ...figure(total), bar: null, notes, description: `${label}: ${total}, from your file.` };
}

function broughtHero(view: View): Hero {
  const { insights, result, words } = view;
  const { contribution } = insights.paid;
  const mcse = mcseOf(result, 'total_media_contribution');
  const label = `Of it, brought by ${hasOrganic(view) ? 'paid media' : 'advertising'}`;
  if (insights.paid.spend === 0)
    return {
      label,
      ...none,
      notes: ['No channel has spend.'],
      description: `${label}: no channel has spend.`,
    };
  const text = estimateText(contribution, mcse, words.kpiUnit);
  const part = partOfKpi(view, contribution, 'total_media_contribution');
  return {
    label,
    term: 'Contribution',
    ...figure(text.mean),
    bar: drawn(contribution, quartilesOfPaid(view), null),
    notes: [interval94(text), ...(insights.kpi > 0 ? [`${part.mean} (${part.interval})`] : [])],
    description: described(label, text),
  };
}

/** With a KPI in money ROAS is contribution over a known spend, so the quartiles of one give those of the other: not where parts multiply. */
function quartilesOfPaid({ insights: { paid }, result }: View): readonly [number, number] | null {
  const quartiles = quartilesOf(paid.roasQuantiles);
  if (result.spec.columns.target.kind !== 'money' || result.multiplicative || !quartiles) return null;
  return [quartiles[0] * paid.spend, quartiles[1] * paid.spend];
}

function returnHero(view: View): Hero {
  const { paid } = view.insights;
  if (!paid.roas) return costHero(view);
  const label = `${capitalised(returnName(view))} per ${view.words.oneSpent === 'unit' ? 'unit spent' : `${view.words.oneSpent} spent`}`;
  const text = estimateText(paid.roas);
  const at = breakEvenText(view);
  const reference = { at: view.breakEven, label: `Break-even ${at}` };
  const before =
    view.margin === null
      ? `Dashed mark: ${at} back for ${eachOne(view)}`
      : `Break-even ${at}, the dashed mark`;
  return {
    label,
    term: 'ROAS',
    ...figure(text.mean),
    bar: drawn(paid.roas, quartilesOf(paid.roasQuantiles), reference),
    notes: [interval94(text), before],
    description: `${described(label, text)} Break-even is ${at}.`,
  };
}

/** Cost of one unit of a counted KPI: spend over contribution, median and bounds turned over with it. */
function costHero(view: View): Hero {
  const { spend, contribution: attributed, incremental: contribution = attributed } = view.insights.paid;
  const one = oneOfKpi(view);
  const label = `Cost per ${one}`;
  const [low, high] = contribution.hdi94;
  if (spend === 0 || !(low > 0))
    return {
      label,
      term: 'Cost per KPI unit',
      ...none,
      notes: [
        spend === 0 ? 'No channel has spend.' : 'Too little is certain about what advertising brought.',
      ],
      description: `${label}: not known.`,
    };
  const median = spend / contribution.median;
  const estimate: Estimate = { mean: median, sd: 0, median, hdi94: [spend / high, spend / low] };
  const text = estimateText(estimate, 0, view.words.moneyUnit);
  return {
    label,
    term: 'Cost per KPI unit',
    ...figure(text.mean),
    bar: drawn(estimate, null, null),
    notes: [interval94(text), 'Spend divided by what it brought; the median.'],
    description: described(label, text),
  };
}

function profitHero(view: View): Hero {
  const { insights, margin, words } = view;
  const { spend, roas, roasQuantiles } = insights.paid;
  const label = spend > 0 ? `Profit after ${moneyText(view, spend)} spend` : 'Profit';
  const open = (note: string): Hero => ({
    label,
    term: 'Profit',
    ...none,
    notes: [note],
    description: `${label}: ${note}`,
  });
  if (spend === 0) return open('No channel has spend.');
  if (!roas)
    return open(
      `Say what one ${oneOfKpi(view)} is worth, in a column such as ${worthColumn(view)}, to see profit.`,
    );
  if (margin === null) return open('Give your margin to see profit.');
  const profit = (estimate: Estimate) => shifted(scaled(estimate, margin * spend), -spend);
  const quartiles = quartilesOf(roasQuantiles)?.map((q) => q * margin * spend - spend);
  const estimate = profit(roas);
  const text = estimateText(estimate, 0, words.moneyUnit);
  return {
    label,
    term: 'Profit',
    ...figure(text.mean),
    bar: drawn(estimate, quartiles ? [quartiles[0] ?? 0, quartiles[1] ?? 0] : null, { at: 0, label: 'Zero' }),
    notes: [interval94(text), `At ${marginText(margin)} margin; dashed mark: zero`],
    description: described(label, text),
  };
}

function interval94({ interval }: EstimateText): string {
  return `94 %: ${interval}`;
}

function described(label: string, { mean, interval }: EstimateText): string {
  return `${label}: ${mean}, 94 % interval ${interval}.`;
}

/** `€17.4 M` as sign, digits and scale, each set in its own size. */
export function figure(text: string): Pick<Hero, 'before' | 'value' | 'unit'> {
  const [, before = '', value = text, unit = ''] = /^([^\d]*)([\d.,]+)(.*)$/.exec(text) ?? [];
  return { before, value, unit };
}
