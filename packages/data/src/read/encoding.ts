// Bytes to text: byte order mark, then the pattern of UTF-16, then strict UTF-8, then windows-1252.
import { type Finding, note, refuse } from '../finding.ts';
import { wrongType } from './content.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly findings: readonly Finding[];
}

const SAMPLE_BYTES = 4096;

export async function decode(
  bytes: Uint8Array,
  options: { encoding?: string; fileName?: string },
): Promise<Decoded> {
  const encoding = options.encoding ?? sniffEncoding(bytes);
  const text = withoutMark(await decodeAs(bytes, encoding));
  if (text.slice(0, SAMPLE_BYTES).includes('\0')) throw wrongType('a binary file', options.fileName);
  if (text.trim() === '') throw refuse('empty_file');
  const guessed = options.encoding === undefined && encoding === 'windows-1252';
  return { text, encoding, findings: guessed ? [note('encoding_guessed', {}, { encoding })] : [] };
}

export function sniffEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16Pattern(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Latin text in UTF-16 has a zero in every second byte. */
function utf16Pattern(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even += 1;
    if (byte === 0 && i % 2 === 1) odd += 1;
  });
  const half = sample.length / 2;
  if (odd > 0.3 * half && even < 0.05 * half) return 'utf-16le';
  if (even > 0.3 * half && odd < 0.05 * half) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (thrown) {
    if (thrown instanceof TypeError) return false;
    throw thrown;
  }
}

async function decodeAs(bytes: Uint8Array, encoding: string): Promise<string> {
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(bytes);
  const iconv = (await import('iconv-lite')).default;
  if (!iconv.encodingExists(encoding)) throw refuse('encoding_unknown', {}, { encoding });
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
