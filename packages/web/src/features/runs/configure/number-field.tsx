// A number as it is typed: what cannot be used yet stays on the page, with the reason, and is never sent.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { Field, Input } from '../../../ui/field.tsx';
import { sentencesAt } from './faults.ts';
import { useForm } from './form.ts';
import { numberOf } from './number.ts';

interface NumberFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Where the number stands in spec or sampling: faults of that place show here. */
  readonly place: string;
  readonly value: number | undefined;
  /** What holds while the field is empty. */
  readonly otherwise?: number | undefined;
  /** A sentence when the number will not do. */
  readonly refuse?: (value: number) => string | null;
  readonly onValue: (value: number | undefined) => void;
  /** An empty field is refused. */
  readonly required?: boolean;
  readonly className?: string;
}

const notNumber = 'Write a number, such as 0.9.';

export function NumberField(props: NumberFieldProps) {
  const { label, hint, place, value, otherwise, refuse, onValue, required, className } = props;
  const { settings, faults, type } = useForm();
  const [text, setText] = useState<string | null>(null);
  const kept = settings.typed[place];
  const shown = text ?? kept ?? numberText(value);
  const reason = (of: string): string | null => {
    if (of.trim() === '') return required ? notNumber : null;
    const number = numberOf(of);
    return number === null ? notNumber : (refuse?.(number) ?? null);
  };
  const change = (next: string) => {
    setText(next);
    const refused = reason(next) !== null;
    type(place, refused ? next : null);
    if (!refused) onValue(next.trim() === '' ? undefined : (numberOf(next) ?? undefined));
  };
  const error = kept === undefined ? sentencesAt(faults, place).join(' ') : (reason(kept) ?? notNumber);
  return (
    <Field label={label} hint={hint} error={error || undefined} className={className}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          className="tabular-nums"
          value={shown}
          placeholder={numberText(otherwise)}
          onChange={(event) => change(event.target.value)}
          onBlur={() => setText(null)}
        />
      )}
    </Field>
  );
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(6)));
}
