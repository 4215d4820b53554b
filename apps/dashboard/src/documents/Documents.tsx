import type { DocumentSubject } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../parts/ErrorState.js';
import { PanelSkeleton } from '../parts/Skeleton.js';
import { useMay } from '../session.js';
import { DocumentRows } from './DocumentRows.js';
import { useDocuments } from './documents-query.js';

interface DocumentsProps {
  slug: string;
  /** The thing that the documents belong to: an award, a milestone, an indicator. */
  subject: DocumentSubject;
  /** Title of a document that is added here, where it is known already. */
  newTitle?: string;
}

/** The documents of one thing. Whoever may not see documents sees nothing, not even that there are some. */
export function Documents({ slug, subject, newTitle }: DocumentsProps) {
  const { t } = useTranslation();
  if (!useMay('document:read')) return null;
  const isForOfficers = subject.kind === 'award';
  return (
    <Loaded slug={slug} subject={subject} {...(newTitle !== undefined && { newTitle })} isForOfficers={isForOfficers}>
      {t('documents.none')}
    </Loaded>
  );
}

function Loaded({ slug, subject, newTitle, isForOfficers, children }: DocumentsProps & { isForOfficers: boolean; children: string }) {
  const { t } = useTranslation();
  const query = useDocuments(slug, subject);
  if (query.isPending) return <PanelSkeleton count={1} />;
  if (!query.data) return <ErrorState what={t('documents.what')} error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <DocumentRows
      slug={slug}
      subject={subject}
      {...(newTitle !== undefined && { newTitle })}
      list={query.data}
      shown={query.data.documents}
      isForOfficers={isForOfficers}
      empty={<p className="muted">{children}</p>}
    />
  );
}
