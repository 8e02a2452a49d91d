// One idempotency key for one wish: pressing again after a lost answer finds what the first press made.
import { useState } from 'react';
import { newIdempotencyKey } from './client.ts';
import { mayPass } from './problem.ts';

export interface Wish {
  /** The key of this body: the same as long as the same is wanted and has not been refused. */
  readonly keyOf: (body: unknown) => string;
  /** A refusal that stays settles the wish; after a lost answer it stands. */
  readonly failed: (error: unknown) => void;
}

export function createWish(): Wish {
  let kept: { readonly text: string; readonly key: string } | null = null;
  return {
    keyOf(body) {
      const text = JSON.stringify(body);
      if (kept?.text !== text) kept = { text, key: newIdempotencyKey() };
      return kept.key;
    },
    failed(error) {
      if (!mayPass(error)) kept = null;
    },
  };
}

/** The wish of one form, for as long as it stands on the page. */
export function useWish(): Wish {
  const [wish] = useState(createWish);
  return wish;
}
