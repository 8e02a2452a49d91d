// A forgotten password: asking for the letter, and choosing another with its link.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { askReset, resetPassword } from '../../api/accounts.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Sentence } from '../../ui/sentence.tsx';
import { showFaults } from './faults.ts';
import { FrontPage } from './front-page.tsx';
import { takeToken } from './letter-link.ts';
import { PasswordChecks, passwordChecks } from './password-checks.tsx';

export function ForgotPasswordPage() {
  usePageTitle('Forgotten password');
  const [refused, setRefused] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { email: '' } });
  const submit = handleSubmit(async ({ email }) => {
    setRefused(null);
    try {
      setSentTo((await askReset(email)).sentTo);
    } catch (error) {
      setRefused(showFaults(error, ['email'], setError));
    }
  });
  return (
    <FrontPage title="Forgotten password">
      {sentTo === null ? (
        <form noValidate className="mt-6 grid gap-4" onSubmit={(event) => void submit(event)}>
          <Refused sentence={refused} />
          <Field label="Email" error={formState.errors.email?.message}>
            {(control) => (
              <Input
                {...control}
                {...register('email', { required: 'Enter the address you sign in with.' })}
                type="email"
                autoComplete="username"
              />
            )}
          </Field>
          <Button type="submit" kind="primary" busy={formState.isSubmitting}>
            Send a link
          </Button>
        </form>
      ) : (
        <p role="status" className="mt-6">
          If {sentTo} has an account, a letter with a link is on its way. The link works once, for one hour.
        </p>
      )}
      <ToSignIn />
    </FrontPage>
  );
}

export function ResetPasswordPage() {
  usePageTitle('Choose a new password');
  const [token] = useState(takeToken);
  const [refused, setRefused] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const { register, handleSubmit, setError, watch, formState } = useForm({ defaultValues: { password: '' } });
  const submit = handleSubmit(async ({ password }) => {
    setRefused(null);
    try {
      await resetPassword({ token, password });
      setDone(true);
    } catch (error) {
      setRefused(showFaults(error, ['password'], setError));
    }
  });
  return (
    <FrontPage title="Choose a new password">
      {done ? (
        <p role="status" className="mt-6">
          The password is changed, and every session has ended. Sign in with the new one.
        </p>
      ) : (
        <form noValidate className="mt-6 grid gap-4" onSubmit={(event) => void submit(event)}>
          <Refused sentence={refused} />
          <Field
            label="New password"
            error={formState.errors.password?.message}
            hint={<PasswordChecks password={watch('password')} />}
          >
            {(control) => (
              <Input
                {...control}
                {...register('password', {
                  validate: (password) =>
                    passwordChecks.find(({ holds }) => !holds(password))?.missing ?? true,
                })}
                type="password"
                autoComplete="new-password"
              />
            )}
          </Field>
          <Button type="submit" kind="primary" busy={formState.isSubmitting}>
            Change the password
          </Button>
        </form>
      )}
      <ToSignIn />
    </FrontPage>
  );
}

function Refused({ sentence }: { sentence: string | null }) {
  return sentence === null ? null : (
    <p role="alert" className="border-bad border-l-3 pl-3">
      <Sentence text={sentence} />
    </p>
  );
}

function ToSignIn() {
  return (
    <p className="mt-6 text-13 text-muted">
      <Link to="/sign-in" className="link">
        Sign in
      </Link>
    </p>
  );
}
