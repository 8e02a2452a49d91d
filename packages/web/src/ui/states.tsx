// What a page shows when it has no content: still loading, nothing there yet, or a refusal with a way on.
import type { ReactNode } from 'react';
import { ApiProblem, sentenceOf } from '../api/problem.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { Sentence } from './sentence.tsx';

/** A grey bar where something will stand; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={classes('animate-pulse rounded-sm bg-bg2 motion-reduce:animate-none', className)}
    />
  );
}

/** A whole page that is on its way. */
export function PageSkeleton() {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">Loading</span>
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-5 w-96 max-w-full" />
      <Skeleton className="mt-4 h-64" />
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing here yet, and the next step. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="rounded bg-bg2 p-6 max-sm:p-4">
      <h2>{title}</h2>
      {children && <div className="mt-2 grid gap-4 text-muted">{children}</div>}
    </div>
  );
}

interface RefusalProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** An error in the page's flow: its sentence, and what can be done. */
export function Refusal({ error, title, onRetry, children }: RefusalProps) {
  // What is not there will not be there the next time.
  const retry = error instanceof ApiProblem && error.status === 404 ? undefined : onRetry;
  return (
    <div role="alert" className="border-bad border-l-3 pl-3">
      {title && <h2>{title}</h2>}
      <p className={title ? 'mt-1' : undefined}>
        <Sentence text={sentenceOf(error)} />
      </p>
      {(retry || children) && (
        <div className="mt-3 flex flex-wrap gap-2">
          {retry && (
            <Button small onClick={retry}>
              Try again
            </Button>
          )}
          {children}
        </div>
      )}
    </div>
  );
}
