// How to read a response curve: its lines, bands and marks by name.
import type { View } from '@mixmodel/report';
import type { ReactNode } from 'react';

const line = (dash?: string) => (
  <line x1="0" y1="8" x2="32" y2="8" stroke="currentColor" strokeWidth="2" strokeDasharray={dash} />
);

export function CurveKey({ view }: { view: View }) {
  const spent = view.words.oneSpent === 'unit' ? 'unit' : view.words.oneSpent;
  // The line needs revenue on the curve's own axis.
  const { kind, revenuePerKpi } = view.result.spec.columns.target;
  const hasBreakEven = kind === 'money' || revenuePerKpi !== undefined;
  return (
    <div className="self-start border-border text-13 text-muted sm:border-l sm:pl-6">
      <h3 className="text-text">Reading the curves</h3>
      <ul className="mt-2 grid gap-2">
        <Item mark={line()}>mean response within what was observed</Item>
        <Item mark={line('4 4')}>
          hardly observed: at this spend more than one period in twenty would exceed the largest seen
        </Item>
        <Item
          mark={
            <>
              <rect width="32" height="16" fill="currentColor" opacity=".14" />
              <rect y="4" width="32" height="8" fill="currentColor" opacity=".3" />
            </>
          }
        >
          50 and 94 % bands
        </Item>
        <Item mark={<circle cx="16" cy="8" r="5" fill="currentColor" />}>spend as it was</Item>
        {hasBreakEven && (
          <Item mark={<line x1="0" y1="14" x2="32" y2="2" stroke="currentColor" strokeDasharray="2 3" />}>
            break-even, {view.breakEven.toFixed(2)} for each {spent}
          </Item>
        )}
      </ul>
    </div>
  );
}

function Item({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[32px_minmax(0,1fr)] items-center gap-3">
      <svg viewBox="0 0 32 16" aria-hidden="true" className="h-4 w-8">
        {mark}
      </svg>
      <span>{children}</span>
    </li>
  );
}
