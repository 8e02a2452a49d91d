// Reads letters back as the people they went to would.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letter } from '../ports/mail.ts';

/** Every letter of an outbox, the oldest first. */
export async function lettersIn(folder: string): Promise<Letter[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(files.map(async (name) => letterOf(await readFile(join(folder, name), 'utf8'))));
}

function letterOf(file: string): Letter {
  const end = file.indexOf('\n\n');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(file.slice(0, end))?.[1] ?? '';
  return { to: header('To'), subject: header('Subject'), text: file.slice(end + 2) };
}
