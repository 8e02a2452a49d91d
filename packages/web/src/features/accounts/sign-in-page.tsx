// Signing in, and the way to an account for who has none.
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { installationQuery } from '../../api/accounts.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { FrontPage } from './front-page.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  usePageTitle('Sign in');
  const router = useRouter();
  const { from } = useSearch({ from: '/sign-in' });
  const installation = useQuery(installationQuery);
  return (
    <FrontPage title="Sign in">
      {installation.data?.claimed === false && (
        <p className="mt-4 border-accent border-l-3 pl-3">
          Nobody has an account here yet.{' '}
          <Link to="/register" search={from ? { from } : {}} className="link">
            Make the first one
          </Link>{' '}
          with the one-time code printed at start.
        </p>
      )}
      <SignInForm onSignedIn={() => void router.invalidate()} />
      <p className="mt-6 text-13 text-muted">
        <Link to="/forgot-password" className="link">
          Forgotten the password?
        </Link>
      </p>
      <p className="mt-2 text-13 text-muted">
        No account yet?{' '}
        <Link to="/register" search={from ? { from } : {}} className="link">
          Register
        </Link>
      </p>
    </FrontPage>
  );
}
