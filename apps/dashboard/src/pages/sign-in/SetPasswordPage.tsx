import { Button, PasswordInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.layer.css';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../parts/AnswerBand.js';
import { Note } from '../../parts/Note.js';
import { paths } from '../../paths.js';
import { AccountRefusal, isOffline, resetPassword } from '../../session.js';
import { AnswerHeading, SignInFrame, submitClass } from './SignInFrame.js';

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
          <AnswerHeading>{t('signIn.set.done')}</AnswerHeading>
          <p>{t('signIn.set.doneText')}</p>
          <p>
            <Link {...paths.signIn()}>{t('signIn.reset.back')}</Link>
          </p>
        </>
      )}
      {state === 'expired' && (
        <>
          <AnswerHeading>{t('signIn.set.expired')}</AnswerHeading>
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
  const chosen = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = password.length < shortest ? 'tooShort' : password !== repeated ? 'different' : null;
    setMistake(found);
    if (found === 'tooShort') return chosen.current?.focus();
    if (found) return again.current?.focus();
    try {
      await resetPassword(token, password);
      onAnswer('done');
    } catch (error) {
      onAnswer(answerOf(error));
    }
  };
  const show = (label: string) => ({ 'aria-label': `${t('signIn.showPassword')}: ${label}`, tabIndex: 0 });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <PasswordInput
        ref={chosen}
        size="lg"
        autoComplete="new-password"
        label={t('signIn.set.password')}
        value={password}
        error={mistake === 'tooShort' && t('signIn.set.tooShort')}
        visibilityToggleButtonProps={show(t('signIn.set.password'))}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordInput
        ref={again}
        size="lg"
        autoComplete="new-password"
        label={t('signIn.set.repeat')}
        value={repeated}
        error={mistake === 'different' && t('signIn.set.different')}
        visibilityToggleButtonProps={show(t('signIn.set.repeat'))}
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
