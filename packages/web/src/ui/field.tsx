// A form field: its label, its hint, its control and the error beside it, tied together for assistive technology.
import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes } from 'react';
import { useId } from 'react';
import { classes } from './classes.ts';
import { Sentence } from './sentence.tsx';

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly children: (control: {
    id: string;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
  }) => ReactNode;
}

/** The label belongs to whatever control `children` draws with the attributes it is given. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={classes('grid gap-1', className)}>
      <label htmlFor={id} className="text-13 font-medium">
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="text-12 text-muted">
          {hint}
        </div>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {error && (
        <p id={`${id}-error`} className="text-13 text-bad">
          <Sentence text={error} />
        </p>
      )}
    </div>
  );
}

const control = classes(
  'w-full rounded-sm border border-rule bg-bg text-text px-2',
  'hover:border-text aria-invalid:border-2 aria-invalid:border-bad disabled:bg-bg2 disabled:text-muted',
);

interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>;
}

export function Input({ className, ...rest }: InputProps) {
  return (
    <input {...rest} className={classes(control, 'h-9 text-14 max-sm:h-10 max-sm:text-16', className)} />
  );
}

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly ref?: Ref<HTMLSelectElement>;
}

/** The system's own list: it is known on every phone and by every reader. */
export function Select({ className, ...rest }: SelectProps) {
  return <select {...rest} className={classes(control, 'h-8 text-13 max-sm:h-10', className)} />;
}
