// Where a file is dropped or chosen. The file input itself takes the focus, so the keyboard needs nothing of its own.
import { Upload } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';

interface DropZoneProps {
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A file may be dropped anywhere in the window: beside the box the browser would open it and leave the page. */
export function DropZone({ disabled, onFiles, children }: DropZoneProps) {
  const id = useId();
  const over = useDroppedFiles(disabled ? null : onFiles);
  return (
    <div
      className={classes(
        'grid justify-items-center gap-3 rounded border border-dashed px-6 py-10 text-center max-sm:px-4 max-sm:py-8',
        over ? 'border-accent bg-bg2' : 'border-rule',
      )}
    >
      <Upload size={24} strokeWidth={1.5} aria-hidden="true" className="text-muted" />
      <p className="font-medium text-16">{over ? 'Let go to upload it' : 'Drop your file here'}</p>
      <div className="relative">
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,text/csv"
          disabled={disabled}
          className="peer absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            // The same file, corrected, must count as chosen again.
            event.target.value = '';
          }}
        />
        <label
          htmlFor={id}
          className={buttonClass(
            { kind: 'primary' },
            'pointer-events-none peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent',
          )}
        >
          Choose a file
        </label>
      </div>
      {children}
    </div>
  );
}

/** Whether a file hangs over the window; gives what is dropped to `onFiles`, or nothing when it is null. */
function useDroppedFiles(onFiles: ((files: readonly File[]) => void) | null): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(onFiles !== null);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onFiles?.([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return over;
}
