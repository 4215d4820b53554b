import type { ClusterDetail } from '@klyngevagt/contracts';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenForm } from './open-form.js';

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

export function FormHost({ host, detail }: { host: FormHostState; detail: ClusterDetail }) {
  const { t } = useTranslation();
  if (!host.form) return null;
  return (
    <Suspense
      fallback={
        <p className="sr" role="status">
          {t('cluster.form.open')}
        </p>
      }
    >
      <ClusterForm open={host.form} detail={detail} onClose={host.close} />
    </Suspense>
  );
}
