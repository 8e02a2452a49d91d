// The name of an uploaded file: a user's words, made safe to show and to keep.

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
