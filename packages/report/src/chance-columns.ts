// Columns that help to decide about a channel: the chance that it pays, that it is the best, when half its effect comes.
import type { ChannelChances } from '@mixmodel/engine';
import { estimateText } from './amounts.ts';
import { none, right } from './estimate-columns.ts';
import type { Column } from './layout.ts';
import { rounded } from './rounding.ts';
import { probabilityText } from './views/probability.ts';
import type { Channel } from './words.ts';

/** What the draws of a run say, which a result file alone does not hold. */
export interface Chances {
  /** The ROAS at which spend is earned back: 1 / margin, or 1. */
  readonly breakEven: number;
  readonly channels: readonly ChannelChances[];
}

/** No one waits for a hundredth of a period: as if it were the Monte Carlo error. */
const HUNDREDTH = 0.005;

export function chanceGroups(
  channels: readonly Channel[],
  { breakEven, channels: found }: Chances,
): Column[][] {
  const of = <Value>(read: (chances: ChannelChances) => Value | null) =>
    channels.map(({ name }) => {
      const one = found.find((chances) => chances.name === name);
      return one ? read(one) : null;
    });
  const [pays, best] = [of(({ pays }) => pays), of(({ best }) => best)];
  const halfLives = of(({ halfLife }) => halfLife).map((each) =>
    each ? estimateText(each, HUNDREDTH) : null,
  );
  return [
    [...chance(`P(ROAS>${rounded(breakEven, -2)})`, pays), ...chance('P(best)', best)],
    halfLives.some((text) => text !== null)
      ? [
          right(
            'Half-life',
            halfLives.map((text) => text?.mean ?? none),
          ),
          right(
            '94 % interval',
            halfLives.map((text) => text?.interval ?? none),
          ),
        ]
      : [],
  ];
}

export function chanceLegend([chances, halfLife]: readonly (readonly Column[])[], period: string): string[] {
  const [pays, best] = chances ?? [];
  return [
    ...(pays
      ? [`${pays.head}: the probability that more comes back for 1 spent, late effects counted.`]
      : []),
    ...(best ? ['P(best): that no other channel returns more.'] : []),
    ...(halfLife?.length ? [`Half-life: ${period}s until half of the effect has come.`] : []),
  ];
}

function chance(head: string, values: readonly (number | null)[]): Column[] {
  if (values.every((value) => value === null)) return [];
  return [
    right(
      head,
      values.map((value) => (value === null ? none : probabilityText(value))),
    ),
  ];
}
