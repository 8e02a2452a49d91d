// A part that folds: opened by the person, or by itself when something in it must be settled; never closed by itself.
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';

interface FoldProps {
  readonly summary: ReactNode;
  /** Something in it must be settled. */
  readonly wrong: boolean;
  /** Open from the beginning. */
  readonly begun?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Fold({ summary, wrong, begun = false, className, children }: FoldProps) {
  const [open, setOpen] = useState(wrong || begun);
  useEffect(() => {
    if (wrong) setOpen(true);
  }, [wrong]);
  return (
    <details
      className={className}
      open={open}
      onToggle={(event) => {
        // Folds inside this one tell it too.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary className="flex min-h-10 list-none items-center gap-2 py-1 [&::-webkit-details-marker]:hidden">
        <Mark open={open} />
        <span className="flex flex-wrap items-baseline gap-x-3">{summary}</span>
      </summary>
      {children}
    </details>
  );
}

function Mark({ open }: { open: boolean }) {
  return (
    <ChevronRight
      size={16}
      aria-hidden="true"
      className={`shrink-0 text-muted transition-transform duration-(--motion) ${open ? 'rotate-90' : ''}`}
    />
  );
}
