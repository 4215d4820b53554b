import type { RuleDraftView, RulePreview } from '@klyngevagt/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { endOfDraft } from './rule-draft-query.js';

interface DraftEndProps {
  draft: RuleDraftView;
  onClose(): void;
  onDone(): void;
}

/** Makes all changes of the draft at once, if the rules are still those it was tried out on. */
export function ActivateDraft({ draft, preview, onClose, onDone }: DraftEndProps & { preview: RulePreview }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { id, revision, changes } = draft;
  const activate = useMutation({
    mutationKey: endOfDraft(id),
    mutationFn: () =>
      api.send('rule-draft.activate', { params: { id }, body: { revision, version: preview.version, reason: reason.trim() } }),
    onSuccess: onDone,
  });
  const message = isMissing ? t('shell.form.reasonMissing') : null;
  return (
    <SideDrawerForm
      title={t('rules.drafts.activate')}
      opened
      onClose={onClose}
      onSubmit={() => (isReasonGiven(reason) ? activate.mutate() : setMissing(true))}
      submitLabel={t('rules.drafts.activate')}
      isSaving={activate.isPending}
      isDirty={reason !== ''}
      errors={message ? [{ id: 'reason', label: t('shell.form.reason'), message }] : []}
      problem={activate.error}
    >
      <p>{t('rules.drafts.activateText', { count: changes.length, clusters: preview.clusters.length, compared: preview.compared })}</p>
      <p className="small muted">{t('rules.drafts.past')}</p>
      <ReasonField
        value={reason}
        error={message}
        onChange={(text) => {
          setReason(text);
          setMissing(false);
        }}
      />
    </SideDrawerForm>
  );
}

export function DiscardDraft({ draft: { id, revision }, onClose, onDone }: DraftEndProps) {
  const { t } = useTranslation();
  const discard = useMutation({
    mutationKey: endOfDraft(id),
    mutationFn: () => api.send('rule-draft.discard', { params: { id }, body: { revision } }),
    onSuccess: onDone,
  });
  return (
    <SideDrawerForm
      title={t('rules.drafts.discard')}
      opened
      onClose={onClose}
      onSubmit={() => discard.mutate()}
      submitLabel={t('rules.drafts.discard')}
      isSaving={discard.isPending}
      problem={discard.error}
    >
      <p>{t('rules.drafts.discardText')}</p>
    </SideDrawerForm>
  );
}
