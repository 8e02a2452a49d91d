// Letters by SMTP keep the port's promises, towards a real server that takes them in.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mailSuite } from '../../ports/mail.suite.ts';
import type { Letter } from '../../ports/mail.ts';
import { smtpMail } from './smtp.ts';

interface Arrived extends Letter {
  readonly from: string;
}

let arrived: Arrived[] = [];
let busy = 0;
let refusing = 0;
let server: SMTPServer;
let url: string;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('wrong password')),
    onRcptTo(_address, _session, done) {
      if (refusing > 0) return done(Object.assign(new Error('no such person'), { responseCode: 550 }));
      if (busy === 0) return done();
      busy -= 1;
      return done(Object.assign(new Error('try later'), { responseCode: 451 }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = Buffer.concat(chunks).toString('utf8');
        for (const { address } of envelope.rcptTo) arrived.push({ ...letterOf(mail), to: address });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  busy = 0;
  refusing = 0;
});
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

const from = 'MixModel <mixmodel@example.com>';
const mail = (more: object = {}) => smtpMail({ url, from, waitMs: [1, 1], ...more });

mailSuite('letters by SMTP', () => ({
  mail: mail(),
  received: async (to) =>
    arrived.filter((letter) => letter.to === to).map(({ from: _, ...letter }) => letter),
}));

test('they come from whom the settings name', async () => {
  arrived = [];
  await mail().send({ to: 'from@example.com', subject: 'S', text: 'T\n' });
  expect(arrived).toEqual([{ from, to: 'from@example.com', subject: 'S', text: 'T\n' }]);
});

test('a server that is busy is asked again, and a letter arrives once', async () => {
  arrived = [];
  busy = 2;
  await mail().send({ to: 'later@example.com', subject: 'S', text: 'T\n' });
  expect(arrived).toHaveLength(1);
  busy = 3;
  await expect(mail().send({ to: 'later@example.com', subject: 'S', text: 'T\n' })).rejects.toThrow('451');
});

test('a refusal is told without the address, and a wrong password without itself', async () => {
  refusing = 1;
  await expect(mail().send({ to: 'gone@example.com', subject: 'S', text: 'T' })).rejects.toThrow(
    /^A letter could not be mailed \(EENVELOPE 550\)$/,
  );
  refusing = 0;
  const wrong = mail({ url: url.replace('//', '//anna:hunter2@') });
  await expect(wrong.send({ to: 'a@example.com', subject: 'S', text: 'T' })).rejects.toThrow(
    /^A letter could not be mailed \(EAUTH 535\)$/,
  );
});

/** Enough of MIME for letters of one part: folded headers, encoded words, quoted-printable and base64. */
function letterOf(mail: string): Omit<Arrived, 'to'> {
  const end = mail.indexOf('\r\n\r\n');
  const head = mail.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  return {
    from: header('From'),
    subject: words(header('Subject')),
    text: decoded(mail.slice(end + 4), header('Content-Transfer-Encoding')).replaceAll('\r\n', '\n'),
  };
}

function words(header: string): string {
  return header
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : bytesOf(text.replaceAll('_', ' ')).toString('latin1'),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return bytesOf(body.replace(/=\r\n/g, '')).toString('utf8');
  return body;
}

const bytesOf = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
