// Sending a file: progress as it goes, a refusal as soon as it comes, and a repeat that cannot make a second copy.
import { newIdempotencyKey } from './client.ts';
import { ApiProblem, mayPass, offline, problemFrom } from './problem.ts';
import { session } from './session.ts';

export interface UploadOptions {
  /** Part of the file that has left, 0..1; 1 while the server reads it. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** Waits between attempts: a lost connection often comes back within seconds. */
const pausesMs = [1_000, 3_000];

/** Sends `file` to an address as a form's field `file`. XMLHttpRequest, because fetch tells nothing about bytes on their way. */
export async function upload<T>(path: string, file: File, options: UploadOptions = {}): Promise<T> {
  const key = newIdempotencyKey();
  let refused: string | null = null;
  for (let attempt = 0; ; attempt++) {
    options.signal?.throwIfAborted();
    const token: string | null = refused ? await session.renewed(refused) : await session.freshToken();
    if (!token) {
      throw new ApiProblem({
        status: 401,
        code: 'web.signed_out',
        detail: 'You are signed out. Sign in to go on.',
      });
    }
    try {
      return await sendOnce<T>(path, file, { token, key, ...options });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401 && !refused) {
        refused = token;
        continue;
      }
      const pauseMs = pausesMs[attempt];
      if (pauseMs === undefined || !mayPass(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function sendOnce<T>(
  path: string,
  file: File,
  { token, key, onProgress, signal }: UploadOptions & { token: string; key: string },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file, file.name);
    const sending = new XMLHttpRequest();
    sending.open('POST', path);
    sending.setRequestHeader('authorization', `Bearer ${token}`);
    sending.setRequestHeader('idempotency-key', key);
    sending.setRequestHeader('accept', 'application/json');
    sending.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    sending.onload = () => {
      if (sending.status >= 200 && sending.status < 300) resolve(JSON.parse(sending.responseText) as T);
      else reject(problemFrom(sending.status, sending.responseText));
    };
    sending.onerror = () => reject(offline());
    sending.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    // It may have been stopped while the token was fetched.
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => sending.abort(), { once: true });
    sending.send(form);
  });
}
