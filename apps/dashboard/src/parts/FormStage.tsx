import { Check } from 'lucide-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedNotice } from './cluster-forms/saved-notice.js';
import styles from './FormStage.module.css';

/** Which of a page's forms stands beside it. */
export interface OpenedForm<Form> {
  form: Form | null;
  open(form: Form): void;
  close(): void;
}

/** The focus goes back to the button that opened the form. */
export function useOpenedForm<Form>(): OpenedForm<Form> {
  const [form, setForm] = useState<Form | null>(null);
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

/** Where the open form stands; after saving a word that it was saved. Forms are fetched when they are opened: most visits only read. */
export function FormStage({ children }: { children: ReactNode }) {
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
        <Suspense fallback={waiting}>{children}</Suspense>
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
