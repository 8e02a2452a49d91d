// A yes or no with one line on what it means.
import type { ReactNode } from 'react';

interface CheckFieldProps {
  readonly label: ReactNode;
  readonly hint: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, hint, checked, onChange }: CheckFieldProps) {
  return (
    <label className="flex gap-2 max-sm:min-h-10">
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <span className="text-13 font-medium">{label}</span>
        <span className="block text-12 text-muted">{hint}</span>
      </span>
    </label>
  );
}
