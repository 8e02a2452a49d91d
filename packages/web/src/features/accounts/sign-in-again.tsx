// Over an open page whose session has ended: the same person signs in, and what was waiting goes on.
import type { AccountView } from '@mixmodel/contract';
import { session } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInAgain({ account, reason }: { account: AccountView; reason: string | null }) {
  return (
    <Dialog open insist title="Sign in again" onClose={() => undefined}>
      <p>Your session has ended. Sign in and go on where you were: nothing on the page is lost.</p>
      {reason !== null && <p className="mt-2 text-13 text-muted">{reason}</p>}
      <SignInForm email={account.email} />
      <Button kind="quiet" small className="mt-4" onClick={() => session.end()}>
        Leave and sign in as someone else
      </Button>
    </Dialog>
  );
}
