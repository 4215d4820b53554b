import { Button } from '@mantine/core';
import type { LadderList, RulePreview } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { ReasonField } from '../../parts/form-fields.js';
import { Note } from '../../parts/Note.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { hasCode } from '../../queries.js';
import {
  ladderChangeOf,
  type LadderForm,
  ladderFormOf,
  mistakesIn,
  refusedFields,
  stepFormsOf,
  stepInWords,
  stepsOf,
} from './ladder-form.js';
import { LadderFields } from './LadderFields.js';
import styles from './Ladders.module.css';
import type { EventLadders } from './ladders-query.js';
import { LadderTrialView, TrialProgress } from './LadderTrialView.js';

interface LadderDrawerProps {
  /** As they are now: the page behind follows what others save. */
  ladders: EventLadders;
  /** Slug; empty: the steps for all. */
  cluster: string;
  clusters: LadderList['clusters'];
  onClose(): void;
  onDone(): void;
}

/** What the change would have sent, and what it moves in the plan. */
function Consequences({ preview, isLooking }: { preview: RulePreview | null; isLooking: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles['consequences']} aria-live="polite">
      {isLooking && <TrialProgress />}
      {preview && (
        <>
          <h3>{t('ladders.trial.title')}</h3>
          {preview.trial && <LadderTrialView trial={preview.trial} />}
          <p>{t('ladders.trial.plan', preview.reminders)}</p>
        </>
      )}
    </div>
  );
}

/** A ladder is changed in two steps: first it is tried on the last year, then the same button saves it. Any change of the form asks again. */
export function LadderDrawer({ ladders, cluster, clusters, onClose, onDone }: LadderDrawerProps) {
  const { t } = useTranslation();
  const { today } = useAsOf();
  const client = useQueryClient();
  const [opened, setOpened] = useState(ladders);
  const [before, setBefore] = useState(() => ladderFormOf(ladders, cluster, today));
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<FieldError[]>([]);
  // What was tried, in the words of the request: whatever is typed afterwards has not been.
  const [seen, setSeen] = useState<{ asked: string; preview: RulePreview } | null>(null);
  const asked = ladderChangeOf(ladders, form);
  const preview = seen?.asked === JSON.stringify(asked) ? seen.preview : null;
  const change = (part: Partial<LadderForm>) => setForm((now) => ({ ...now, ...part }));
  const refuse = (error: unknown) => {
    setErrors(refusedFields(error, form, t));
    if (hasCode(error, 'changed-meanwhile')) void client.invalidateQueries({ queryKey: ['rules'] });
  };
  const look = useMutation({
    mutationFn: (tried: typeof asked) => api.send('rules.preview', { body: { change: tried } }),
    onSuccess: (found, tried) => setSeen({ asked: JSON.stringify(tried), preview: found }),
    onError: refuse,
  });
  const save = useMutation({
    mutationFn: ({ version }: RulePreview) => api.send('rules.save', { body: { change: asked, version, reason: form.reason.trim() } }),
    onSuccess: () => {
      void client.invalidateQueries();
      onDone();
    },
    onError: (error) => {
      setSeen(null);
      refuse(error);
    },
  });
  const submit = () => {
    const mistakes = mistakesIn(ladders, form, preview !== null, t);
    setErrors(mistakes);
    look.reset();
    save.reset();
    if (mistakes.length > 0) return;
    if (preview === null) look.mutate(asked);
    else save.mutate(preview);
  };
  const startAgain = () => {
    const fresh = ladderFormOf(ladders, form.cluster, today);
    setOpened(ladders);
    setBefore(fresh);
    setForm(fresh);
    setSeen(null);
    save.reset();
  };
  const isOvertaken = hasCode(save.error, 'changed-meanwhile');
  return (
    <SideDrawerForm
      title={t('ladders.edit.title', { event: ladders.name })}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={preview === null ? t('ladders.edit.look') : t('ladders.edit.save')}
      isSaving={save.isPending || look.isPending}
      isDirty={JSON.stringify(form) !== JSON.stringify(before)}
      errors={errors}
      problem={errors.length > 0 || isOvertaken ? null : (save.error ?? look.error)}
    >
      {isOvertaken && (
        <Overtaken opened={opened} ladders={ladders} cluster={form.cluster} onContinue={() => save.reset()} onStartAgain={startAgain} />
      )}
      <LadderFields ladders={ladders} clusters={clusters} form={form} errors={errors} onChange={change} />
      <Consequences preview={preview} isLooking={look.isPending} />
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

interface OvertakenProps {
  opened: EventLadders;
  ladders: EventLadders;
  cluster: string;
  onContinue(): void;
  onStartAgain(): void;
}

/** Somebody changed the rules meanwhile: whether these steps were among them, and what they are now. What was typed is kept. */
function Overtaken({ opened, ladders, cluster, onContinue, onStartAgain }: OvertakenProps) {
  const { t } = useTranslation();
  const now = stepsOf(ladders, cluster);
  const isSame = JSON.stringify(now) === JSON.stringify(stepsOf(opened, cluster));
  return (
    <Note
      tone="amber"
      role="alert"
      title={t('ladders.edit.overtaken')}
      actions={
        <>
          <Button size="sm" onClick={onContinue}>
            {t('ladders.edit.continue')}
          </Button>
          {!isSame && (
            <Button size="sm" onClick={onStartAgain}>
              {t('ladders.edit.takeTheirs')}
            </Button>
          )}
        </>
      }
    >
      {isSame ? (
        <p>{t('ladders.edit.overtakenSame')}</p>
      ) : (
        <>
          <p>{t('ladders.edit.overtakenNow')}</p>
          <ul>
            {stepFormsOf(now).map((step) => (
              <li key={step.key}>{stepInWords(step, t)}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
