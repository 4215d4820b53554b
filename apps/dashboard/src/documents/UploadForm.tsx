import { Button, Textarea, TextInput } from '@mantine/core';
import type { DocumentSubject, DocumentView } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../parts/DateField.js';
import { dayOrNull, isWrongDay } from '../parts/cluster-forms/field-text.js';
import { Note } from '../parts/Note.js';
import { sizeText } from './document-words.js';
import styles from './Documents.module.css';
import { FileChoice } from './FileChoice.js';
import { sendForm } from './send-form.js';
import { SendingBar } from './SendingBar.js';
import { useSending } from './use-sending.js';

interface UploadFormProps {
  slug: string;
  subject: DocumentSubject;
  /** A further version of this one; without it a new document. */
  document?: DocumentView;
  /** Title of a new document, where it is known already. */
  title?: string;
  limits: { limitBytes: number; endings: readonly string[] };
  onDone(fileName: string): void;
  onCancel(): void;
}

const megabyte = 1024 * 1024;

/** A file and what is said about it. Whatever goes wrong, what was chosen and typed stays. */
export function UploadForm({ slug, subject, document, title: given = '', limits, onDone, onCancel }: UploadFormProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // It stands where the button was that opened it.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState(given);
  const [comment, setComment] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [isChecked, setChecked] = useState(false);
  const sending = useSending(slug, () => onDone(file?.name ?? ''));
  const limit = Math.floor(limits.limitBytes / megabyte);
  const tooLarge = (size: number) => t('documents.upload.tooLarge', { size: sizeText(size, t, i18n.language), limit });
  const mistakes = {
    file: !file ? t('documents.upload.noFile') : file.size > limits.limitBytes ? tooLarge(file.size) : null,
    title: document || title.trim().length >= 2 ? null : t('documents.upload.noTitle'),
    expiresOn: isWrongDay(expiresOn) ? t('documents.upload.noDate') : null,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const wrong = (['title', 'file', 'expiresOn'] as const).find((field) => mistakes[field] !== null);
    if (wrong) return globalThis.document.getElementById(`${id}-${wrong}`)?.focus();
    if (!file || sending.share !== null) return;
    const said = { comment, expiresOn: dayOrNull(expiresOn) ?? ('' as const) };
    sending.start((onProgress) => {
      const sent = { file, onProgress };
      if (document)
        return sendForm('document.replace', { ...sent, params: { id: document.id }, fields: { revision: document.revision, ...said } });
      const fields = { kind: subject.kind, subject: subject.id, title: title.trim(), ...said };
      return sendForm('document.upload', { ...sent, params: { slug }, fields });
    });
  };
  const shown = (field: keyof typeof mistakes) => (isChecked ? mistakes[field] : null);
  return (
    <form ref={form} className={styles['upload']} onSubmit={submit} noValidate aria-label={formName(document, t)}>
      {!document && <TitleInput id={`${id}-title`} value={title} error={shown('title')} onChange={setTitle} />}
      <FileChoice
        id={`${id}-file`}
        file={file}
        endings={limits.endings}
        limit={limit}
        // One that is too large is told at once: nobody should wait for that.
        error={file ? mistakes.file : shown('file')}
        isLocked={sending.share !== null}
        onChoose={(chosen) => {
          setFile(chosen);
          sending.forget();
        }}
      />
      <Textarea
        label={t('documents.upload.comment')}
        description={t('documents.upload.commentHelp')}
        rows={2}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <DateField
        id={`${id}-expiresOn`}
        label={t('documents.upload.expiresOn')}
        help={t('documents.upload.expiresHelp')}
        value={expiresOn}
        error={shown('expiresOn')}
        onChange={setExpiresOn}
      />
      <Refusal sentences={sending.refusal} requestId={sending.requestId} />
      {sending.share === null ? (
        <div className={styles['buttons']}>
          <Button type="submit" variant="filled">
            {t('documents.upload.submit')}
          </Button>
          <Button onClick={onCancel}>{t('documents.upload.cancel')}</Button>
        </div>
      ) : (
        <SendingBar name={file?.name ?? ''} share={sending.share} onStop={sending.stop} />
      )}
    </form>
  );
}

function TitleInput({ onChange, ...field }: { id: string; value: string; error: string | null; onChange(title: string): void }) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...field}
      label={t('documents.upload.document')}
      description={t('documents.upload.titleHelp')}
      required
      maxLength={200}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function formName(document: DocumentView | undefined, t: TFunction): string {
  if (!document) return t('documents.upload.add');
  const title = document.title ?? t('documents.untitled');
  return t(document.versions.length === 0 ? 'documents.upload.sendOne' : 'documents.upload.againOne', { title });
}

function Refusal({ sentences: [first, ...more], requestId }: { sentences: readonly string[]; requestId: string | null }) {
  const { t } = useTranslation();
  if (first === undefined) return null;
  return (
    <Note tone="red" role="alert" title={first}>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {requestId && <p className="small muted">{t('shell.error.number', { id: requestId })}</p>}
    </Note>
  );
}
