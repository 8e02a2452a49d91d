// What the reading thread says to one request, whatever happens to it: answered, refused or failed, never nothing.
import { InputError } from '@mixmodel/engine';
import { answer } from './answer.ts';
import type { Reply, Request } from './protocol.ts';

type Post = (reply: Reply) => void;

/** An answer that cannot be sent (structured clone takes no functions) is a failure that is told. */
export async function reply(request: Request, post: Post, answering = answer): Promise<void> {
  try {
    post({ kind: 'answered', answer: await answering(request) });
  } catch (thrown) {
    post(thrown instanceof InputError ? { kind: 'refused', problems: thrown.problems } : failedBy(thrown));
  }
}

function failedBy(thrown: unknown): Reply {
  return { kind: 'failed', stack: thrown instanceof Error ? String(thrown.stack) : String(thrown) };
}
