// Email and password: the same form on its own page and over a page whose session has ended.
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { signIn } from '../../api/accounts.ts';
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
  const [refused, setRefused] = useState<string | null>(null);
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { email: email ?? '', password: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (values) => {
    setRefused(null);
    try {
      const wanted = await signIn(values);
      if (wanted)
        setRefused('This account asks for the code of its second factor, which this page cannot take yet.');
      else onSignedIn?.();
    } catch (error) {
      setRefused(showFaults(error, ['email', 'password'], setError));
    }
  });
  return (
    <form noValidate className="mt-6 grid gap-4" onSubmit={(event) => void submit(event)}>
      {refused && (
        <p role="alert" className="border-bad border-l-3 pl-3">
          <Sentence text={refused} />
        </p>
      )}
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
    </form>
  );
}
