import type { DocumentVersionView, DocumentView } from '@klyngevagt/contracts';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../api-client.js';
import { endpointPaths } from '../endpoint-paths.js';
import { useFormat } from '../format.js';
import { sizeText } from './document-words.js';
import styles from './Documents.module.css';

/** The newest version, and the earlier ones when they are asked for. */
export function DocumentVersions({ document: { versions } }: { document: DocumentView }) {
  const { t } = useTranslation();
  const id = useId();
  const [showsEarlier, setShowsEarlier] = useState(false);
  const [newest, ...earlier] = versions;
  if (!newest) return null;
  return (
    <>
      <Version version={newest} />
      {earlier.length > 0 && (
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={showsEarlier}
          aria-controls={id}
          onClick={() => setShowsEarlier(!showsEarlier)}
        >
          {showsEarlier ? t('documents.version.hideEarlier') : t('documents.version.earlier', { count: earlier.length })}
        </button>
      )}
      <ol id={id} hidden={!showsEarlier} className={styles['earlier']}>
        {earlier.map((version) => (
          <li key={version.id}>
            <Version version={version} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Version({ version }: { version: DocumentVersionView }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { id, number, sizeBytes, comment, uploadedAt, uploadedBy, decision, sha256 } = version;
  const name = version.fileName ?? t('documents.erasedName');
  const at = format.instant(uploadedAt);
  return (
    <div className={styles['version']}>
      <p>
        <a href={fileAddress(id)} download className={styles['file']} aria-label={t('documents.downloadOne', { name })}>
          <Download size={14} aria-hidden /> {name}
        </a>{' '}
        <span className="small muted">
          {t('documents.version.name', { number })}, {sizeText(sizeBytes, t, i18n.language)}
        </span>
      </p>
      <p className="small muted" title={`${t('documents.version.checksum')}: ${sha256}`}>
        {uploadedBy ? t('documents.version.sentBy', { at, name: uploadedBy }) : t('documents.version.sent', { at })}
      </p>
      {comment && <p className={`small ${styles['text']}`}>{t('documents.version.comment', { text: comment })}</p>}
      {decision && (
        <p className={`small ${styles['text']}`}>
          {decision.by
            ? t(`documents.version.${decision.code}By`, { date: format.date(decision.on), name: decision.by })
            : t(`documents.version.${decision.code}`, { date: format.date(decision.on) })}
          {decision.comment && <b className={styles['answer']}>{t('documents.version.answer', { text: decision.comment })}</b>}
        </p>
      )}
    </div>
  );
}

/** The browser fetches the file itself, with the session's cookie. */
export function fileAddress(versionId: string): string {
  return `/api/v1${addressOf(endpointPaths['document-version.download'][1], { id: versionId })}`;
}
