import type { Language } from '@klyngevagt/messages';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { turnToLanguage } from '../../i18n.js';
import { useDocumentTitle } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Note } from '../../parts/Note.js';
import { paths } from '../../paths.js';
import { hasCode } from '../../queries.js';
import { SignInFrame } from '../sign-in/SignInFrame.js';

/** A page that a link of a mail opens: for its reader, without a session, and not for search engines. */
export function LinkPage({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(title);
  return (
    <SignInFrame>
      <meta name="robots" content="noindex, nofollow" />
      {children}
    </SignInFrame>
  );
}

/** The page speaks the language of whoever got the mail, until somebody chooses the other one. */
export function useLanguageOfMail(language: Language | undefined): void {
  const { i18n } = useTranslation();
  const isTurned = useRef(false);
  useEffect(() => {
    if (language === undefined || isTurned.current) return;
    isTurned.current = true;
    if (i18n.language !== language) void turnToLanguage(language);
  }, [language, i18n]);
}

export function SignInLink() {
  const { t } = useTranslation();
  return (
    <p>
      <Link {...paths.signIn()}>{t('acknowledge.signIn')}</Link>
    </p>
  );
}

/** A link that nobody signed, one too many, or a server that was not reached. */
export function LinkProblem({ error, what, onRetry }: { error: unknown; what: string; onRetry(): void }) {
  const { t } = useTranslation();
  if (hasCode(error, 'too-many-requests')) return <Note tone="amber" role="alert" title={t('acknowledge.tooMany')} />;
  if (!hasCode(error, 'not-found')) return <ErrorState what={what} error={error} onRetry={onRetry} />;
  return (
    <>
      <h1>{t('acknowledge.unknown')}</h1>
      <p>{t('acknowledge.unknownText')}</p>
      <SignInLink />
    </>
  );
}
