// Flags that do nothing to this file: a wish that stays without effect must not look fulfilled.
import type { Finding, Prepared } from '@mixmodel/data';
import type { Problem } from '@mixmodel/engine';
import type { Given } from './arguments.ts';

interface Idle {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/** What only a workbook has, and what only a text file has. */
const ofKind = {
  csv: { flags: ['sheet'], why: 'is a text file and has no sheets' },
  excel: { flags: ['encoding', 'delimiter'], why: 'is a workbook, which says this itself' },
  joined: { flags: [], why: '' },
} as const satisfies Record<string, { flags: readonly string[]; why: string }>;

const withoutMoney = 'the KPI is counted and nothing says what one is worth, so nothing can break even';

export function idleFlags(file: string, flags: Given, { table, period, findings, draft }: Prepared): Idle {
  const kind = table && ofKind[table.source.kind];
  const idleHere: readonly string[] = kind?.flags ?? [];
  const target = draft?.columns.target;
  const isCounted = target?.kind === 'units' && target.revenuePerKpi === undefined;
  const problems = [
    ...idleHere
      .filter((flag) => flags[flag] !== undefined)
      .map((flag) => idle(flag, `\`${file}\` ${kind?.why}`)),
    ...(flags.margin !== undefined && isCounted ? [idle('margin', withoutMoney)] : []),
  ];
  const inWeeks = findings.some(({ code }) => code === 'weeks_summed');
  if (!flags.weekly || inWeeks || period === undefined || period === 'day') return { problems, findings: [] };
  if (period === 'month')
    return { problems: [...problems, idle('weekly', 'the data are by the month')], findings: [] };
  return { problems, findings: [{ severity: 'note', code: 'weekly_already', path: '' }] };
}

function idle(flag: string, why: string): Problem {
  return { code: 'flag_no_effect', path: '', facts: { flag: `--${flag}`, why, remedy: 'Leave it out' } };
}
