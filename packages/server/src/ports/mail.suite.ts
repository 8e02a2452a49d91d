// What every carrier of letters promises: each adapter's test runs this suite.
import { describe, expect, test } from 'vitest';
import type { Letter, Mail } from './mail.ts';

const letter = (more: Partial<Letter> = {}): Letter => ({
  to: 'anna@example.com',
  subject: 'A new password',
  text: 'Hello.\n',
  ...more,
});

interface MailBox {
  readonly mail: Mail;
  /** Letters that have arrived at `to`. */
  received(to: string): Promise<readonly Letter[]>;
}

/** `open` gives the same box each time; each test writes to addresses of its own. */
export function mailSuite(name: string, open: () => MailBox): void {
  describe(`${name}: the port`, () => {
    test('delivers address, subject and every letter of the text', async () => {
      const { mail, received } = open();
      const sent = letter({
        to: 'every.letter+1@example.com',
        subject: 'Größe, “quotes” and 日本語: 100 %',
        text: `Straße & <b>no markup</b>\n.\n.dot\nFrom here\n\nhttps://mmm.example.com/reset-password#${'x'.repeat(120)}\n`,
      });
      await mail.send(sent);
      expect(await received(sent.to)).toEqual([sent]);
    });

    test('many at once arrive one by one', async () => {
      const { mail, received } = open();
      const sent = Array.from({ length: 12 }, (_, i) => letter({ to: 'many@example.com', text: `${i}\n` }));
      await Promise.all(sent.map((one) => mail.send(one)));
      const texts = (await received('many@example.com')).map(({ text }) => text);
      expect([...texts].sort()).toEqual(sent.map(({ text }) => text).sort());
    });

    test('a break in the subject adds no header', async () => {
      const { mail, received } = open();
      const subject = 'Join Acme\r\nBcc: mallory@example.com\n\nnow';
      await mail.send(letter({ to: 'subject@example.com', subject }));
      expect(await received('subject@example.com')).toEqual([
        letter({ to: 'subject@example.com', subject: 'Join Acme Bcc: mallory@example.com now' }),
      ]);
      expect(await received('mallory@example.com')).toEqual([]);
    });

    test.each([
      '',
      'nobody',
      'a@example.com, b@example.com',
      'a@example.com;b@example.com',
      'a@example.com\r\nBcc: b@example.com',
      'Anna <a@example.com>',
    ])('refuses what is not one address: %j', async (to) => {
      await expect(open().mail.send(letter({ to }))).rejects.toThrow('one address');
    });
  });
}
