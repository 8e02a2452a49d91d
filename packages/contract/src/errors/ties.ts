// Sentences for inputs that no data can tell apart: exact multiples and sums, and media that hardly change.
import {
  amount,
  byPlace,
  type Catalogue,
  columns,
  fact,
  listFact,
  numberFact,
  type Place,
  percent,
  type Told,
  warning,
} from './entry.ts';

export const tieWarnings = {
  collinear_media: warning(
    (p, at) => `${tied(p)}: ${listFact(p, 'controls').length > 0 ? mixed(p, at) : media(p, at)}`,
    {
      column: 'online_spend',
      facts: { columns: ['search_spend', 'social_spend'], how: 'sum' },
    },
  ),
  collinear_controls: warning(
    (p, at) =>
      `${tied(p)}: none of them is media, so media are found as well as before, and the effects of these cannot be told apart. To read them, ${without(columns([p.column ?? '']), at)}.`,
    { column: 'rain', facts: { columns: ['sunshine'], how: 'against', controls: ['rain', 'sunshine'] } },
  ),
  flat_media: warning(
    (p) =>
      `Column \`${p.column}\` hardly changes (its standard deviation is ${percent(numberFact(p, 'share'))} of its mean), so its effect cannot be told from the level of the KPI, and its estimate will mostly repeat its prior. Vary its spend, or test a pause.`,
    { column: 'radio_spend', facts: { share: 0.012 } },
  ),
} satisfies Catalogue;

/** What ties the columns; all of it up to rounding. */
function tied(told: Told): string {
  const others = columns(listFact(told, 'columns'));
  const name = `\`${told.column}\``;
  switch (fact(told, 'how')) {
    case 'multiple':
      return `Column ${name} is always ${amount(numberFact(told, 'factor'))} times ${others}`;
    case 'sum':
      return `Column ${name} is exactly a sum of ${others}`;
    case 'alike':
      return `Columns ${name} and ${others} move exactly alike`;
    case 'against':
      return `Columns ${name} and ${others} move exactly against each other`;
    default:
      return `Column ${name} follows exactly from ${others}`;
  }
}

/** The parts of a total are worth keeping, and the total is not; of two that are the same thing one is enough. */
function media(told: Told, at: Place): string {
  const remedy =
    fact(told, 'how') === 'sum'
      ? `${capital(without('the sum', at))}, or vary one of its parts alone`
      : 'Add them up to one channel, or vary one of them alone';
  return `the data know little more than what they bring together, and how that is split between them is what the priors assume, however sure each figure sounds. ${remedy}.`;
}

function mixed(told: Told, at: Place): string {
  const controls = listFact(told, 'controls');
  const which = columns(controls);
  return `the data cannot tell whether media or ${which} moved the KPI, and what each is given is what the priors assume, however sure it sounds. ${capital(without(which, at))}, unless the KPI moves by ${controls.length > 1 ? 'them' : 'it'} alone; then only a test tells what media do.`;
}

const without = (what: string, at: Place): string =>
  byPlace(at, { terminal: `leave ${what} out of the spec`, screen: `ignore ${what}` });

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
