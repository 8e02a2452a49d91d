// Month names in the languages headers are read in.
import { plain } from '../roles/tokens.ts';

/** Stems without accents, in calendar order: English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish. */
const STEMS: readonly (readonly string[])[] = [
  ['jan', 'janv', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mrz', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mei', 'maj', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'des', 'dic'],
];

/** 1..12 of a month's name or its short form; NaN for another word. */
export function monthNumber(word: string | undefined): number {
  const name = plain(word ?? '');
  if (name.length < 3 || name.length > 10) return Number.NaN;
  let best = { length: 0, month: Number.NaN };
  STEMS.forEach((stems, i) => {
    for (const stem of stems)
      if (name.startsWith(stem) && stem.length > best.length) best = { length: stem.length, month: i + 1 };
  });
  // "mayo" and "maio" are May, "marketing" is not March.
  return best.length > 0 && (name.length <= 4 || NAMES.has(name)) ? best.month : Number.NaN;
}

const NAMES = new Set(
  `january february march april june july august september october november december
  januar februar marz maerz april juni juli august september oktober november dezember jaenner
  janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
  enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  januari februari maart augustus
  janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
  augusti`.split(/\s+/),
);
