// The name of an uploaded file: a user's words, made safe to show, to store and to send back.

const longest = 200;

/** The last part of a path, without what cannot be seen; never a key of storage. */
export function cleanFileName(given: string | undefined): string {
  const last = (given ?? '').normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const name = last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  return [...name].slice(0, longest).join('') || 'data';
}

/** `Sales 2024.csv` is called Sales 2024. */
export function datasetName(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || fileName;
}

/** A Content-Disposition header (RFC 6266): plain letters for old readers, UTF-8 (RFC 8187) for the others. */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
