// How the server's refusals reach a page: one error class with a sentence, whatever went wrong on the way.
import type { Fault, ProblemDetails } from '@mixmodel/contract';
import { PartMissing } from './part.ts';

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly faults: readonly Fault[];
  readonly requestId: string | null;

  constructor(told: Omit<ProblemDetails, 'type' | 'title' | 'requestId'> & { requestId?: string }) {
    super(told.detail);
    this.status = told.status;
    this.code = told.code;
    this.faults = told.faults ?? [];
    this.requestId = told.requestId ?? null;
  }
}

export const offline = () =>
  new ApiProblem({
    status: 0,
    code: 'web.offline',
    detail: 'MixModel does not answer. Check that it is running and that you are connected, then try again.',
  });

/** Reads a refusal's body; a body that is not problem details (a proxy's page) still becomes a sentence. */
export function problemFrom(status: number, body: string): ApiProblem {
  const details = parsed(body);
  if (details) return new ApiProblem({ ...details, status });
  const who = status >= 500 ? 'MixModel could not answer' : 'MixModel refused the request';
  return new ApiProblem({
    status,
    code: 'web.unreadable_answer',
    detail: `${who} (HTTP ${status}) and gave no reason. Try again; if it stays, look at the server's log.`,
  });
}

function parsed(body: string): ProblemDetails | null {
  try {
    const value: unknown = JSON.parse(body);
    return isDetails(value) ? value : null;
  } catch {
    return null;
  }
}

function isDetails(value: unknown): value is ProblemDetails {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'code' in value &&
    typeof value.code === 'string' &&
    'detail' in value &&
    typeof value.detail === 'string' &&
    (!('faults' in value) || Array.isArray(value.faults))
  );
}

/** A sentence for any error, so that a page never shows a stack or an empty box. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem || error instanceof PartMissing) return error.message;
  return 'This page met an error of its own. Load it again; nothing that was saved is lost.';
}

/** Whether asking again may help: no answer, a busy server or one that stumbled. */
export const mayPass = (error: unknown) =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500);
