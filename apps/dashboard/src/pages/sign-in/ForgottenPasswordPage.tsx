import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../parts/AnswerBand.js';
import { Note } from '../../parts/Note.js';
import { paths } from '../../paths.js';
import { AccountRefusal, isOffline, requestPasswordReset } from '../../session.js';
import { AnswerHeading, SignInFrame, submitClass } from './SignInFrame.js';

/** Asks for a link by mail. The answer is the same whether there is an account or not. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  const [state, setState] = useState<'asking' | 'sent' | 'tooMany' | 'offline' | 'other'>('asking');
  useDocumentTitle(t('signIn.reset.title'));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isWrong = !email.includes('@');
    setMissing(isWrong);
    if (isWrong) return field.current?.focus();
    try {
      await requestPasswordReset(email.trim());
      setState('sent');
    } catch (error) {
      setState(isOffline(error) ? 'offline' : error instanceof AccountRefusal && error.status === 429 ? 'tooMany' : 'other');
    }
  };
  return (
    <SignInFrame>
      <div>
        {state === 'sent' ? <AnswerHeading>{t('signIn.reset.sent')}</AnswerHeading> : <h1>{t('signIn.reset.title')}</h1>}
        <p className="muted">{state === 'sent' ? t('signIn.reset.sentText', { email }) : t('signIn.reset.lead')}</p>
      </div>
      {state !== 'sent' && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          {state !== 'asking' && <Note tone="red" role="alert" title={t(`signIn.errors.${state}`)} />}
          <TextInput
            ref={field}
            size="lg"
            type="email"
            autoComplete="username"
            label={t('signIn.email')}
            value={email}
            error={isMissing && t('signIn.errors.emailMissing')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" variant="filled" size="lg" className={submitClass}>
            {t('signIn.reset.submit')}
          </Button>
        </form>
      )}
      <p>
        <Link {...paths.signIn()}>{t('signIn.reset.back')}</Link>
      </p>
    </SignInFrame>
  );
}
