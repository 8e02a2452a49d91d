// The steps of an upload: where one is, and links back to what is done.
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface StepsProps {
  readonly present: number;
  /** A link for a step one may go to, plain words otherwise. */
  readonly steps: readonly ReactNode[];
}

export function Steps({ present, steps }: StepsProps) {
  return (
    <ol aria-label="Steps" className="mt-2 flex gap-6 text-13 text-muted max-sm:gap-4">
      {steps.map((step, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never move
          key={index}
          aria-current={index === present ? 'step' : undefined}
          className={classes(
            'border-b-2 pb-2',
            index === present ? 'border-accent font-semibold text-text' : 'border-transparent',
          )}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}
