import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeText } from './document-words.js';
import styles from './Documents.module.css';

interface FileChoiceProps {
  id: string;
  file: File | null;
  endings: readonly string[];
  /** In megabytes. */
  limit: number;
  error: string | null;
  isLocked: boolean;
  onChoose(file: File): void;
}

/** The browser's own way to choose a file, or to drop one. On a phone it offers the camera and the files. */
export function FileChoice({ id, file, endings, limit, error, isLocked, onChoose }: FileChoiceProps) {
  const { t, i18n } = useTranslation();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !isLocked) onChoose(dropped);
  };
  const kinds = t('documents.upload.kinds', { limit, endings: endings.map((ending) => ending.toUpperCase()).join(', ') });
  return (
    <div
      className={`${styles['drop']} ${isOver ? styles['over'] : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className={`sr ${styles['input']}`}
        accept={endings.map((ending) => `.${ending}`).join(',')}
        disabled={isLocked}
        aria-describedby={`${id}-kinds${error ? ` ${id}-error` : ''}`}
        aria-invalid={error !== null}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) onChoose(chosen);
        }}
      />
      <label htmlFor={id} className={styles['choose']}>
        {file ? t('documents.upload.otherFile') : t('documents.upload.file')}
      </label>{' '}
      {file ? (
        <b className={styles['chosen']}>
          {file.name} <span className="small muted">{sizeText(file.size, t, i18n.language)}</span>
        </b>
      ) : (
        <span className={`muted ${styles['dropHint']}`}>{t('documents.upload.drop')}</span>
      )}
      <p id={`${id}-kinds`} className="small muted">
        {kinds}
      </p>
      {error && (
        <p id={`${id}-error`} className={styles['mistake']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
