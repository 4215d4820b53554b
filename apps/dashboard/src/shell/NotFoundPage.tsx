import { Link } from '@tanstack/react-router';
import { MapPinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../parts/AnswerBand.js';
import { EmptyState } from '../parts/EmptyState.js';
import { paths } from '../paths.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  useDocumentTitle(t('shell.notFound.title'));
  return (
    <div className="wrap" style={{ paddingTop: 'var(--kv-6)', paddingBottom: 'var(--kv-10)' }}>
      <h1 className="sr">{t('shell.notFound.title')}</h1>
      <EmptyState title={t('shell.notFound.title')} icon={MapPinOff} action={<Link {...paths.start()}>{t('shell.notFound.start')}</Link>}>
        {t('shell.notFound.text')}
      </EmptyState>
    </div>
  );
}
