// Email and password, then the code of a second factor where there is one; also over a page whose session has ended.
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { confirmSignIn, signIn } from '../../api/accounts.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { showFaults } from './faults.ts';

interface SignInFormProps {
  /** Given when the same person must sign in again. */
  readonly email?: string;
  readonly onSignedIn?: () => void;
}

export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const [ticket, setTicket] = useState<string | null>(null);
  if (ticket === null) return <PasswordStep email={email} onTicket={setTicket} onSignedIn={onSignedIn} />;
  return <CodeStep ticket={ticket} onSignedIn={onSignedIn} onBack={() => setTicket(null)} />;
}

interface PasswordStepProps {
  readonly email: string | undefined;
  readonly onTicket: (ticket: string) => void;
  readonly onSignedIn: (() => void) | undefined;
}

function PasswordStep({ email, onTicket, onSignedIn }: PasswordStepProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { email: email ?? '', password: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (values) => {
    setRefused(null);
    try {
      const wanted = await signIn(values);
      if (wanted) onTicket(wanted.ticket);
      else onSignedIn?.();
    } catch (error) {
      setRefused(showFaults(error, ['email', 'password'], setError));
    }
  });
  return (
    <Step refused={refused} onSubmit={() => void submit()}>
      <Field label="Email" error={errors.email?.message}>
        {(control) => (
          <Input
            {...control}
            {...register('email', { required: 'Enter the address you registered with.' })}
            type="email"
            autoComplete="username"
            readOnly={email !== undefined}
          />
        )}
      </Field>
      <Field label="Password" error={errors.password?.message}>
        {(control) => (
          <Input
            {...control}
            {...register('password', { required: 'Enter your password.' })}
            type="password"
            autoComplete="current-password"
            data-first={email !== undefined || undefined}
          />
        )}
      </Field>
      <Button type="submit" kind="primary" busy={isSubmitting}>
        {isSubmitting ? 'Signing in …' : 'Sign in'}
      </Button>
    </Step>
  );
}

interface CodeStepProps {
  readonly ticket: string;
  readonly onSignedIn: (() => void) | undefined;
  readonly onBack: () => void;
}

function CodeStep({ ticket, onSignedIn, onBack }: CodeStepProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { code: '' } });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ code }) => {
    setRefused(null);
    try {
      await confirmSignIn({ ticket, code });
      onSignedIn?.();
    } catch (error) {
      setRefused(showFaults(error, ['code'], setError));
    }
  });
  return (
    <Step refused={refused} onSubmit={() => void submit()}>
      <Field
        label="Code"
        hint="Six digits from your authenticator app, or one of your recovery codes."
        error={errors.code?.message}
      >
        {(control) => (
          <Input
            {...control}
            {...register('code', { required: 'Enter the code your app shows now.' })}
            autoComplete="one-time-code"
            autoCapitalize="off"
            spellCheck={false}
            className="font-mono"
            maxLength={40}
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" kind="primary" busy={isSubmitting}>
        {isSubmitting ? 'Signing in …' : 'Sign in'}
      </Button>
      <Button onClick={onBack}>Use another account</Button>
    </Step>
  );
}

interface StepProps {
  readonly refused: string | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

function Step({ refused, onSubmit, children }: StepProps) {
  return (
    <form
      noValidate
      className="mt-6 grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {refused && (
        <p role="alert" className="border-bad border-l-3 pl-3">
          <Sentence text={refused} />
        </p>
      )}
      {children}
    </form>
  );
}
