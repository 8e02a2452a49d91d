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
    'attachment; filename="Umsatz f_r _M_rkte_.csv"; filename*=UTF-8\'\'Umsatz%20f%C3%BCr%20_M%C3%A4rkte_.csv',
  ],
  [
    "100% (it's) */..\\run",
    "attachment; filename=\"100_ (it's) __.._run\"; filename*=UTF-8''100%25%20%28it%27s%29%20__.._run",
  ],
  ['a\r\nset-cookie: x', 'attachment; filename="a__set-cookie_ x"; filename*=UTF-8\'\'a__set-cookie_%20x'],
  ['con.csv', 'attachment; filename="_con.csv"; filename*=UTF-8\'\'_con.csv'],
  ['..', 'attachment; filename="file"; filename*=UTF-8\'\'file'],
  ['Q1. ', 'attachment; filename="Q1"; filename*=UTF-8\'\'Q1'],
])('%j', (name, header) => {
  expect(attachment(name)).toBe(header);
});
