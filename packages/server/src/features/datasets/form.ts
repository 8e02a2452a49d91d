// The form an upload comes in: files, streamed one after the other, and what to say when the form is anything else.
import type { IncomingMessage } from 'node:http';
import type { MultipartFile } from '@fastify/multipart';
import { InputError } from '@mixmodel/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../refuse.ts';
import type { UploadedFile } from './keep.ts';
import { type Pace, whileItComes } from './pace.ts';
import { mostBytes, mostFiles } from './storage.ts';

/** A few files, and the few fields a form may have beside them. */
export const formLimits = {
  files: mostFiles,
  fields: 10,
  parts: mostFiles + 10,
  fieldSize: 10_000,
  // One byte more than is taken, so that too long is seen and not cut.
  fileSize: mostBytes + 1,
};

/** Hands the form's files to `go`; when that fails, hears the client out so that the client hears why. */
export async function withUpload<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  pace: Pace,
  go: (files: AsyncIterable<UploadedFile>) => Promise<T>,
): Promise<T> {
  try {
    return await whileItComes(request.raw, pace, go(filesIn(request)));
  } catch (error) {
    const isSlow = error instanceof InputError && error.problems[0]?.code === 'upload_too_slow';
    if (isSlow || !(await drained(request.raw))) endAfterAnswer(request, reply);
    throw error;
  }
}

/** Whoever sends too slowly or too much is told so, and then no longer listened to. */
function endAfterAnswer({ raw }: FastifyRequest, reply: FastifyReply): void {
  void reply.header('connection', 'close');
  reply.raw.once('finish', () => raw.destroy());
}

async function* filesIn(request: FastifyRequest): AsyncGenerator<UploadedFile> {
  if (!request.isMultipart()) {
    const type = request.headers['content-type']?.slice(0, 60);
    throw refuse('upload_not_a_form', { facts: { got: type ? `\`${type}\`` : 'missing' } });
  }
  const parts = request.parts();
  // To the very end: a form that was cut is seen only there.
  for (let next = await inWords(() => parts.next()); !next.done; next = await inWords(() => parts.next()))
    if (next.value.type === 'file') yield { fileName: next.value.filename, body: bodyOf(next.value) };
}

async function* bodyOf({ file }: MultipartFile): AsyncGenerator<Uint8Array> {
  try {
    yield* file;
  } catch (error) {
    throw refusalOf(error);
  }
}

async function inWords<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What the reader of forms (@fastify/multipart on busboy) throws, in our words. */
function refusalOf(error: unknown): unknown {
  if (error instanceof InputError || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'FST_FILES_LIMIT') return refuse('upload_several_files', { facts: { most: mostFiles } });
  if (code === 'FST_MP_PREMATURE_CLOSE' || /unexpected end|terminated early/i.test(error.message))
    return refuse('upload_cut');
  return refuse('request_unreadable', { facts: { detail: error.message.replace(/\.$/, '') } });
}

/** Nobody reads the answer to four times what is taken at most, or a minute after it was known. */
const mostDrained = 4 * mostBytes;
const drainMs = 60_000;

/**
 * Reads and forgets what is still to come: a connection that is closed under a client who sends loses the answer.
 * False when there is too much of it.
 */
async function drained(raw: IncomingMessage): Promise<boolean> {
  if (raw.readableEnded || raw.destroyed) return true;
  let timer: NodeJS.Timeout | undefined;
  const isDrained = await new Promise<boolean>((resolve) => {
    let left = mostDrained;
    raw.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve(false);
    });
    for (const event of ['end', 'close', 'error']) raw.once(event, () => resolve(true));
    timer = setTimeout(() => resolve(false), drainMs);
    raw.resume();
  });
  clearTimeout(timer);
  return isDrained;
}
