// Registering: who one is, a password that is checked as it is typed, the workspace, and the first owner's code.
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { installationQuery, register as registerAccount } from '../../api/accounts.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Sentence } from '../../ui/sentence.tsx';
import { showFaults } from './faults.ts';
import { FrontPage } from './front-page.tsx';
import { PasswordChecks, passwordChecks } from './password-checks.tsx';

const fields = ['name', 'email', 'password', 'workspace', 'code'] as const;

export function RegisterPage() {
  usePageTitle('Register');
  const router = useRouter();
  const { from } = useSearch({ from: '/register' });
  const installation = useQuery(installationQuery);
  const [refused, setRefused] = useState<string | null>(null);
  const [codeAsked, setCodeAsked] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { register, handleSubmit, setError, watch, formState } = useForm({
    defaultValues: { name: '', email: '', password: '', workspace: '', code: '' },
  });
  const { errors, isSubmitting } = formState;
  const needsCode = codeAsked || installation.data?.claimed === false;

  const submit = handleSubmit(async ({ code, ...values }) => {
    setRefused(null);
    try {
      const letter = await registerAccount({ ...values, ...(needsCode ? { code } : {}) });
      setSentTo(letter?.sentTo ?? null);
      await router.invalidate();
    } catch (error) {
      // Someone may have asked before the installation said whether it is claimed.
      if (error instanceof ApiProblem && error.faults.some(({ path }) => path === 'code')) setCodeAsked(true);
      setRefused(showFaults(error, fields, setError));
    }
  });

  if (sentTo) return <LetterSent to={sentTo} />;
  return (
    <FrontPage title="Make an account">
      <form noValidate className="mt-6 grid gap-4" onSubmit={(event) => void submit(event)}>
        {refused && (
          <p role="alert" className="border-bad border-l-3 pl-3">
            <Sentence text={refused} />
          </p>
        )}
        <Field label="Your name" error={errors.name?.message}>
          {(control) => (
            <Input
              {...control}
              {...register('name', { required: 'Enter the name that others will see.' })}
              autoComplete="name"
              maxLength={100}
            />
          )}
        </Field>
        <Field label="Email" error={errors.email?.message}>
          {(control) => (
            <Input
              {...control}
              {...register('email', {
                required: 'Enter the address you will sign in with.',
                pattern: {
                  value: /^\S+@\S+\.\S+$/,
                  message: 'Enter a whole address, such as ana@example.com.',
                },
              })}
              type="email"
              autoComplete="username"
              maxLength={254}
            />
          )}
        </Field>
        <Field
          label="Password"
          error={errors.password?.message}
          hint={<PasswordChecks password={watch('password')} />}
        >
          {(control) => (
            <Input
              {...control}
              {...register('password', {
                validate: (password) => passwordChecks.find(({ holds }) => !holds(password))?.missing ?? true,
              })}
              type="password"
              autoComplete="new-password"
            />
          )}
        </Field>
        <Field
          label="Workspace"
          hint="Where your data and results live, usually your company's name."
          error={errors.workspace?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...register('workspace', { required: 'Give the workspace a name.' })}
              autoComplete="organization"
              maxLength={100}
            />
          )}
        </Field>
        {needsCode && (
          <Field
            label="One-time code"
            hint="Printed in the terminal where MixModel was started, below its address. Only the first account needs it."
            error={errors.code?.message}
          >
            {(control) => (
              <Input
                {...control}
                {...register('code', { required: 'Copy the code from the terminal where MixModel runs.' })}
                autoComplete="one-time-code"
                autoCapitalize="off"
                spellCheck={false}
                className="font-mono"
                maxLength={40}
              />
            )}
          </Field>
        )}
        <Button type="submit" kind="primary" busy={isSubmitting}>
          {isSubmitting ? 'Making the account …' : 'Make the account'}
        </Button>
      </form>
      <p className="mt-6 text-13 text-muted">
        Have an account?{' '}
        <Link to="/sign-in" search={from ? { from } : {}} className="link">
          Sign in
        </Link>
      </p>
    </FrontPage>
  );
}

/** The same for every address, so that nobody learns which ones have an account. */
function LetterSent({ to }: { to: string }) {
  return (
    <FrontPage title="Look into your mail">
      <p className="mt-4">
        A letter is on its way to <strong className="[overflow-wrap:anywhere]">{to}</strong>. Open the link in
        it to finish.
      </p>
      <p className="mt-4 text-13 text-muted">
        Nothing after some minutes? Look among unwanted mail, then register again.
      </p>
    </FrontPage>
  );
}
