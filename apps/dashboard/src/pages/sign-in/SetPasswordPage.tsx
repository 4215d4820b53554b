import { Button, PasswordInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.layer.css';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../parts/AnswerBand.js';
import { Note } from '../../parts/Note.js';
import { paths } from '../../paths.js';
import { AccountRefusal, isOffline, resetPassword } from '../../session.js';
import { SignInFrame, submitClass } from './SignInFrame.js';

const shortest = 12;
type State = 'choosing' | 'done' | 'expired' | 'tooMany' | 'offline' | 'other';

/** Where the link of an invitation or a forgotten password leads. */
export function SetPasswordPage() {
  const { t } = useTranslation();
  const { token, error } = useSearch({ from: '/set-password' });
  const [state, setState] = useState<State>(token === undefined || error !== undefined ? 'expired' : 'choosing');
  useDocumentTitle(t('signIn.set.title'));
  return (
    <SignInFrame>
      {state === 'done' && (
        <>
          <h1>{t('signIn.set.done')}</h1>
          <p>{t('signIn.set.doneText')}</p>
          <p>
            <Link {...paths.signIn()}>{t('signIn.reset.back')}</Link>
          </p>
        </>
      )}
      {state === 'expired' && (
        <>
          <h1>{t('signIn.set.expired')}</h1>
          <p>{t('signIn.set.expiredText')}</p>
          <p>
            <Link {...paths.forgottenPassword()}>{t('signIn.set.again')}</Link>
          </p>
        </>
      )}
      {state !== 'done' && state !== 'expired' && (
        <>
          <div>
            <h1>{t('signIn.set.title')}</h1>
            <p className="muted">{t('signIn.set.lead')}</p>
          </div>
          {state !== 'choosing' && <Note tone="red" role="alert" title={t(`signIn.errors.${state}`)} />}
          <PasswordForm token={token ?? ''} onAnswer={setState} />
        </>
      )}
    </SignInFrame>
  );
}

function PasswordForm({ token, onAnswer }: { token: string; onAnswer(state: State): void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [mistake, setMistake] = useState<'tooShort' | 'different' | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = password.length < shortest ? 'tooShort' : password !== repeated ? 'different' : null;
    setMistake(found);
    if (found) return;
    try {
      await resetPassword(token, password);
      onAnswer('done');
    } catch (error) {
      onAnswer(answerOf(error));
    }
  };
  const show = { 'aria-label': t('signIn.showPassword'), tabIndex: 0 };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <PasswordInput
        size="lg"
        autoComplete="new-password"
        label={t('signIn.set.password')}
        value={password}
        error={mistake === 'tooShort' && t('signIn.set.tooShort')}
        visibilityToggleButtonProps={show}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordInput
        size="lg"
        autoComplete="new-password"
        label={t('signIn.set.repeat')}
        value={repeated}
        error={mistake === 'different' && t('signIn.set.different')}
        visibilityToggleButtonProps={show}
        onChange={(event) => setRepeated(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" size="lg" className={submitClass}>
        {t('signIn.set.submit')}
      </Button>
    </form>
  );
}

function answerOf(error: unknown): State {
  if (isOffline(error)) return 'offline';
  if (!(error instanceof AccountRefusal)) return 'other';
  if (error.code?.includes('TOKEN')) return 'expired';
  return error.status === 429 ? 'tooMany' : 'other';
}
