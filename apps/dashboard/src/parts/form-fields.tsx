import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './SideDrawerForm.module.css';

interface ReasonFieldProps {
  id?: string;
  value: string;
  onChange(text: string): void;
  error?: string | null | undefined;
}

/** Every change carries its reason. Required, at least three characters. */
export function ReasonField({ id = 'reason', value, onChange, error }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <Textarea
      id={id}
      label={t('shell.form.reason')}
      description={t('shell.form.reasonHelp')}
      value={value}
      error={error}
      required
      maxLength={500}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function isReasonGiven(text: string): boolean {
  return text.trim().length >= 3;
}

export interface ChangedValue {
  label?: string;
  before: string | null;
  after: string | null;
}

/** Old value, new value and what follows from it, before saving. Of something new only what it will be. */
export function OldAndNew({ values, consequence }: { values: readonly ChangedValue[]; consequence?: string | null }) {
  const { t } = useTranslation();
  const isNew = values.length > 1 && values.every(({ before }) => before === null);
  return (
    <dl className={styles['values']} aria-live="polite">
      {values.map((value, index) => (isNew ? <NewValue key={value.label} {...value} /> : <Change key={value.label ?? index} {...value} />))}
      {consequence && (
        <>
          <dt>{t('shell.form.consequence')}</dt>
          <dd>{consequence}</dd>
        </>
      )}
    </dl>
  );
}

function NewValue({ label, after }: ChangedValue) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <ins>{after}</ins>
      </dd>
    </>
  );
}

function Change({ label, before, after }: ChangedValue) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{label ? `${label}, ${t('shell.form.before').toLowerCase()}` : t('shell.form.before')}</dt>
      <dd>
        <del>{before ?? t('shell.form.empty')}</del>
      </dd>
      <dt>{label ? `${label}, ${t('shell.form.after').toLowerCase()}` : t('shell.form.after')}</dt>
      <dd>
        <ins>{after ?? t('shell.form.empty')}</ins>
      </dd>
    </>
  );
}
