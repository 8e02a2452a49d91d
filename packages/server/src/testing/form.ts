// Forms as a browser sends them, for tests that upload.

const boundary = '----mixmodel-test-boundary';

export interface FormFile {
  readonly fileName: string;
  readonly bytes: Uint8Array | string;
  readonly field?: string;
}

export interface Form {
  readonly payload: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Files first, then fields. */
export function formOf(files: readonly FormFile[], fields: Readonly<Record<string, string>> = {}): Form {
  const parts = files.flatMap(({ fileName, bytes, field = 'file' }) => [
    Buffer.from(`--${boundary}\r\n${disposition(field, fileName)}\r\ncontent-type: text/csv\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  const texts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  return {
    payload: Buffer.concat([...parts, ...texts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

function disposition(field: string, fileName: string): string {
  return `content-disposition: form-data; name="${field}"; filename="${fileName.replaceAll('"', '%22')}"`;
}
