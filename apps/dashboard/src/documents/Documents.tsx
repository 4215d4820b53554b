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
  /** What that is called, where documents of several things stand on a page. */
  of?: string;
}

/** The documents of one thing. Whoever may not see documents sees nothing, not even that there are some. */
export function Documents(props: DocumentsProps) {
  const { t } = useTranslation();
  if (!useMay('document:read')) return null;
  return (
    <Loaded {...props} isForOfficers={props.subject.kind === 'award'}>
      {t('documents.none')}
    </Loaded>
  );
}

function Loaded({ children, ...props }: DocumentsProps & { isForOfficers: boolean; children: string }) {
  const { t } = useTranslation();
  const query = useDocuments(props.slug, props.subject);
  if (query.isPending) return <PanelSkeleton count={1} />;
  if (!query.data) return <ErrorState what={t('documents.what')} error={query.error} onRetry={() => void query.refetch()} />;
  return <DocumentRows {...props} list={query.data} shown={query.data.documents} empty={<p className="muted">{children}</p>} />;
}
