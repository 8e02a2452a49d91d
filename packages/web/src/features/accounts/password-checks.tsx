// What a password must be, ticked off while it is typed. Length is what protects (NIST SP 800-63B, 5.1.1.2).
import { Check, Circle } from 'lucide-react';

/** As the contract's `passwordLength`; the page may not load its schemas, and a test holds the two together. */
export const length = { least: 10, most: 200 } as const;

export const passwordChecks = [
  {
    says: `at least ${length.least} characters`,
    missing: `Use at least ${length.least} characters; a few words in a row are easy to keep in mind.`,
    holds: (password: string) => password.length >= length.least,
    always: true,
  },
  {
    says: `at most ${length.most} characters`,
    missing: `Use at most ${length.most} characters.`,
    holds: (password: string) => password.length <= length.most,
    /** Only who breaks it needs to know. */
    always: false,
  },
] as const;

export function PasswordChecks({ password }: { password: string }) {
  return (
    <ul className="grid gap-0.5">
      {passwordChecks.map(({ says, holds, always }) => {
        const held = password !== '' && holds(password);
        if (!always && holds(password)) return null;
        const Mark = held ? Check : Circle;
        return (
          <li key={says} className="flex items-center gap-1.5">
            <Mark size={12} aria-hidden="true" className={held ? 'text-good' : 'text-rule'} />
            {says}
            <span className="sr-only">{held ? ': yes' : ': not yet'}</span>
          </li>
        );
      })}
    </ul>
  );
}
