import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChangedValue, OldAndNew, ReasonField } from '../form-fields.js';
import { Note } from '../Note.js';
import { type FieldError, SideDrawerForm } from '../SideDrawerForm.js';

/** What this frame needs of a form's state, whatever its fields are. */
interface FormWithReason {
  values: { reason: string };
  set(name: 'reason', value: string): void;
  id(name: 'reason'): string;
  mistake(name: 'reason'): string | null;
  errors: readonly FieldError[];
  isDirty: boolean;
  isSaving: boolean;
  problem: unknown;
  isOutdated: boolean;
  submit(): void;
}

interface FactFormProps {
  title: string;
  submitLabel: string;
  form: FormWithReason;
  onClose(): void;
  /** Old and new value; lines in which nothing changes are left out. */
  changes?: readonly ChangedValue[];
  consequence?: string | null;
  /** The fact was changed by somebody else while this form was open. */
  isOutdated?: boolean;
  /** Takes the newer fact; what was typed stays. */
  onReload?: () => void;
  children?: ReactNode;
}

/** A form about one fact: its fields, what changes and what follows, the reason, and one filled button. */
export function FactForm({ title, submitLabel, form, onClose, changes = [], consequence, isOutdated, onReload, children }: FactFormProps) {
  const { t } = useTranslation();
  const changed = changes.filter(({ before, after }) => before !== after);
  return (
    <SideDrawerForm
      title={title}
      opened
      onClose={onClose}
      onSubmit={form.submit}
      submitLabel={submitLabel}
      isSaving={form.isSaving}
      isDirty={form.isDirty}
      errors={form.errors}
      problem={form.problem}
    >
      {(isOutdated || form.isOutdated) && <ChangedMeanwhile onReload={onReload} />}
      {children}
      {changed.length > 0 || consequence ? (
        <OldAndNew values={changed} consequence={consequence ?? null} />
      ) : (
        <p className="small muted">{t('cluster.form.noChange')}</p>
      )}
      <ReasonField
        id={form.id('reason')}
        value={form.values.reason}
        onChange={(text) => form.set('reason', text)}
        error={form.mistake('reason')}
      />
    </SideDrawerForm>
  );
}

/** Somebody was faster: fetch the new value, keep what was typed. */
export function ChangedMeanwhile({ onReload }: { onReload: (() => void) | undefined }) {
  const { t } = useTranslation();
  const button = onReload && (
    <Button size="sm" onClick={onReload}>
      {t('cluster.form.reload')}
    </Button>
  );
  return (
    <Note tone="amber" role="alert" title={t('shell.form.changedMeanwhile')} actions={button}>
      {t('cluster.form.changedText')}
    </Note>
  );
}
