// Letters as files, where no mail server is set: whoever runs the installation reads them and hands them on.
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Clock } from '../../ports/clock.ts';
import type { Mail } from '../../ports/mail.ts';
import { sealed } from './envelope.ts';

/** One `.eml` a letter, the newest last by name; mail programs open them, and so does any editor. */
export function outboxMail(folder: string, clock: Clock): Mail {
  let ready: Promise<void> | undefined;
  return {
    async send(letter) {
      ready ??= clearHalves(folder).catch((error: unknown) => {
        ready = undefined;
        throw error;
      });
      await ready;
      const { to, subject, text } = sealed(letter);
      const at = clock.now();
      const head = [
        `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
        'From: MixModel <mixmodel@localhost>',
        `To: ${to}`,
        `Subject: ${subject}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
      ];
      const name = `${at.toISOString().replace(/[:.]/g, '-')}_${v7()}.eml`;
      await keep(join(folder, name), `${head.join('\n')}\n\n${text}`);
    },
  };
}

/** What a killed process left half written: nobody else writes here. */
async function clearHalves(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const halves = (await readdir(folder)).filter((name) => name.endsWith(half));
  await Promise.all(halves.map((name) => rm(join(folder, name), { force: true })));
}

const half = '.part';

/** Letters hold links that let people in: only the owner of the folder may read them. Whole, or not there. */
async function keep(path: string, content: string): Promise<void> {
  const beside = `${path}${half}`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
