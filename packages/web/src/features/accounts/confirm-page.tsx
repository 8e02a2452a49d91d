// Where links of letters lead that only need to be confirmed: a new account, another address.
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { confirmEmail, confirmRegistration } from '../../api/accounts.ts';
import { sentenceOf } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Sentence } from '../../ui/sentence.tsx';
import { FrontPage } from './front-page.tsx';
import { takeToken } from './letter-link.ts';

interface ConfirmProps {
  readonly title: string;
  readonly asks: string;
  readonly confirm: (token: string) => Promise<void>;
  readonly done: string;
}

/** A press of a button, as programs that look through mail open links as well. */
function Confirm({ title, asks, confirm, done }: ConfirmProps) {
  usePageTitle(title);
  const [token] = useState(takeToken);
  const [state, setState] = useState<'asks' | 'busy' | 'done'>('asks');
  const [refused, setRefused] = useState<string | null>(null);
  const press = async () => {
    setState('busy');
    setRefused(null);
    try {
      await confirm(token);
      setState('done');
    } catch (error) {
      setRefused(sentenceOf(error));
      setState('asks');
    }
  };
  return (
    <FrontPage title={title}>
      {refused && (
        <p role="alert" className="mt-6 border-bad border-l-3 pl-3">
          <Sentence text={refused} />
        </p>
      )}
      <p className="mt-6" aria-live="polite">
        {state === 'done' ? done : asks}
      </p>
      {state === 'done' ? (
        <p className="mt-6 text-13 text-muted">
          <Link to="/sign-in" className="link">
            Go on
          </Link>
        </p>
      ) : (
        <Button kind="primary" className="mt-4" busy={state === 'busy'} onClick={() => void press()}>
          Confirm
        </Button>
      )}
    </FrontPage>
  );
}

export function ConfirmEmailPage() {
  return (
    <Confirm
      title="Confirm your address"
      asks="Confirm that the account may use this address from now on."
      confirm={confirmEmail}
      done="The address is confirmed. Sign in with it from now on."
    />
  );
}

export function ConfirmRegistrationPage() {
  const router = useRouter();
  return (
    <Confirm
      title="Finish making your account"
      asks="Confirm that you want a MixModel account with this address."
      confirm={async (token) => {
        await confirmRegistration(token);
        await router.navigate({ to: '/' });
      }}
      done="Your account is made."
    />
  );
}
