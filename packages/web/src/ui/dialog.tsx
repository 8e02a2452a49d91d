// A dialog or a panel at the side, on the browser's own <dialog>: it traps focus, closes on Esc and gives focus back.
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { classes } from './classes.ts';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What carries `data-first` takes the focus, otherwise the first control. */
  readonly children: ReactNode;
  /** `side` slides in at the right and is tall; `centre` asks one thing. */
  readonly place?: 'centre' | 'side';
  /** Without a way out but its own buttons. */
  readonly insist?: boolean;
}

const places = {
  centre: 'm-auto w-[min(440px,calc(100vw-32px))] max-h-[calc(100dvh-32px)] rounded',
  side: 'ml-auto mr-0 my-0 h-dvh max-h-none w-[min(760px,100vw)] max-w-none border-y-0 border-r-0',
} as const;

export function Dialog({ open, onClose, title, children, place = 'centre', insist = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || !open) return;
    const before = document.activeElement;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={element}
      aria-labelledby={heading}
      className={classes(
        'border border-border bg-bg p-0 text-text shadow-float backdrop:bg-black/40 open:flex flex-col',
        places[place],
      )}
      onCancel={(event) => {
        event.preventDefault();
        if (!insist) onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current && !insist) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && insist) event.preventDefault();
      }}
    >
      <div className="flex items-center gap-4 border-border border-b px-6 py-4 max-sm:px-4">
        <h2 id={heading} className="grow">
          {title}
        </h2>
        {!insist && (
          <button
            type="button"
            aria-label="Close"
            className="-m-2 rounded-sm p-2 text-muted hover:text-text"
            onClick={onClose}
          >
            <X size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      <div className="min-h-0 grow overflow-auto px-6 py-4 max-sm:px-4">{children}</div>
    </dialog>
  );
}
