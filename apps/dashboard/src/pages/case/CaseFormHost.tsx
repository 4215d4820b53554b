import type { CaseBoard } from '@klyngevagt/contracts';
import { Check } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedNotice } from '../../parts/cluster-forms/saved-notice.js';
import styles from './Case.module.css';

const CaseForm = lazy(() => import('./forms/CaseForm.js'));

/** Which form stands beside the page, and about what. */
export type OpenCaseForm =
  | { kind: 'open' }
  | { kind: 'decide'; caseId: string }
  | { kind: 'plan' | 'done' | 'undo' | 'note'; milestoneId: string }
  | { kind: 'experts' };

export interface CaseForms {
  form: OpenCaseForm | null;
  open(form: OpenCaseForm): void;
  close(): void;
}

/** The focus goes back to the button that opened the form. */
export function useCaseForms(): CaseForms {
  const [form, setForm] = useState<OpenCaseForm | null>(null);
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
export function CaseFormHost({ forms, board }: { forms: CaseForms; board: CaseBoard }) {
  const { t } = useTranslation();
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    if (!isSaved) return undefined;
    const timer = setTimeout(() => setSaved(false), shownFor);
    return () => clearTimeout(timer);
  }, [isSaved]);
  return (
    <>
      <SavedNotice value={() => setSaved(true)}>
        <Suspense fallback={null}>{forms.form && <CaseForm open={forms.form} board={board} onClose={forms.close} />}</Suspense>
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
