import type { DocumentList, DocumentView } from '@klyngevagt/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import { ActionButton } from '../parts/ActionButton.js';
import { IllustrativeTag } from '../parts/IllustrativeTag.js';
import { DocumentBadge } from './DocumentBadge.js';
import styles from './Documents.module.css';
import { DocumentVersions } from './DocumentVersions.js';
import type { OpenDocumentForm } from './open-document-form.js';
import { UploadForm } from './UploadForm.js';

export interface DocumentItemProps {
  slug: string;
  document: DocumentView;
  limits: Pick<DocumentList, 'limitBytes' | 'endings'>;
  /** What it belongs to, where documents of several things stand together. */
  withSubject?: boolean;
  openForm(form: OpenDocumentForm): void;
  onSent(fileName: string): void;
}

/** One document: its state, what was sent, and what the reader can do about it. */
export function DocumentItem({ slug, document, limits, withSubject = false, openForm, onSent }: DocumentItemProps) {
  const { t } = useTranslation();
  const [isSending, setSending] = useState(false);
  const title = document.title ?? t('documents.untitled');
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>
          {title} {document.illustrative && <IllustrativeTag />}
        </h3>
        <DocumentBadge document={document} />
      </div>
      <Days document={document} withSubject={withSubject} />
      <DocumentVersions document={document} />
      {isSending ? (
        <UploadForm
          slug={slug}
          subject={document.subject}
          document={document}
          limits={limits}
          onCancel={() => setSending(false)}
          onDone={(fileName) => {
            setSending(false);
            onSent(fileName);
          }}
        />
      ) : (
        <Actions document={document} title={title} onSend={() => setSending(true)} openForm={openForm} />
      )}
    </li>
  );
}

function Days({
  document: { dueOn, overdue, expiresOn, expired, state, subject },
  withSubject,
}: {
  document: DocumentView;
  withSubject: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOwed = state === 'missing' || state === 'returned';
  const parts = [
    withSubject && subject.kind !== 'cluster' && t(`documents.subject.${subject.kind}`),
    isOwed &&
      dueOn &&
      (overdue ? t('documents.overdue', { date: format.longDate(dueOn) }) : t('documents.due', { date: format.longDate(dueOn) })),
    expiresOn && t(expired ? 'documents.wasValid' : 'documents.expires', { date: format.longDate(expiresOn) }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <p className={`small ${overdue ? styles['overdue'] : 'muted'}`}>{parts.join(' · ')}</p>;
}

interface ActionsProps {
  document: DocumentView;
  title: string;
  onSend(): void;
  openForm(form: OpenDocumentForm): void;
}

function Actions({ document, title, onSend, openForm }: ActionsProps) {
  const { t } = useTranslation();
  const { state } = document;
  const isOwed = state === 'missing' || state === 'returned';
  const isFirst = document.versions.length === 0;
  return (
    <div className={styles['buttons']}>
      {state === 'received' && (
        <>
          <ActionButton
            permission="document:decide"
            size="sm"
            variant="filled"
            name={t('documents.decide.approveOne', { title })}
            onClick={() => openForm({ kind: 'decision', documentId: document.id, decision: 'approve' })}
          >
            {t('documents.decide.approve')}
          </ActionButton>
          <ActionButton
            permission="document:decide"
            size="sm"
            name={t('documents.decide.returnOne', { title })}
            onClick={() => openForm({ kind: 'decision', documentId: document.id, decision: 'return' })}
          >
            {t('documents.decide.return')}
          </ActionButton>
        </>
      )}
      <ActionButton
        permission="document:upload"
        size="sm"
        variant={isOwed ? 'default' : 'subtle'}
        name={t(isFirst ? 'documents.upload.sendOne' : 'documents.upload.againOne', { title })}
        onClick={onSend}
      >
        {t(isFirst ? 'documents.upload.send' : 'documents.upload.again')}
      </ActionButton>
      <ActionButton
        permission="document:decide"
        size="sm"
        variant="subtle"
        name={t('documents.withdraw.openOne', { title })}
        onClick={() => openForm({ kind: 'withdrawal', documentId: document.id })}
      >
        {t('documents.withdraw.open')}
      </ActionButton>
    </div>
  );
}
