// No webhook reaches inside: neither by a literal address in any spelling, nor by a name, nor by a name that moves.
import { describe, expect, test } from 'vitest';
import { checkedAddress, publicLookup, whyNotFound } from './address.ts';
import { send } from './send.ts';

const inside = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[fe80::1]',
  '[fd00::1]',
  '[::ffff:127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  'localhost',
];

describe('an address inside', () => {
  test.each(inside)('https://%s/ is refused when the webhook is made', async (host) => {
    await expect(checkedAddress(`https://${host}/`, false)).rejects.toMatchObject({
      problems: [{ code: 'webhook_address_internal', path: 'url' }],
    });
  });

  test.each(inside)('https://%s/ is not connected to either', async (host) => {
    const tried = await send({ url: `https://${host}/`, headers: {}, body: '{}' }, false);
    expect(tried.status).toBeNull();
    expect(tried.problem).toMatch(/inside the server's own network/);
  });

  test('may be reached where the operator allows it', async () => {
    expect(await checkedAddress('http://127.0.0.1:8080/x', true)).toBe('http://127.0.0.1:8080/x');
  });
});

test('a public address is kept as it is, and plain http refused', async () => {
  expect(await checkedAddress('https://93.184.216.34/hook?a=1', false)).toBe(
    'https://93.184.216.34/hook?a=1',
  );
  await expect(checkedAddress('http://93.184.216.34/', false)).rejects.toMatchObject({
    problems: [{ code: 'webhook_address_wrong' }],
  });
});

test('a lookup that fails is told apart from a name that nobody has', () => {
  expect(whyNotFound('acme.example', 'ENOTFOUND')).toBe('the name `acme.example` is not known');
  expect(whyNotFound('acme.example', 'EAI_AGAIN')).toBe(
    'the name `acme.example` could not be looked up just now (EAI_AGAIN)',
  );
});

test('a name that is not known is told', async () => {
  await expect(checkedAddress('https://no-such-name.invalid/', false)).rejects.toMatchObject({
    problems: [
      { code: 'webhook_address_wrong', facts: { got: expect.stringContaining('no-such-name.invalid') } },
    ],
  });
});

test('the connection looks the name up again: what leads inside by then is not reached', async () => {
  const found = await new Promise((resolve) =>
    publicLookup(false)('localhost', { all: true }, (error) => resolve(error)),
  );
  expect(found).toMatchObject({ name: 'InternalAddress', host: 'localhost' });
});
