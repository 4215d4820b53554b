import type { RuleChange, RulePreview } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { hasCode } from '../../queries.js';
import styles from './Rules.module.css';
import { useStoppable } from './use-stoppable.js';

/** What is typed about one change of the rules, whichever fields it has. */
export interface TypedChange {
  title: string;
  isDirty: boolean;
  /** Holds for the server when there are no mistakes. */
  change: RuleChange;
  /** What can be seen without asking the server. */
  mistakes(): FieldError[];
  /** What the server refused, at the field that holds it. */
  refused(error: unknown): FieldError[];
  fields(errors: readonly FieldError[]): ReactNode;
}

interface ChangeDrawerProps {
  typed: TypedChange;
  lookLabel: string;
  saveLabel: string;
  /** What follows from the change. */
  consequences(preview: RulePreview): ReactNode;
  /** While the server computes it. */
  looking?: (stop: () => void) => ReactNode;
  /** Says what became of the rules when somebody else changed them meanwhile. */
  overtaken?: (goOn: () => void) => ReactNode;
  onClose(): void;
  onDone(): void;
}

/** The rules are changed in two steps: first what follows from it, then the same button saves it, with a reason. Any other change asks again. */
export function ChangeDrawer({ typed, lookLabel, saveLabel, consequences, looking, overtaken, onClose, onDone }: ChangeDrawerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  // What was looked at, in the words of the request: whatever is typed afterwards was not.
  const [seen, setSeen] = useState<{ asked: string; preview: RulePreview } | null>(null);
  const { change } = typed;
  const preview = seen?.asked === JSON.stringify(change) ? seen.preview : null;
  const refuse = (error: unknown) => setErrors(typed.refused(error));
  const look = useStoppable({
    ask: (asked: RuleChange, signal) => api.send('rules.preview', { body: { change: asked }, signal }),
    onSuccess: (found, asked) => setSeen({ asked: JSON.stringify(asked), preview: found }),
    onError: refuse,
  });
  const save = useMutation({
    mutationFn: ({ version }: RulePreview) => api.send('rules.save', { body: { change, version, reason: reason.trim() } }),
    onSuccess: () => {
      void client.invalidateQueries();
      onDone();
    },
    onError: (error) => {
      setSeen(null);
      refuse(error);
      if (hasCode(error, 'changed-meanwhile')) void client.invalidateQueries({ queryKey: ['rules'] });
    },
  });
  const submit = () => {
    const mistakes = typed.mistakes();
    if (preview && !isReasonGiven(reason)) {
      mistakes.push({ id: 'reason', label: t('shell.form.reason'), message: t('shell.form.reasonMissing') });
    }
    setErrors(mistakes);
    look.reset();
    save.reset();
    if (mistakes.length > 0) return;
    if (preview) save.mutate(preview);
    else look.mutate(change);
  };
  const isOvertaken = overtaken !== undefined && hasCode(save.error, 'changed-meanwhile');
  return (
    <SideDrawerForm
      title={typed.title}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={preview ? saveLabel : lookLabel}
      isSaving={save.isPending || look.isPending}
      {...(look.isPending && { busyLabel: t('rules.edit.looking') })}
      isDirty={typed.isDirty || reason !== ''}
      errors={errors}
      problem={errors.length > 0 || isOvertaken ? null : (save.error ?? look.error)}
    >
      {isOvertaken && overtaken(() => save.reset())}
      {typed.fields(errors)}
      <div className={styles['consequences']} aria-live="polite">
        {look.isPending && looking?.(look.stop)}
        {preview && consequences(preview)}
      </div>
      {preview && <ReasonField value={reason} onChange={setReason} error={errors.find(({ id }) => id === 'reason')?.message} />}
    </SideDrawerForm>
  );
}
