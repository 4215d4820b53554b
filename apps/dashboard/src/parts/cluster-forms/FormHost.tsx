import type { ClusterDetail } from '@klyngevagt/contracts';
import { Check } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FormHost.module.css';
import type { OpenForm } from './open-form.js';
import { SavedNotice } from './saved-notice.js';

// Forms are fetched when the first one is opened: most visits only read.
const ClusterForm = lazy(() => import('./ClusterForm.js'));

export interface FormHostState {
  form: OpenForm | null;
  open(form: OpenForm): void;
  close(): void;
}

/** Which form stands beside the page. The focus goes back to the button that opened it. */
export function useFormHost(): FormHostState {
  const [form, setForm] = useState<OpenForm | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (form === null) opener.current?.focus();
  }, [form]);
  return {
    form,
    open: (wanted) => {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setForm(wanted);
    },
    close: () => setForm(null),
  };
}

const shownFor = 6000;

/** The open form, and after saving a word that it was saved. */
export function FormHost({ host, detail }: { host: FormHostState; detail: ClusterDetail }) {
  const { t } = useTranslation();
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    if (!isSaved) return undefined;
    const timer = setTimeout(() => setSaved(false), shownFor);
    return () => clearTimeout(timer);
  }, [isSaved]);
  const waiting = (
    <p className="sr" role="status">
      {t('cluster.form.open')}
    </p>
  );
  return (
    <>
      <SavedNotice value={() => setSaved(true)}>
        <Suspense fallback={waiting}>{host.form && <ClusterForm open={host.form} detail={detail} onClose={host.close} />}</Suspense>
      </SavedNotice>
      <p role="status" className={isSaved ? styles['saved'] : 'sr'}>
        {isSaved && (
          <>
            <Check size={16} aria-hidden /> {t('cluster.form.saved')}
          </>
        )}
      </p>
    </>
  );
}
