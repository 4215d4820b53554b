import type { RulePreview } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { changeOf, mistakesIn, refusedFields, type RuleForm, ruleFormOf, type RuleTask } from './rule-form.js';
import { RuleConsequences } from './RuleConsequences.js';
import { RuleFields } from './RuleFields.js';
import styles from './Rules.module.css';

interface RuleDrawerProps {
  task: RuleTask;
  programmes: readonly { slug: string; name: string }[];
  onClose(): void;
  /** With the sentence that says what happened. */
  onDone(sentence: string): void;
}

/** A rule is changed in two steps: first what follows from it, then the same button saves it. Any change of the form asks again. */
export function RuleDrawer({ task, programmes, onClose, onDone }: RuleDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useAsOf();
  const client = useQueryClient();
  const [before] = useState(() => ruleFormOf(task, today));
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [preview, setPreview] = useState<RulePreview | null>(null);
  const change = (part: Partial<RuleForm>) => {
    setForm((now) => ({ ...now, ...part }));
    if (!('reason' in part)) setPreview(null);
  };
  const refuse = (error: unknown) => setErrors(refusedFields(error, t));
  const look = useMutation({
    mutationFn: () => api.send('rules.preview', { body: { change: changeOf(task, form) } }),
    onSuccess: setPreview,
    onError: refuse,
  });
  const save = useMutation({
    mutationFn: ({ version }: RulePreview) =>
      api.send('rules.save', { body: { change: changeOf(task, form), version, reason: form.reason.trim() } }),
    onSuccess: () => {
      void client.invalidateQueries();
      onDone(t(`rules.edit.done.${task.kind}`));
    },
    onError: (error) => {
      setPreview(null);
      refuse(error);
    },
  });
  const submit = () => {
    const mistakes = mistakesIn(task, form, preview !== null, t);
    setErrors(mistakes);
    look.reset();
    save.reset();
    if (mistakes.length > 0) return;
    if (preview === null) look.mutate();
    else save.mutate(preview);
  };
  const title = task.kind === 'rule' ? t('rules.edit.title.rule', { rule: task.rule.label }) : t(`rules.edit.title.${task.kind}`);
  return (
    <SideDrawerForm
      title={title}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={preview === null ? t('rules.edit.look') : t('rules.edit.save')}
      isSaving={save.isPending || look.isPending}
      isDirty={JSON.stringify(form) !== JSON.stringify(before)}
      errors={errors}
      problem={errors.length > 0 ? null : (save.error ?? look.error)}
    >
      <RuleFields task={task} form={form} programmes={programmes} errors={errors} onChange={change} />
      <div className={styles['consequences']} aria-live="polite">
        {preview && (
          <>
            <h3>{t('rules.edit.consequences', { date: format.longDate(preview.on) })}</h3>
            <RuleConsequences
              preview={preview}
              days={task.kind === 'close-days' || task.kind === 'open-days' ? task.kind : null}
              past={t(task.kind === 'rule' ? 'rules.edit.past' : 'rules.edit.replan')}
            />
          </>
        )}
      </div>
      {preview !== null && (
        <ReasonField
          value={form.reason}
          onChange={(reason) => change({ reason })}
          error={errors.find(({ id }) => id === 'reason')?.message}
        />
      )}
    </SideDrawerForm>
  );
}
