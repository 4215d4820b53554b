import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api-client.js';
import { paths } from '../paths.js';
import { Note } from './Note.js';

/** Why something was not saved, in words, and what to do. */
export function SaveProblem({ problem, ref }: { problem: unknown; ref?: Ref<HTMLDivElement> }) {
  const { t } = useTranslation();
  if (!problem) return null;
  const refusal = problem instanceof ApiProblem ? problem : null;
  const withRef = ref ? { ref } : {};
  if (refusal?.code === 'not-signed-in') {
    const link = (
      <a href={paths.signIn().to} target="_blank" rel="noreferrer">
        {t('shell.form.signIn')}
      </a>
    );
    return (
      <Note tone="blue" role="alert" title={t('shell.form.signInAgain')} actions={link} {...withRef}>
        {t('shell.form.signInAgainText')}
      </Note>
    );
  }
  if (refusal?.code === 'changed-meanwhile') {
    return (
      <Note tone="amber" role="alert" title={t('shell.form.changedMeanwhile')} {...withRef}>
        {refusal.detail || t('shell.form.changedMeanwhileText')}
      </Note>
    );
  }
  return (
    <Note tone="red" role="alert" title={t('shell.form.notSaved')} {...withRef}>
      {refusal?.code === 'offline' && <p>{t('shell.error.offline')}</p>}
      {refusal?.detail && <p>{refusal.detail}</p>}
      {refusal?.requestId && <p className="small muted">{t('shell.error.number', { id: refusal.requestId })}</p>}
    </Note>
  );
}
