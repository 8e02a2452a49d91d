// An upload that was stopped sends nothing, whenever it was stopped.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session } from './session.ts';
import { upload } from './upload.ts';

/** Requests that left. */
const sent: FormData[] = [];

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      readonly upload = {};
      readonly status = 201;
      readonly responseText = '{"id":"d"}';
      onload: () => void = () => undefined;
      open(): void {}
      setRequestHeader(): void {}
      abort(): void {}
      send(form: FormData): void {
        sent.push(form);
        this.onload();
      }
    },
  );
  session.begin({
    accessToken: 'token',
    expiresAt: '2026-01-01T00:15:00.000Z',
    account: { id: 'a', email: 'ana@example.com', name: 'Ana', operator: true, workspaces: [] },
  });
});
afterEach(() => vi.unstubAllGlobals());

const file = new File(['week,revenue'], 'sales.csv');

test('sends the file as the field `file`', async () => {
  expect(await upload('/datasets', file)).toEqual({ id: 'd' });
  expect(sent.map((form) => form.get('file'))).toEqual([file]);
});

test('stopped before it began', async () => {
  await expect(upload('/datasets', file, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(sent).toEqual([]);
});

test('stopped while the token was fetched', async () => {
  const stop = new AbortController();
  const uploading = upload('/datasets', file, { signal: stop.signal });
  stop.abort();
  await expect(uploading).rejects.toMatchObject({ name: 'AbortError' });
  expect(sent).toEqual([]);
});
