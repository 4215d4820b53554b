import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveProblem } from './SaveProblem.js';
import { SideDrawer } from './SideDrawer.js';
import styles from './SideDrawerForm.module.css';
import { UnsavedGuard } from './UnsavedGuard.js';

export interface FieldError {
  /** `id` of the field. */
  id: string;
  label: string;
  message: string;
}

interface SideDrawerFormProps {
  title: string;
  opened: boolean;
  onClose(): void;
  /** Checks and saves. Show its refusals through `errors` and `problem`. */
  onSubmit(): void;
  submitLabel: string;
  isSaving?: boolean;
  /** What the button says meanwhile, when it is not saving that takes its time. */
  busyLabel?: string;
  /** Something was typed: closing the form or leaving the page asks once. */
  isDirty?: boolean;
  errors?: readonly FieldError[];
  /** What the server answered, besides refused fields. */
  problem?: unknown;
  children: ReactNode;
}

/** A form beside the page: fields, old and new value, reason, one filled button. It never loses what was typed. */
export function SideDrawerForm(props: SideDrawerFormProps) {
  const { title, opened, onClose, onSubmit, submitLabel, isSaving = false, busyLabel, isDirty = false, errors = [], children } = props;
  const { t } = useTranslation();
  const [sent, setSent] = useState<Sent>({ after: undefined });
  const close = () => {
    if (!isDirty || confirm(t('shell.form.discard'))) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    setSent({ after: props.problem });
    onSubmit();
  };
  return (
    <SideDrawer title={title} opened={opened} onClose={close}>
      {isDirty && !isSaving && <UnsavedGuard />}
      <form className={styles['form']} onSubmit={submit} noValidate>
        <div className={styles['body']}>
          <ErrorSummary errors={errors} problem={props.problem} sent={sent} isSaving={isSaving} />
          {children}
        </div>
        <div className={styles['foot']}>
          <Button type="submit" variant="filled" aria-disabled={isSaving}>
            {isSaving ? (busyLabel ?? t('shell.form.saving')) : submitLabel}
          </Button>
          <Button onClick={close}>{t('shell.form.cancel')}</Button>
        </div>
      </form>
    </SideDrawer>
  );
}

/** Each time that a form is sent, and which refusal stood there before. */
interface Sent {
  after: unknown;
}

interface ErrorSummaryProps extends Pick<SideDrawerFormProps, 'problem'> {
  errors: readonly FieldError[];
  sent: Sent;
  isSaving: boolean;
}

/** Two or more mistakes are listed above the form; one alone gets the focus. */
function ErrorSummary({ errors, problem, sent, isSaving }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const told = useRef<Sent>(null);
  const [first] = errors;
  // Once for each time that the form is sent: afterwards the focus stays with whoever corrects the mistakes.
  useEffect(() => {
    const isAnswered = errors.length > 0 || (Boolean(problem) && problem !== sent.after);
    if (!isAnswered || isSaving || told.current === sent) return;
    told.current = sent;
    if (errors.length === 1 && first) document.getElementById(first.id)?.focus();
    else ref.current?.focus();
  }, [errors, first, problem, sent, isSaving]);
  if (errors.length < 2) return <SaveProblem problem={problem} ref={ref} />;
  return (
    <div className={styles['summary']} ref={ref} tabIndex={-1} role="alert">
      <SaveProblem problem={problem} />
      <p className="loud">{t('shell.form.summary', { count: errors.length })}</p>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <a
              href={`#${error.id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(error.id)?.focus();
              }}
            >
              {error.label}: {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
