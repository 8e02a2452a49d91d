// A file keeps its name on the way to a browser, whatever script and signs it is in.
import { expect, test } from 'vitest';
import { attachment } from './attachment.ts';

test.each([
  [
    'Revenue by channel.json',
    'attachment; filename="Revenue by channel.json"; filename*=UTF-8\'\'Revenue%20by%20channel.json',
  ],
  [
    'Umsatz für "Märkte".csv',
    'attachment; filename="Umsatz f_r _M_rkte_.csv"; filename*=UTF-8\'\'Umsatz%20f%C3%BCr%20%22M%C3%A4rkte%22.csv',
  ],
  [
    "100% (it's) */..\\run",
    "attachment; filename=\"100_ (it's) *_.._run\"; filename*=UTF-8''100%25%20%28it%27s%29%20%2A_.._run",
  ],
  [
    'a\r\nset-cookie: x',
    'attachment; filename="a__set-cookie: x"; filename*=UTF-8\'\'a%0D%0Aset-cookie%3A%20x',
  ],
])('%j', (name, header) => {
  expect(attachment(name)).toBe(header);
});
