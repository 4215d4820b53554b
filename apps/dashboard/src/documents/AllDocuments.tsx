import { Button, NativeSelect } from '@mantine/core';
import type { DocumentList, DocumentView } from '@klyngevagt/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../parts/EmptyState.js';
import { ErrorState } from '../parts/ErrorState.js';
import { NoAccess } from '../parts/NoAccess.js';
import { PanelSkeleton } from '../parts/Skeleton.js';
import { useMay } from '../session.js';
import { DocumentRows } from './DocumentRows.js';
import { useDocuments } from './documents-query.js';
import { readDocumentsSearch, shownStates } from './documents-search.js';
import styles from './Documents.module.css';

/** Every document of a cluster, what is missing first. */
export function AllDocuments({ slug }: { slug: string }) {
  const { t } = useTranslation();
  if (!useMay('document:read')) return <NoAccess />;
  return (
    <section aria-label={t('documents.title')} className="stack">
      <h2 className="sr">{t('documents.title')}</h2>
      <p className="muted">{t('documents.lead')}</p>
      <Loaded slug={slug} />
    </section>
  );
}

function Loaded({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const query = useDocuments(slug, null);
  if (query.isPending) return <PanelSkeleton count={3} />;
  const again = () => void query.refetch();
  if (!query.data) return <ErrorState what={t('documents.what')} error={query.error} onRetry={again} />;
  return (
    <>
      {query.isError && <ErrorState what={t('documents.what')} error={query.error} onRetry={again} />}
      <Filtered slug={slug} list={query.data} />
    </>
  );
}

function Filtered({ slug, list }: { slug: string; list: DocumentList }) {
  const { t } = useTranslation();
  const { state = '', subject: kind = '' } = readDocumentsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const show = (part: { state?: string; subject?: string }) => {
    const chosen = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, value || undefined]));
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...chosen }), replace: true });
  };
  const { documents } = list;
  const kinds = [...new Set(documents.map(({ subject }) => subject.kind))];
  const shown = documents.filter((one: DocumentView) => (!state || one.state === state) && (!kind || one.subject.kind === kind));
  const showAll = () => show({ state: '', subject: '' });
  const empty =
    documents.length === 0 ? (
      <EmptyState title={t('documents.none')}>{t('documents.noneText')}</EmptyState>
    ) : (
      <EmptyState title={t('documents.noMatch')} action={<Button onClick={showAll}>{t('documents.showAll')}</Button>}>
        {t('documents.shown', { shown: 0, total: documents.length })}
      </EmptyState>
    );
  return (
    <>
      {documents.length > 1 && (
        <div className={styles['filters']} role="group" aria-label={t('documents.filter.label')}>
          <NativeSelect
            label={t('documents.filter.state')}
            value={state}
            data={[
              { value: '', label: t('documents.filter.allStates') },
              ...shownStates.map((value) => ({ value, label: t(`documents.state.${value}`) })),
            ]}
            onChange={(event) => show({ state: event.currentTarget.value })}
          />
          {kinds.length > 1 && (
            <NativeSelect
              label={t('documents.filter.subject')}
              value={kind}
              data={[
                { value: '', label: t('documents.filter.allSubjects') },
                ...kinds.map((value) => ({ value, label: t(`documents.subject.${value}`) })),
              ]}
              onChange={(event) => show({ subject: event.currentTarget.value })}
            />
          )}
          <p role="status" className="small muted">
            {t('documents.shown', { shown: shown.length, total: documents.length })}
          </p>
        </div>
      )}
      <DocumentRows slug={slug} subject={{ kind: 'cluster', id: slug }} list={list} shown={shown} withSubject empty={empty} />
    </>
  );
}
