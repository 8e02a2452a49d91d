// Saving a file of the API: links cannot carry the token, so the bytes are fetched with it and handed to the browser.
/** Saves what was asked for as a blob, under the server's name for it or `name`. */
export async function download(
  asked: Promise<{ readonly data?: Blob | undefined; readonly response: Response }>,
  name: string,
): Promise<void> {
  const { data, response } = await asked;
  if (data) saveBlob(data, nameIn(response.headers.get('content-disposition')) ?? name);
}

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the bytes by the next turn of its loop; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The file name of a Content-Disposition header (RFC 6266): `filename*` before `filename`. */
export function nameIn(header: string | null): string | null {
  if (!header) return null;
  const extended = /filename\*=(?:UTF-8)''([^;]+)/i.exec(header)?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="([^"]*)"/i.exec(header)?.[1] ?? /filename=([^;\s]+)/i.exec(header)?.[1] ?? null;
}
