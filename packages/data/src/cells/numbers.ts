// Numbers as people write them: decimal comma or point, thousands signs, currencies, percent, accounting brackets.

export type DecimalSign = '.' | ',';

/** What one text can mean as a number, before its column has decided on a decimal sign. */
export type NumberReading =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly votes?: DecimalSign;
      readonly grouped?: boolean;
    }
  /** One sign, three digits after it, one to three before: thousands or decimals. */
  | {
      readonly kind: 'ambiguous';
      readonly sign: DecimalSign;
      readonly thousands: number;
      readonly decimal: number;
    }
  | { readonly kind: 'infinite' }
  | { readonly kind: 'text' };

const MISSING = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  '#na',
  'nan',
  'null',
  'none',
  'nil',
  '-',
  '–',
  '—',
  '.',
  '#null!',
]);

export const isMissingText = (text: string): boolean => MISSING.has(text.trim().toLowerCase());

const CURRENCY = /^(?:\p{Sc}|eur|usd|gbp|chf|sek|nok|dkk|pln|brl|cad|aud|jpy|r\$|us\$|kr\.?|zł)\s*/iu;
const CURRENCY_AFTER = /\s*(?:\p{Sc}|eur|usd|gbp|chf|sek|nok|dkk|pln|brl|cad|aud|jpy|kr\.?|zł|,-)$/iu;
const INFINITE = /^[-+]?(inf(inity)?|∞|#div\/0!)$/i;
/** These three are most cells of most files, and settled without taking them apart. */
const SIMPLE = /^-?\d{1,15}$/;
/** A point with other than three digits after it, or with more before it than a thousands group has. */
const POINTED = /^-?(?:\d{1,15}\.(?:\d{1,2}|\d{4,17})|\d{4,15}\.\d{3})$/;
const THREE_PLACES = /^-?[1-9]\d{0,2}\.\d{3}$/;
const TEXT: NumberReading = { kind: 'text' };

/** A double has at most 309 digits before its point: what is longer is no number, and would be long in being tried. */
const LONGEST = 500;

export function readNumber(written: string): NumberReading {
  const text = written.trim();
  if (text.length > LONGEST) return TEXT;
  if (SIMPLE.test(text)) return { kind: 'number', value: Number(text) };
  if (POINTED.test(text)) return { kind: 'number', value: Number(text), votes: '.' };
  if (THREE_PLACES.test(text))
    return { kind: 'ambiguous', sign: '.', thousands: Number(text.replace('.', '')), decimal: Number(text) };
  if (INFINITE.test(text)) return { kind: 'infinite' };
  const bare = unwrap(text);
  if (!bare) return TEXT;
  const reading = readMagnitude(bare.digits);
  if (reading.kind === 'text' || reading.kind === 'infinite') return reading;
  const scaled = (value: number) => (bare.negative ? -value : value) / (bare.percent ? 100 : 1);
  if (reading.kind === 'ambiguous')
    return { ...reading, thousands: scaled(reading.thousands), decimal: scaled(reading.decimal) };
  return Number.isFinite(reading.value) ? { ...reading, value: scaled(reading.value) } : { kind: 'infinite' };
}

/** Takes off sign, brackets, currency and percent; undefined when something else is left. */
function unwrap(text: string): { digits: string; negative: boolean; percent: boolean } | undefined {
  let rest = text.replace(/[−‒]/g, '-');
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed?.[1]) rest = bracketed[1].trim();
  let minus = false;
  const takeSign = () => {
    const before = /^([-+])\s*/.exec(rest);
    if (!before) return;
    minus = minus || before[1] === '-';
    rest = rest.slice(before[0].length);
  };
  takeSign();
  rest = rest.replace(CURRENCY, '').replace(CURRENCY_AFTER, '');
  if (!minus) takeSign();
  if (/\d-$/.test(rest)) {
    minus = true;
    rest = rest.slice(0, -1);
  }
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1).trimEnd();
  if (!/^[\d.,]/.test(rest) || (bracketed && minus)) return undefined;
  return { digits: rest, negative: minus || bracketed !== null, percent };
}

const PLAIN = /^\d+$/;
const SPACED = /^\d{1,3}([ \u00a0\u202f\u2009'’]\d{3})+(?=$|[.,])/;

/** `digits` starts with a digit, a point or a comma and carries no sign. */
function readMagnitude(digits: string): NumberReading {
  const exponent = /^(\d*\.?\d+|\d+\.)e([-+]?\d+)$/i.exec(digits);
  if (exponent)
    return {
      kind: 'number',
      value: Number(digits),
      ...(digits.includes('.') ? { votes: '.' as const } : {}),
    };
  const spaced = SPACED.exec(digits);
  if (spaced) {
    const rest = digits.slice(spaced[0].length);
    const tail = rest === '' ? '' : rest.slice(1);
    if (rest !== '' && !PLAIN.test(tail)) return TEXT;
    const value = Number(`${spaced[0].replace(/\D/g, '')}${rest === '' ? '' : `.${tail}`}`);
    return {
      kind: 'number',
      value,
      grouped: true,
      ...(rest === '' ? {} : { votes: rest[0] as DecimalSign }),
    };
  }
  if (!/^[\d.,]+$/.test(digits) || !/\d/.test(digits)) return TEXT;
  if (PLAIN.test(digits)) return { kind: 'number', value: Number(digits) };
  return digits.includes('.') && digits.includes(',') ? readBothSigns(digits) : readOneSign(digits);
}

/** 1,234.5 and 1.234,5: the last sign is the decimal one, the other must group by three. */
function readBothSigns(digits: string): NumberReading {
  const decimal: DecimalSign = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  const at = digits.lastIndexOf(decimal);
  const whole = digits.slice(0, at);
  if (whole.includes(decimal) || !isGrouped(whole, decimal === '.' ? ',' : '.')) return TEXT;
  return {
    kind: 'number',
    value: Number(`${whole.replace(/\D/g, '')}.${digits.slice(at + 1)}`),
    votes: decimal,
    grouped: true,
  };
}

function readOneSign(digits: string): NumberReading {
  const sign: DecimalSign = digits.includes('.') ? '.' : ',';
  const other: DecimalSign = sign === '.' ? ',' : '.';
  const [before = '', after = '', ...more] = digits.split(sign);
  if (more.length > 0) {
    if (!isGrouped(digits, sign)) return TEXT;
    return { kind: 'number', value: Number(digits.replace(/\D/g, '')), votes: other, grouped: true };
  }
  const decimal = Number(`${before}.${after}`);
  if (after.length === 3 && /^[1-9]\d{0,2}$/.test(before))
    return { kind: 'ambiguous', sign, thousands: Number(before + after), decimal };
  return { kind: 'number', value: decimal, votes: sign };
}

/** Groups of three, or of two before the last three as in India. */
function isGrouped(whole: string, sign: DecimalSign): boolean {
  const groups = whole.split(sign);
  const first = groups[0] ?? '';
  if (groups.length < 2 || first === '' || first.length > 3 || groups[groups.length - 1]?.length !== 3)
    return false;
  const middle = groups.slice(1, -1);
  return middle.every((g) => g.length === 3) || (first.length <= 2 && middle.every((g) => g.length === 2));
}
