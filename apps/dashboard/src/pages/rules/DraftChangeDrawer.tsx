import type { LadderList, RuleDraftView, RuleList } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { ChangedMeanwhile } from '../../parts/cluster-forms/FactForm.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { hasCode } from '../../queries.js';
import { asDrafted, type EditedLadders } from '../ladders/ladder-form.js';
import { useTypedLadder } from '../ladders/use-typed-ladder.js';
import type { TypedChange } from './ChangeDrawer.js';
import type { RuleTask } from './rule-form.js';
import { ruleDraftQuery } from './rule-draft-query.js';
import { useTypedRule } from './use-typed-rule.js';

interface DraftDrawerProps {
  draft: RuleDraftView;
  onClose(): void;
}

export function DraftRuleDrawer({
  task,
  programmes,
  ...drawer
}: DraftDrawerProps & { task: RuleTask; programmes: RuleList['programmes'] }) {
  return <DraftChangeDrawer typed={useTypedRule(task, programmes)} {...drawer} />;
}

/** Begins with the steps as the draft has them so far. */
export function DraftLadderDrawer({
  ladders,
  clusters,
  ...drawer
}: DraftDrawerProps & { ladders: EditedLadders; clusters: LadderList['clusters'] }) {
  const [edited] = useState(() =>
    asDrafted(
      ladders,
      drawer.draft.changes.map(({ change }) => change),
      clusters,
    ),
  );
  return <DraftChangeDrawer typed={useTypedLadder(edited, '', clusters)} {...drawer} />;
}

/** One more change of a draft, in the form in which rules are changed. Whoever was overtaken fetches the draft and keeps what was typed. */
function DraftChangeDrawer({ typed, draft: present, onClose }: DraftDrawerProps & { typed: TypedChange }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // An open page follows the draft, this form must not: it would overwrite what its reader never saw.
  const [draft, setDraft] = useState(present);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const { id, name, revision } = draft;
  const refetch = () => client.invalidateQueries({ queryKey: ruleDraftQuery(id).queryKey });
  const save = useMutation({
    mutationFn: () => {
      const changes = [...draft.changes.map(({ change }) => change), typed.change];
      return api.send('rule-draft.save', { params: { id }, body: { name, changes, revision } });
    },
    // The page behind shows the new revision before anything can be done with the old one.
    onSuccess: async () => {
      await refetch();
      onClose();
    },
    onError: (error) => {
      setErrors(typed.refused(error));
      if (hasCode(error, 'changed-meanwhile')) void refetch();
    },
  });
  const submit = () => {
    const mistakes = typed.mistakes();
    setErrors(mistakes);
    save.reset();
    if (mistakes.length === 0) save.mutate();
  };
  const isOvertaken = hasCode(save.error, 'changed-meanwhile');
  const renew = () => {
    setDraft(present);
    save.reset();
  };
  return (
    <SideDrawerForm
      title={typed.title}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('rules.drafts.put')}
      isSaving={save.isPending}
      isDirty={typed.isDirty}
      errors={errors}
      problem={errors.length > 0 || isOvertaken ? null : save.error}
    >
      {(isOvertaken || present.revision !== revision) && <ChangedMeanwhile onReload={renew} />}
      {typed.fields(errors)}
    </SideDrawerForm>
  );
}
