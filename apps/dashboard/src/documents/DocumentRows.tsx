import type { DocumentList, DocumentSubject, DocumentView } from '@klyngevagt/contracts';
import { Check } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../parts/ActionButton.js';
import { DocumentItem } from './DocumentItem.js';
import styles from './Documents.module.css';
import type { OpenDocumentForm } from './open-document-form.js';
import { UploadForm } from './UploadForm.js';

const DocumentForms = lazy(() => import('./DocumentForms.js'));

interface DocumentRowsProps {
  slug: string;
  /** What a document that is added belongs to. */
  subject: DocumentSubject;
  /** Title of one that is added, where it is known already. */
  newTitle?: string;
  list: DocumentList;
  shown: readonly DocumentView[];
  withSubject?: boolean;
  /** Documents come from officers only here. */
  isForOfficers?: boolean;
  empty: ReactNode;
}

/** Documents with everything that can be done about them: sending, approving, returning, asking for one, taking one away. */
export function DocumentRows({
  slug,
  subject,
  newTitle,
  list,
  shown,
  withSubject = false,
  isForOfficers = false,
  empty,
}: DocumentRowsProps) {
  const { t } = useTranslation();
  const opener = useRef<HTMLElement | null>(null);
  const [form, setForm] = useState<OpenDocumentForm | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const openForm = (wanted: OpenDocumentForm) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setForm(wanted);
  };
  const closeForm = () => {
    setForm(null);
    opener.current?.focus();
  };
  return (
    <>
      {shown.length === 0 && empty}
      <ul className={styles['items']}>
        {shown.map((one) => (
          <DocumentItem
            key={one.id}
            slug={slug}
            document={one}
            limits={list}
            withSubject={withSubject}
            openForm={openForm}
            onSent={setSent}
          />
        ))}
      </ul>
      <p role="status" className={sent === null ? 'sr' : styles['sent']}>
        {sent !== null && (
          <>
            <Check size={16} aria-hidden /> {t('documents.upload.done', { name: sent })}
          </>
        )}
      </p>
      {isAdding ? (
        <UploadForm
          slug={slug}
          subject={subject}
          limits={list}
          {...(newTitle !== undefined && { title: newTitle })}
          onCancel={() => setAdding(false)}
          onDone={(name) => {
            setAdding(false);
            setSent(name);
          }}
        />
      ) : (
        <div className={styles['add']}>
          <ActionButton permission={isForOfficers ? 'document:decide' : 'document:upload'} size="sm" onClick={() => setAdding(true)}>
            {t('documents.upload.add')}
          </ActionButton>
          {!isForOfficers && (
            <ActionButton permission="document:decide" size="sm" onClick={() => openForm({ kind: 'expectation', subject })}>
              {t('documents.expect.add')}
            </ActionButton>
          )}
        </div>
      )}
      <Suspense>{form && <DocumentForms slug={slug} open={form} documents={list.documents} onClose={closeForm} />}</Suspense>
    </>
  );
}
