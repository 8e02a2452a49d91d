// Every error as an answer: problem details (RFC 9457) with the catalogue's status, code and sentences.
import { entryOf, type Fault, type ProblemDetails, sentence } from '@mixmodel/contract';
import { InputError, type Problem } from '@mixmodel/engine';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { loggable } from '../loggable.ts';
import { isDiskFull, refuse } from '../refuse.ts';
import type { App } from './app.ts';

const contentType = 'application/problem+json; charset=utf-8';

/** Answers errors of every route, and addresses below /api that there are none of. */
export function answerProblems(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused =
      error instanceof InputError ? error : (ofSystem(error, request) ?? ofFramework(error, request));
    if (refused !== undefined) return sendProblem(reply, request, refused.problems);
    request.log.error({ err: loggable(error), requestId: request.id }, 'unexpected error');
    return sendProblem(reply, request, [
      { code: 'internal_error', path: '', facts: { request: request.id } },
    ]);
  });
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problems: readonly Problem[]) {
  const details = problemOf(problems, request.id);
  // The body is serialized here: the route's schemas describe its good answers.
  return reply
    .code(details.status)
    .header('x-request-id', request.id)
    .type(contentType)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(details);
}

export function problemOf(problems: readonly Problem[], requestId: string): ProblemDetails {
  const [first, ...others] = problems;
  if (first === undefined) throw new Error('An error without a problem cannot be told');
  const status = entryOf(first.code)?.status ?? 422;
  return {
    type: `/api/v1/errors/${first.code}`,
    title: titleOf(status),
    status,
    code: first.code,
    detail:
      others.length === 0
        ? sentence(first, 'screen')
        : `${sentence(first, 'screen')} And ${others.length} more.`,
    requestId,
    faults: problems.map(faultOf),
  };
}

function faultOf(problem: Problem): Fault {
  const { code, path, column, row } = problem;
  return {
    code,
    path,
    sentence: sentence(problem, 'screen'),
    ...(column !== undefined && { column }),
    ...(row !== undefined && { row }),
  };
}

/** What answers of a status have in common. */
export function titleOf(status: number): string {
  return titles[status] ?? 'The request cannot be done';
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Sign in',
  403: 'Not allowed',
  404: 'Not found',
  408: 'It came too slowly',
  409: 'It conflicts with what is there',
  410: 'It is not good any more',
  413: 'Too large',
  415: 'Another type of content is wanted',
  422: 'Something in the request is wrong',
  429: 'Too many requests',
  500: 'Something went wrong here',
  502: 'Another server does not answer',
  503: 'It was interrupted',
  507: 'No room left',
};

/** Whoever asks cannot mend it, but can come again; whoever runs the server must hear of it. */
function ofSystem(error: unknown, request: FastifyRequest): InputError | undefined {
  if (!isDiskFull(error)) return undefined;
  request.log.error({ err: loggable(error), requestId: request.id }, 'the disk is full');
  return refuse('disk_full');
}

/** What Fastify itself refuses, by its codes (https://fastify.dev/docs/latest/Reference/Errors/); else undefined. */
function ofFramework(error: FastifyError, request: FastifyRequest): InputError | undefined {
  const status = error.statusCode ?? 500;
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const type = request.headers['content-type'];
    return refuse('body_type', {
      facts: { got: type ? `\`${type.slice(0, 60)}\`` : 'missing', wanted: 'application/json' },
    });
  }
  if (status === 413)
    return refuse('body_too_large', { facts: { most: megabytes(request.routeOptions.bodyLimit) } });
  if (
    error instanceof SyntaxError ||
    error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY'
  )
    return refuse('body_syntax');
  if (status >= 400 && status < 500)
    return refuse('request_unreadable', { facts: { detail: error.message.replace(/\.$/, '') } });
  return undefined;
}

function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.round(bytes / 1024)} KB`;
}
