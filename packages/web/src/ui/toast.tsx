// Short messages that come and go: said politely to readers, stay while pointed at, and never the only place of an error.
import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { classes } from './classes.ts';
import { Sentence } from './sentence.tsx';

interface Toast {
  readonly id: number;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly text: string;
}

const shownMs = 6_000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const leave = (id: number) => change(toasts.filter((toast) => toast.id !== id));

/** Shows a sentence below the top bar, where it covers no button; at most three stand at once. */
export function toast(text: string, tone: Toast['tone'] = 'plain'): void {
  last += 1;
  change([...toasts, { id: last, tone, text }].slice(-3));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div
      role="status"
      className="pointer-events-none fixed top-14 right-4 z-30 grid w-[min(360px,calc(100vw-32px))] gap-2"
    >
      {shown.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </div>
  );
}

const edges = { good: 'border-l-good', bad: 'border-l-bad', plain: 'border-l-accent' } as const;

function ToastCard({ toast: { id, text, tone } }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => leave(id), shownMs);
    return () => clearTimeout(timer);
  }, [held, id]);
  return (
    <div
      className={classes(
        'pointer-events-auto flex items-start gap-3 rounded border border-border border-l-3 bg-bg p-3 text-13 shadow-float',
        edges[tone],
      )}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <p className="grow">
        <Sentence text={text} />
      </p>
      <button
        type="button"
        aria-label="Dismiss"
        className="-m-1 rounded-sm p-1 text-muted hover:text-text"
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        onClick={() => leave(id)}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
