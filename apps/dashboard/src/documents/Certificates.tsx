import type { AwardView, DocumentList, DocumentView } from '@klyngevagt/contracts';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../parts/ActionButton.js';
import { useAwardNameInSentence } from '../parts/use-award-name.js';
import { useMay } from '../session.js';
import { DocumentBadge } from './DocumentBadge.js';
import styles from './Documents.module.css';
import { fileAddress } from './DocumentVersions.js';
import { useDocuments } from './documents-query.js';
import { UploadForm } from './UploadForm.js';

/** The certificate of each award, or that there is none. Nothing for those who may not see documents. */
export function Certificates({ slug, awards }: { slug: string; awards: readonly AwardView[] }) {
  const { t } = useTranslation();
  const mayRead = useMay('document:read');
  const query = useDocuments(slug, null, mayRead);
  const mayAdd = useMay('document:decide');
  const of = (award: AwardView) =>
    (query.data?.documents ?? []).filter(({ subject }) => subject.kind === 'award' && subject.id === award.id);
  const shown = mayAdd ? awards : awards.filter((award) => of(award).length > 0);
  if (!query.data || shown.length === 0) return null;
  return (
    <section aria-label={t('documents.certificate.all')} className={styles['certificates']}>
      <h3>{t('documents.certificate.all')}</h3>
      <ul>
        {shown.map((award) => (
          <Certificate key={award.id} slug={slug} award={award} documents={of(award)} limits={query.data} />
        ))}
      </ul>
    </section>
  );
}

interface CertificateProps {
  slug: string;
  award: AwardView;
  documents: readonly DocumentView[];
  limits: DocumentList;
}

function Certificate({ slug, award, documents, limits }: CertificateProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const named = { award: useAwardNameInSentence()(award) };
  return (
    <li className={styles['certificate']}>
      <span>{t('documents.certificate.document', named)}</span>
      {documents.map((document) => (
        <CertificateFile key={document.id} document={document} />
      ))}
      {isAdding ? (
        <UploadForm
          slug={slug}
          subject={{ kind: 'award', id: award.id }}
          title={t('documents.certificate.document', named)}
          limits={limits}
          onDone={() => setAdding(false)}
          onCancel={() => setAdding(false)}
        />
      ) : (
        documents.length === 0 && (
          <ActionButton
            permission="document:decide"
            size="xs"
            name={t('documents.certificate.addOne', named)}
            onClick={() => setAdding(true)}
          >
            {t('documents.certificate.add')}
          </ActionButton>
        )
      )}
    </li>
  );
}

function CertificateFile({ document }: { document: DocumentView }) {
  const { t } = useTranslation();
  const [newest] = document.versions;
  if (!newest) return <DocumentBadge document={document} />;
  const name = newest.fileName ?? t('documents.erasedName');
  return (
    <a href={fileAddress(newest.id)} download className={styles['file']} aria-label={t('documents.downloadOne', { name })}>
      <Download size={14} aria-hidden /> {name}
    </a>
  );
}
