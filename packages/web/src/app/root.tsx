// The outermost page: messages, signing in again over whatever is open, and the pages for errors and wrong addresses.
import { type ErrorComponentProps, Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useSession } from '../api/accounts.ts';
import { mayReload, PartMissing, part } from '../api/part.ts';
import { ApiProblem } from '../api/problem.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Refusal } from '../ui/states.tsx';
import { Toasts } from '../ui/toast.tsx';

const loadSignIn = part(() => import('../features/accounts/sign-in-again.tsx'));
const SignInAgain = lazy(async () => ({ default: (await loadSignIn()).SignInAgain }));

export function Root() {
  const session = useSession();
  return (
    <>
      <Outlet />
      <Toasts />
      {session.status === 'expired' && (
        <Suspense>
          <SignInAgain account={session.account} reason={session.reason} />
        </Suspense>
      )}
    </>
  );
}

export function NotFound() {
  usePageTitle('Page not found');
  return (
    <main id="main" className="mx-auto max-w-(--page) p-8 max-sm:p-4">
      <h1>There is no page at this address</h1>
      <p className="mt-2 text-muted">
        It may have been mistyped, or what it showed was deleted or belongs to someone else.
      </p>
      <ButtonLink to="/" className="mt-6">
        Go to the dashboard
      </ButtonLink>
    </main>
  );
}

/** Stands in for a page that failed; trying again loads its data and its code anew. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  usePageTitle('Something went wrong');
  useEffect(() => {
    console.error(error);
    const tab = { online: navigator.onLine, now: Date.now(), storage: () => sessionStorage };
    if (mayReload(error, tab)) location.reload();
  }, [error]);
  const retry = () => {
    // Offline a reload would put the browser's own page in place of this one.
    const again = error instanceof ApiProblem || (error instanceof PartMissing && !navigator.onLine);
    if (!again) {
      location.reload();
      return;
    }
    reset();
    void router.invalidate();
  };
  return (
    <div className="p-8 max-sm:p-4">
      <Refusal error={error} title="This page could not be shown">
        <Button small onClick={retry}>
          Try again
        </Button>
        <ButtonLink small kind="quiet" to="/">
          Go to the dashboard
        </ButtonLink>
      </Refusal>
    </div>
  );
}
