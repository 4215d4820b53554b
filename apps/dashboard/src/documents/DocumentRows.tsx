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
  /** What the documents belong to, in words, where a page has more than one list. */
  of?: string;
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
  of = newTitle,
  list,
  shown,
  withSubject = false,
  isForOfficers = false,
  empty,
}: DocumentRowsProps) {
  const opener = useRef<HTMLElement | null>(null);
  const [form, setForm] = useState<OpenDocumentForm | null>(null);
  const [isAdding, setAdding] = useState(false);
  const add = useRef<HTMLDivElement>(null);
  const [sent, setSent] = useState<string | null>(null);
  const openForm = (wanted: OpenDocumentForm) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setForm(wanted);
  };
  // The button is there again once the form is gone.
  const closeUpload = () => {
    setAdding(false);
    requestAnimationFrame(() => add.current?.querySelector('button')?.focus());
  };
  const closeForm = () => {
    setForm(null);
    opener.current?.focus();
  };
  return (
    <>
      {shown.length === 0 ? (
        empty
      ) : (
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
      )}
      <SentFile name={sent} />
      {isAdding ? (
        <UploadForm
          slug={slug}
          subject={subject}
          limits={list}
          {...(newTitle !== undefined && { title: newTitle })}
          onCancel={closeUpload}
          onDone={(file) => {
            closeUpload();
            setSent(file);
          }}
        />
      ) : (
        <div className={styles['add']} ref={add}>
          <AddButtons
            of={of}
            isForOfficers={isForOfficers}
            onAdd={() => setAdding(true)}
            onExpect={() => openForm({ kind: 'expectation', subject })}
          />
        </div>
      )}
      <Suspense>{form && <DocumentForms slug={slug} open={form} documents={list.documents} onClose={closeForm} />}</Suspense>
    </>
  );
}

/** There from the start, so that what it says later is read aloud. */
function SentFile({ name }: { name: string | null }) {
  const { t } = useTranslation();
  return (
    <p role="status" className={name === null ? 'sr' : styles['sent']}>
      {name !== null && (
        <>
          <Check size={16} aria-hidden /> {t('documents.upload.done', { name })}
        </>
      )}
    </p>
  );
}

interface AddButtonsProps {
  of: string | undefined;
  isForOfficers: boolean;
  onAdd(): void;
  onExpect(): void;
}

function AddButtons({ of, isForOfficers, onAdd, onExpect }: AddButtonsProps) {
  const { t } = useTranslation();
  const name = (words: string) => (of === undefined ? {} : { name: `${words}: ${of}` });
  const [add, expect] = [t('documents.upload.add'), t('documents.expect.add')];
  return (
    <>
      <ActionButton permission={isForOfficers ? 'document:decide' : 'document:upload'} size="sm" {...name(add)} onClick={onAdd}>
        {add}
      </ActionButton>
      {!isForOfficers && (
        <ActionButton permission="document:decide" size="sm" {...name(expect)} onClick={onExpect}>
          {expect}
        </ActionButton>
      )}
    </>
  );
}
