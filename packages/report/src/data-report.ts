// What was found in a data file, as text: each column's role with its reason, then what is wrong and what was decided.
import { type Severity, sentencesOf, type Told } from '@mixmodel/contract';
import { bullets, clip, plainStyle, type Style, wrap } from './layout.ts';

export interface Found extends Told {
  readonly severity: Severity;
}

/** What a column is taken to be, and why. */
export interface ColumnRole {
  readonly column: string;
  readonly role: string;
  readonly reason: string;
}

interface Layout {
  readonly width?: number;
  readonly style?: Style;
}

const chapters: readonly (readonly [Severity, string, keyof Style | undefined])[] = [
  ['error', 'To correct', 'bad'],
  ['warning', 'To know', 'warn'],
  ['suggestion', 'To consider', undefined],
  ['note', 'Decided for you', undefined],
];

/** One wrong start can make everything after it wrong: more than these nobody reads. */
const mostFindings = 20;

/** Findings by weight, one sentence each; only `severities` if given. */
export function findingsText(
  findings: readonly Found[],
  { width = 80, style = plainStyle, severities }: Layout & { readonly severities?: readonly Severity[] } = {},
): string {
  const parts = chapters.flatMap(([severity, title, emphasis]) => {
    const found = findings.filter((finding) => finding.severity === severity);
    if (found.length === 0 || (severities && !severities.includes(severity))) return [];
    const head = `${title}:`;
    const lines = bullets(sentencesOf(found), width, mostFindings, '--json');
    return [[emphasis ? style[emphasis](head) : style.strong(head), ...lines].join('\n')];
  });
  return parts.join('\n\n');
}

/** As the screens call them, where the name of a role says too little. */
const roleWords: Readonly<Record<string, string>> = {
  revenue_per_kpi: 'revenue per KPI unit',
  geo: 'region',
  ignore: 'not used',
};

/** One line a column: name, role, reason. */
export function rolesText(
  roles: readonly ColumnRole[],
  { width = 80, style = plainStyle }: Layout = {},
): string {
  const names = roles.map(({ column }) => clip(column, 28));
  const words = roles.map(({ role }) => roleWords[role] ?? role);
  const nameWidth = Math.max(6, ...names.map((name) => [...name].length));
  const roleWidth = Math.max(4, ...words.map((word) => word.length));
  const line = (name: string, role: string, reason: string) =>
    `${name.padEnd(nameWidth)}  ${role.padEnd(roleWidth)}  ${reason}`;
  const indent = ' '.repeat(nameWidth + roleWidth + 4);
  return [
    style.faint(line('Column', 'Role', 'Why')),
    ...roles.flatMap(({ reason }, i) => folded(line(names[i] ?? '', words[i] ?? '', reason), width, indent)),
  ].join('\n');
}

/** As `wrap`, but the padding of the first columns is kept. */
function folded(text: string, width: number, indent: string): string[] {
  const [first = '', ...rest] = wrap(text.slice(indent.length), Math.max(20, width - indent.length));
  return [text.slice(0, indent.length) + first, ...rest.map((line) => indent + line)];
}
