// Buttons and links that look like buttons. One that cannot be pressed yet stays focusable and names its reason.
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react';
import { classes } from './classes.ts';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

interface Look {
  readonly kind?: Kind;
  readonly small?: boolean;
}

const kinds: Readonly<Record<Kind, string>> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-text',
  plain: 'border-rule bg-bg text-text hover:border-text',
  quiet: 'border-transparent bg-transparent text-muted hover:text-text hover:border-border',
  danger: 'border-bad bg-bg text-bad hover:bg-bg2',
};

/** The look alone, for a `label` or an anchor that must look like a button. */
export function buttonClass({ kind = 'plain', small = false }: Look, extra?: string): string {
  return classes(
    'inline-flex items-center justify-center gap-2 whitespace-nowrap rounded border font-medium no-underline',
    'transition-colors duration-(--motion)',
    small ? 'h-8 px-3 text-13 max-sm:h-10' : 'h-9 px-4 text-14 max-sm:h-10',
    'aria-disabled:cursor-not-allowed aria-disabled:border-dashed aria-disabled:border-rule',
    'aria-disabled:bg-bg2 aria-disabled:text-muted',
    kinds[kind],
    extra,
  );
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  readonly ref?: Ref<HTMLButtonElement>;
  /** Something is under way: says so and takes no second press. */
  readonly busy?: boolean;
  /** Id of the sentence that says why it cannot be pressed; without it, it can. */
  readonly waitsFor?: string | undefined;
}

export function Button({ kind, small, busy, waitsFor, className, onClick, children, ...rest }: ButtonProps) {
  const blocked = busy || waitsFor !== undefined;
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ kind, small }, className)}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      aria-describedby={waitsFor ?? rest['aria-describedby']}
      onClick={(event) => (blocked ? event.preventDefault() : onClick?.(event))}
    >
      {children}
    </button>
  );
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement>, Look {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function ButtonAnchor({ kind, small, className, ...rest }: AnchorProps) {
  return <a {...rest} className={buttonClass({ kind, small }, className)} />;
}

/** Goes to a page of this application; `to`, `params` and `search` are checked against the routes. */
export const ButtonLink = createLink(ButtonAnchor);
