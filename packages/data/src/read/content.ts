// What a file is, told by its bytes: its name is never believed.
import { refuse } from '../finding.ts';

export type Content = 'text' | 'xlsx' | 'xls';

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly is: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], is: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], is: 'a GIF image' },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'a PDF document' },
  { bytes: [0x1f, 0x8b], is: 'a gzip archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], is: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], is: 'a RAR archive' },
  { bytes: [0x50, 0x41, 0x52, 0x31], is: 'a Parquet file' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], is: 'an SQLite database' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], is: 'a program' },
  { bytes: [0x4d, 0x5a], is: 'a program' },
];
const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Says whether the bytes are text, a new or an old Excel workbook; anything else is refused by its own name. */
export function contentOf(bytes: Uint8Array, fileName?: string): Content {
  if (bytes.length === 0) throw refuse('empty_file');
  if (startsWith(bytes, COMPOUND)) return compoundContent(bytes, fileName);
  if (startsWith(bytes, ZIP) && (bytes[2] ?? 0) <= 8) return 'xlsx';
  const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  // "MZ" and the like may open a text; only bytes that no text holds make it a program.
  if (known && (known.bytes.length > 2 || bytes.subarray(0, 512).includes(0)))
    throw wrongType(known.is, fileName);
  return 'text';
}

export function wrongType(found: string, fileName?: string): Error {
  return refuse('file_type', {}, fileName === undefined ? { found } : { found, fileName });
}

/** OLE compound files hold old Excel, encrypted new Excel, Word, Outlook: their streams' names tell. */
function compoundContent(bytes: Uint8Array, fileName?: string): Content {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) throw refuse('workbook_encrypted');
  if (holds('Workbook') || holds('Book')) return 'xls';
  throw wrongType('an Office document without a worksheet', fileName);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}

/** Web pages and JSON open as text but hold no table of this kind. */
export function refuseMarkup(text: string, fileName?: string): void {
  const start = text.slice(0, 512).trimStart().toLowerCase();
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) throw wrongType('an XML file', fileName);
  if (start.startsWith('<!doctype') || start.startsWith('<html') || start.startsWith('<table'))
    throw wrongType('a web page (HTML)', fileName);
  if (start.startsWith('{') || start.startsWith('[{') || start.startsWith('[['))
    throw wrongType('a JSON file', fileName);
  if (start.startsWith('%!ps') || start.startsWith('{\\rtf')) throw wrongType('a document', fileName);
}
