// A word of the field with the glossary's sentence behind it.
import { glossary } from '@mixmodel/report';
import type { ReactNode } from 'react';
import { Term as TermWith } from '../../ui/popover.tsx';

/** `of` is a key of the glossary; a word it does not know stays plain. */
export function Term({ of, children = of }: { of: string; children?: ReactNode }) {
  const meaning = glossary[of];
  if (meaning === undefined) return <>{children}</>;
  return (
    <TermWith word={children}>
      <p className="font-semibold">{of}</p>
      <p className="text-muted">{meaning}</p>
    </TermWith>
  );
}
