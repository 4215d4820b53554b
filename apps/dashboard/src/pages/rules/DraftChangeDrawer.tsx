import type { RuleDraftView } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { ChangedMeanwhile } from '../../parts/cluster-forms/FactForm.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { hasCode } from '../../queries.js';
import { changeOf, mistakesIn, refusedFields, type RuleForm, ruleFormOf, type RuleTask } from './rule-form.js';
import { ruleDraftQuery } from './rule-draft-query.js';
import { RuleFields } from './RuleFields.js';

interface DraftChangeDrawerProps {
  task: RuleTask;
  draft: RuleDraftView;
  programmes: readonly { slug: string; name: string }[];
  onClose(): void;
}

/** One more change of a draft, in the form in which rules are changed. Whoever was overtaken fetches the draft and keeps what was typed. */
export function DraftChangeDrawer({ task, draft: present, programmes, onClose }: DraftChangeDrawerProps) {
  const { t } = useTranslation();
  const { today } = useAsOf();
  const client = useQueryClient();
  // An open page follows the draft, this form must not: it would overwrite what its reader never saw.
  const [draft, setDraft] = useState(present);
  const [before] = useState(() => ruleFormOf(task, today));
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const { id, name, revision } = draft;
  const refetch = () => client.invalidateQueries({ queryKey: ruleDraftQuery(id).queryKey });
  const save = useMutation({
    mutationFn: () => {
      const changes = [...draft.changes.map(({ change }) => change), changeOf(task, form)];
      return api.send('rule-draft.save', { params: { id }, body: { name, changes, revision } });
    },
    // The page behind shows the new revision before anything can be done with the old one.
    onSuccess: async () => {
      await refetch();
      onClose();
    },
    onError: (error) => {
      setErrors(refusedFields(error, t));
      if (hasCode(error, 'changed-meanwhile')) void refetch();
    },
  });
  const submit = () => {
    const mistakes = mistakesIn(task, form, false, t);
    setErrors(mistakes);
    save.reset();
    if (mistakes.length === 0) save.mutate();
  };
  const isOvertaken = hasCode(save.error, 'changed-meanwhile');
  const renew = () => {
    setDraft(present);
    save.reset();
  };
  const title = task.kind === 'rule' ? t('rules.edit.title.rule', { rule: task.rule.label }) : t(`rules.edit.title.${task.kind}`);
  return (
    <SideDrawerForm
      title={title}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('rules.drafts.put')}
      isSaving={save.isPending}
      isDirty={JSON.stringify(form) !== JSON.stringify(before)}
      errors={errors}
      problem={errors.length > 0 || isOvertaken ? null : save.error}
    >
      {(isOvertaken || present.revision !== revision) && <ChangedMeanwhile onReload={renew} />}
      <RuleFields
        task={task}
        form={form}
        programmes={programmes}
        errors={errors}
        onChange={(part: Partial<RuleForm>) => setForm((now) => ({ ...now, ...part }))}
      />
    </SideDrawerForm>
  );
}
