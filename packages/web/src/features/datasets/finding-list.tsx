// What was found in the data: errors, warnings, suggestions, notes, each with its place in the file and its remedies.
import type { ColumnView, FindingView, Fix } from '@mixmodel/contract';
import { Fragment, type ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import { Sentence } from '../../ui/sentence.tsx';
import { columnId } from './column-table.tsx';
import { findingsHead, inOrder } from './findings.ts';

interface FindingListProps {
  readonly findings: readonly FindingView[];
  /** Those on the page, to which a finding can jump. */
  readonly columns?: readonly ColumnView[];
  readonly className?: string;
  /** Without it, the remedies are not offered: the page shows, it does not change. */
  readonly onFix?: (fix: Fix) => void;
  readonly onShowRows: (finding: FindingView) => void;
}

export function FindingList({ findings, columns = [], className, ...actions }: FindingListProps) {
  return (
    <aside aria-label="Findings" className={className}>
      <h2>{findingsHead(findings)}</h2>
      {findings.length === 0 && (
        <p className="mt-2 text-13 text-muted">Nothing in the data stands in the way of a fit.</p>
      )}
      <ul>
        {inOrder(findings).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one code may come twice for one column; the list is redrawn as a whole
          <FindingItem key={`${finding.code} ${index}`} finding={finding} columns={columns} {...actions} />
        ))}
      </ul>
    </aside>
  );
}

const severities = {
  error: { name: 'Error', edge: 'border-bad', words: 'text-bad' },
  warning: { name: 'Warning', edge: 'border-warn', words: 'text-warn' },
  suggestion: { name: 'Suggestion', edge: 'border-accent', words: 'text-accent' },
  note: { name: 'Note', edge: 'border-rule', words: 'text-muted' },
} as const;

interface FindingItemProps {
  readonly finding: FindingView;
  readonly columns: readonly ColumnView[];
  readonly onFix?: ((fix: Fix) => void) | undefined;
  readonly onShowRows: (finding: FindingView) => void;
}

function FindingItem({ finding, columns, onFix, onShowRows }: FindingItemProps) {
  const { name, edge, words } = severities[finding.severity];
  const column = finding.columns.find((one) => columns.some(({ name: known }) => known === one));
  const actions: { label: string; act: () => void }[] = [
    ...(finding.rows.length > 0
      ? [
          {
            label: finding.rows.length === 1 ? 'Show the row' : 'Show the rows',
            act: () => onShowRows(finding),
          },
        ]
      : []),
    ...(column === undefined ? [] : [{ label: 'Show the column', act: () => showColumn(column) }]),
    ...(onFix ? finding.fixes.map((fix) => ({ label: fix.label, act: () => onFix(fix) })) : []),
  ];
  return (
    <li className={classes('mt-3 border-l-3 pl-3 text-13', edge)}>
      <p className={classes('font-semibold text-12', words)}>{name}</p>
      <h3>
        <Sentence text={finding.title} />
      </h3>
      <p className="[overflow-wrap:anywhere]">
        <Sentence text={finding.sentence} />
      </p>
      {actions.length > 0 && (
        <p className="mt-1">
          {actions.map(({ label, act }, index) => (
            <Fragment key={label}>
              {index > 0 && <Dot />}
              <button type="button" className="link py-0.5 text-left" onClick={act}>
                {label}
              </button>
            </Fragment>
          ))}
        </p>
      )}
    </li>
  );
}

const Dot = (): ReactNode => <span aria-hidden="true"> · </span>;

/** Goes to the column's row and gives the keyboard its role. */
function showColumn(column: string): void {
  const row = document.getElementById(columnId(column));
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  row?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  row?.querySelector('select')?.focus({ preventScroll: true });
}
