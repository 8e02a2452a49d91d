// The form an upload comes in: one file, streamed, and what to say when the form is anything else.
import type { IncomingMessage } from 'node:http';
import type { MultipartFile } from '@fastify/multipart';
import { InputError } from '@mixmodel/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../refuse.ts';
import { mostBytes } from './storage.ts';

/** One file, and the few fields a form may have beside it. */
export const formLimits = {
  files: 1,
  fields: 10,
  parts: 11,
  fieldSize: 10_000,
  // One byte more than is taken, so that too long is seen and not cut.
  fileSize: mostBytes + 1,
};

export interface UploadedFile {
  readonly fileName: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  /** Reads the form to its end: throws when it was cut, or holds more than the one file. */
  end(): Promise<void>;
}

/** Hands the form's file to `go`; when that fails, hears the client out so that the client hears why. */
export async function withUpload<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  go: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  try {
    return await go(await fileIn(request));
  } catch (error) {
    if (!(await drained(request.raw))) void reply.header('connection', 'close');
    throw error;
  }
}

async function fileIn(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) {
    const type = request.headers['content-type']?.slice(0, 60);
    throw refuse('upload_not_a_form', { facts: { got: type ? `\`${type}\`` : 'missing' } });
  }
  const parts = request.parts();
  const file = await inWords(async () => {
    for (let next = await parts.next(); !next.done; next = await parts.next())
      if (next.value.type === 'file') return next.value;
    throw refuse('upload_no_file');
  });
  const end = () =>
    inWords(async () => {
      for (let next = await parts.next(); !next.done; ) next = await parts.next();
    });
  return { fileName: file.filename, body: bodyOf(file), end };
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
  if (code === 'FST_FILES_LIMIT') return refuse('upload_several_files');
  if (code === 'FST_MP_PREMATURE_CLOSE' || /unexpected end|terminated early/i.test(error.message))
    return refuse('upload_cut');
  return refuse('request_unreadable', { facts: { detail: error.message.replace(/\.$/, '') } });
}

/** Nobody reads the answer to four times what is taken at most. */
const mostDrained = 4 * mostBytes;

/**
 * Reads and forgets what is still to come: a connection that is closed under a client who sends loses the answer.
 * False when there is too much of it.
 */
async function drained(raw: IncomingMessage): Promise<boolean> {
  if (raw.readableEnded || raw.destroyed) return true;
  return new Promise((resolve) => {
    let left = mostDrained;
    raw.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve(false);
    });
    for (const event of ['end', 'close', 'error']) raw.once(event, () => resolve(true));
    raw.resume();
  });
}
