// Letters arrive though the program ends while it sends one, or the mail server rests: each row is a letter to be sent.
import type { MadeInvitation } from '@mixmodel/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Letter, Mail } from '../../ports/mail.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';
import { invite } from '../invitations/actions.ts';
import { post, sendLetters } from './actions.ts';

const minute = 60_000;

let server: TestServer;
let anna: Client;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register();
});
afterAll(() => server.close());
afterEach(() => vi.restoreAllMocks());

/** The services of a program with another mail server. */
const withMail = (send: Mail['send']) => ({ ...server.services, mail: { send } });
const resting = () => Promise.reject(new Error('it rests'));
const rows = async () =>
  (await server.services.database.$client.query<{ letter: string }>('select * from outgoing_letters')).rows;
const later = async (ms: number) => {
  server.clock.advance(ms);
  await sendLetters(server.services);
};

/** As a program that ends at the moment it hands the letter on: nothing of it goes on from there. */
async function inviteAndEnd(email: string, idempotencyKey: string): Promise<void> {
  const scope = { workspaceId: anna.workspaceId, accountId: anna.account.id, keyId: null, role: 'owner' };
  await new Promise<void>((ended) => {
    const services = withMail(() => {
      ended();
      return new Promise(() => {});
    });
    void invite(services, scope as never, { role: 'viewer', email }, idempotencyKey);
  });
}

const inviteAgain = async (email: string, key: string) =>
  (
    await anna.post('/invitations', { role: 'viewer', email }, { 'idempotency-key': key })
  ).json<MadeInvitation>();

describe('an invitation whose program ended before its letter was sent', () => {
  test('is sent later, once, to whom it is for, and opens', async () => {
    const email = 'boris@example.com';
    await inviteAndEnd(email, 'one');
    expect((await inviteAgain(email, 'one')).invitation.email).toBe(email);
    await sendLetters(server.services);
    expect(await server.letters(email)).toEqual([]);
    await later(5 * minute);
    await later(5 * minute);
    const [letter, ...more] = await server.letters(email);
    expect(more).toEqual([]);
    const token = /\/invitation#(\S+)/.exec(letter?.text ?? '')?.[1];
    const boris = await server.register({ email });
    const joined = await boris.post('/api/v1/invitations/accept', { token });
    expect(joined.json()).toMatchObject({ id: anna.workspaceId, role: 'viewer' });
    expect(await rows()).toEqual([]);
  });

  test('is not sent once it was revoked', async () => {
    const email = 'carla@example.com';
    await inviteAndEnd(email, 'two');
    const { invitation } = await inviteAgain(email, 'two');
    expect((await anna.delete(`/invitations/${invitation.id}`)).statusCode).toBe(204);
    await later(5 * minute);
    expect(await server.letters(email)).toEqual([]);
  });
});

describe('a letter', () => {
  const letter: Letter = { to: 'dora@example.com', subject: 'S', text: 'https://mmm.example.com/#secret\n' };
  const failing = async (send: Mail['send'] = resting) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    post({ ...letter }, withMail(send));
    await server.services.background.settled();
  };

  test('that the mail server did not take is sealed, and tried again with growing pauses', async () => {
    await failing();
    expect(JSON.stringify(await rows())).not.toMatch(/secret|dora/);
    const tries: number[] = [];
    const counting = withMail(() => {
      tries.push(minutes);
      return resting();
    });
    let minutes = 0;
    for (; minutes < 90; minutes += 5) {
      await sendLetters(counting);
      server.clock.advance(5 * minute);
    }
    expect(tries).toEqual([5, 10, 20, 40, 80]);
    await later(4 * 60 * minute);
    expect(await server.letters(letter.to)).toEqual([letter]);
    expect(await rows()).toEqual([]);
  });

  test('is given up when it is no longer worth sending', async () => {
    await failing();
    await later(24 * 60 * minute);
    expect(await server.letters(letter.to)).toHaveLength(1);
    expect(await rows()).toEqual([]);
  });

  test('is sent also when the clock was set back a day', async () => {
    await failing();
    await later(-24 * 60 * minute);
    expect(await server.letters(letter.to)).toHaveLength(2);
    server.clock.advance(24 * 60 * minute);
  });
});

test('the letter of an invitation is sent as long as that is good, also after days', async () => {
  const email = 'days@example.com';
  await inviteAndEnd(email, 'days');
  await later(6 * 24 * 60 * minute);
  expect(await server.letters(email)).toHaveLength(1);
});
