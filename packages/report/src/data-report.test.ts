// What was found in data, as text.
import { expect, test } from 'vitest';
import { findingsText, rolesText } from './data-report.ts';

test('findings stand by weight, one sentence each, and can be narrowed', () => {
  const findings = [
    { severity: 'note', code: 'rows_sorted', column: 'week' },
    {
      severity: 'error',
      code: 'negative_spend',
      column: 'tv_spend',
      row: 12,
      facts: { value: -250, rows: '12' },
    },
    { severity: 'warning', code: 'low_rows', facts: { rows: 60, good: 104, period: 'week' } },
  ] as const;
  expect(findingsText(findings)).toMatchInlineSnapshot(`
    "To correct:
    - Row 12, column \`tv_spend\`: −250 is below 0, and media cannot be negative. Put
      refunds in the period they belong to, or write 0.

    To know:
    - There are 60 weeks; with 104 the intervals would be narrower and the season
      clearer. Add older data if you have them.

    Decided for you:
    - The rows were not in the order of \`week\`; they were sorted."
  `);
  expect(findingsText(findings, { severities: ['note'] })).not.toContain('tv_spend');
  expect(findingsText([])).toBe('');
});

test('roles stand in columns, reasons folded under themselves', () => {
  const roles = [
    { column: 'week', role: 'date', reason: 'It holds dates.' },
    {
      column: 'revenue_per_conversion',
      role: 'revenue_per_kpi',
      reason: 'The name says what one conversion brings in money.',
    },
  ];
  expect(rolesText(roles, { width: 72 })).toMatchInlineSnapshot(`
    "Column                  Role                  Why
    week                    date                  It holds dates.
    revenue_per_conversion  revenue per KPI unit  The name says what one
                                                  conversion brings in
                                                  money."
  `);
});
