import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.layer.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../parts/AnswerBand.js';
import { Note } from '../../parts/Note.js';
import { paths, safeReturnTo } from '../../paths.js';
import { signInOptionsQuery } from '../../queries.js';
import { AccountRefusal, isOffline, signIn } from '../../session.js';
import { accountsClass, noteClass, SignInFrame, submitClass } from './SignInFrame.js';

type Refusal = 'refused' | 'tooMany' | 'offline' | 'other';

/** Sign-in; back to the address that was asked for. */
export function SignInPage() {
  const { t } = useTranslation();
  const { returnTo } = useSearch({ from: '/sign-in' });
  const options = useQuery(signInOptionsQuery).data;
  const form = useSignIn(returnTo);
  useDocumentTitle(t('signIn.title'));
  return (
    <SignInFrame>
      <div>
        <h1>{t('signIn.title')}</h1>
        <p className="muted">{t('signIn.lead')}</p>
      </div>
      {returnTo && !form.refusal && <Note tone="blue" role="status" title={t('signIn.ended')} />}
      <form onSubmit={form.submit} noValidate>
        {form.refusal && <Note tone="red" role="alert" title={t(`signIn.errors.${form.refusal}`)} />}
        <TextInput
          ref={form.emailField}
          size="lg"
          type="email"
          name="email"
          autoComplete="username"
          label={t('signIn.email')}
          value={form.email}
          error={form.missing === 'email' && t('signIn.errors.emailMissing')}
          onChange={(event) => form.setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          ref={form.passwordField}
          size="lg"
          name="password"
          autoComplete="current-password"
          label={t('signIn.password')}
          value={form.password}
          error={form.missing === 'password' && t('signIn.errors.passwordMissing')}
          onChange={(event) => form.setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }}
        />
        <Button type="submit" variant="filled" size="lg" className={submitClass} aria-disabled={form.isBusy}>
          {form.isBusy ? t('signIn.submitting') : t('signIn.submit')}
        </Button>
        <p>
          <Link {...paths.forgottenPassword()}>{t('signIn.forgotten')}</Link>
        </p>
      </form>
      {options?.demo && options.accounts.length > 0 && (
        <div className={noteClass}>
          <p className="strong">{t('signIn.demo.title')}</p>
          <div className={accountsClass}>
            {options.accounts.map((account) => (
              <Button key={account.email} onClick={() => void form.enter(account.email, account.password)} title={account.email}>
                {t(`terms.role.${account.role}`)}
              </Button>
            ))}
          </div>
          <p className="small muted">{t('signIn.demo.note', { password: options.accounts[0]?.password })}</p>
        </div>
      )}
      <p className={`small muted ${noteClass}`}>{t('signIn.noAccount')}</p>
    </SignInFrame>
  );
}

function useSignIn(returnTo: string | undefined) {
  const router = useRouter();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  const enter = async (asEmail: string, withPassword: string) => {
    setBusy(true);
    setRefusal(null);
    try {
      await signIn(asEmail, withPassword);
      // Nothing of whoever was here before may show.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sign-in-options' });
      router.history.push(safeReturnTo(returnTo));
    } catch (error) {
      setRefusal(refusalOf(error));
      emailField.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacking = email.trim() === '' ? 'email' : password === '' ? 'password' : null;
    setMissing(lacking);
    if (lacking === 'email') emailField.current?.focus();
    else if (lacking === 'password') passwordField.current?.focus();
    else if (!isBusy) void enter(email.trim(), password);
  };
  return { email, setEmail, password, setPassword, missing, refusal, isBusy, enter, submit, emailField, passwordField };
}

function refusalOf(error: unknown): Refusal {
  if (isOffline(error)) return 'offline';
  if (!(error instanceof AccountRefusal)) return 'other';
  if (error.status === 429) return 'tooMany';
  return error.status === 401 || error.status === 400 || error.status === 403 ? 'refused' : 'other';
}
