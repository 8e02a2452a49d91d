// The switch of views and the two choices that stay when it is used: one channel, the last periods.
import type { View } from '@mixmodel/report';
import { useId } from 'react';
import { Select } from '../../../ui/field.tsx';
import { labelOf } from './channel-name.tsx';
import { type Look, spansOf } from './look.ts';

interface SwitchProps<T extends string> {
  options: readonly (readonly [T, string])[];
  present: T;
  onChoose: (view: T) => void;
}

export function ViewSwitch<T extends string>({ options, present, onChoose }: SwitchProps<T>) {
  return (
    <nav
      aria-label="View"
      className="inline-flex overflow-hidden rounded border border-border max-sm:w-full print:hidden"
    >
      {options.map(([key, name]) => (
        <button
          key={key}
          type="button"
          aria-current={key === present ? 'page' : undefined}
          className="border-border px-3 py-1.25 text-muted transition-colors duration-(--motion) not-first:border-l hover:text-text focus-visible:-outline-offset-2 aria-[current]:bg-text aria-[current]:font-medium aria-[current]:text-bg max-sm:flex-1 max-sm:py-2.25"
          onClick={() => onChoose(key)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}

interface FocusProps {
  view: View;
  look: Look;
  onLook: (change: Partial<Look>) => void;
}

export function Focus({ view, look, onLook }: FocusProps) {
  const id = useId();
  const { period } = view.result.data;
  const all = view.insights.series.dates.length;
  const spans = spansOf(all, period);
  return (
    <div className="flex flex-wrap gap-3 text-13 print:hidden">
      <label htmlFor={`${id}-channel`} className="sr-only">
        Channel to look at
      </label>
      <Select
        id={`${id}-channel`}
        className="w-auto! max-w-44"
        value={look.channel ?? ''}
        onChange={(event) => onLook({ channel: event.target.value || null })}
      >
        <option value="">All channels</option>
        {view.order.map((column) => (
          <option key={column} value={column}>
            {labelOf(view, column)}
          </option>
        ))}
      </Select>
      {spans.length > 0 && (
        <>
          <label htmlFor={`${id}-last`} className="sr-only">
            Span of the charts over time
          </label>
          <Select
            id={`${id}-last`}
            className="w-auto!"
            value={look.last ?? ''}
            onChange={(event) =>
              onLook({ last: event.target.value === '' ? null : Number(event.target.value) })
            }
          >
            <option value="">{`All ${all} ${period}s`}</option>
            {spans.map((span) => (
              <option key={span} value={span}>{`Charts: last ${span} ${period}s`}</option>
            ))}
          </Select>
        </>
      )}
    </div>
  );
}
