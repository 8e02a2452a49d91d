// What both adapters hold a letter to before it leaves: one address, one line of subject.
import type { Letter } from '../../ports/mail.ts';

/** Two addresses would send one person's secret to another as well. */
const oneAddress = /^[^\s,;:<>()[\]"\\@]+@[^\s,;:<>()[\]"\\@]+$/;

export function sealed({ to, subject, text }: Letter): Letter {
  if (!oneAddress.test(to))
    throw new Error('A letter goes to one address; got none, several or a broken one');
  return { to, subject: subject.replace(/\s+/g, ' ').trim(), text };
}
