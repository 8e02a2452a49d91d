// An answer, or the server's refusal as an error.
import type { components } from './api.ts';

/** RFC 9457, with a code that stays the same and each fault in its place. */
export type Problem = components['schemas']['Problem'];

/** What the server would not do: `message` is its sentence, `code` the name to act on. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly problem: Problem | null;

  /** `told` is the body as it was read; what is no problem details, a proxy's page, still becomes a sentence. */
  constructor(status: number, told: unknown) {
    const problem = isProblem(told) ? told : null;
    super(problem?.detail ?? `The request was refused with HTTP ${status} and no reason.`);
    this.status = status;
    this.code = problem?.code ?? 'unreadable_answer';
    this.problem = problem;
  }
}

/** What was answered. Throws a `Refusal` instead of handing one back: `await answerOf(client.GET(…))`. */
export async function answerOf<Data>(asked: Promise<Answered<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new Refusal(response.status, error);
  return data as Data;
}

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

function isProblem(told: unknown): told is Problem {
  return (
    typeof told === 'object' &&
    told !== null &&
    'code' in told &&
    typeof told.code === 'string' &&
    'detail' in told &&
    typeof told.detail === 'string'
  );
}
