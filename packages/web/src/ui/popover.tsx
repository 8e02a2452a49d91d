// A small box beside what opened it, for a term's sentence or a few settings.
// Esc and a press outside close it. It stands at the end of the page's content, within its landmark and outside of the
// paragraph it explains.
import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface PopoverProps {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={document.getElementById('main')}>
        <Radix.Content
          aria-label={label}
          sideOffset={4}
          collisionPadding={8}
          className="z-20 max-w-[min(320px,calc(100vw-16px))] rounded border border-border bg-bg p-3 text-13 text-text shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A word with a dotted line that opens its explanation. */
export function Term({ word, children }: { word: ReactNode; children: ReactNode }) {
  return (
    <Popover
      label={typeof word === 'string' ? word : 'Explanation'}
      trigger={
        <button type="button" className="term text-left">
          {word}
        </button>
      }
    >
      {children}
    </Popover>
  );
}
