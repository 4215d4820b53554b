import type { Acknowledgement } from '@klyngevagt/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { DateField } from '../../parts/DateField.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { hasCode } from '../../queries.js';
import { parseTypedDate } from '../../typed-date.js';
import { submitClass } from '../sign-in/SignInFrame.js';

interface AcknowledgeFormProps {
  acknowledgement: Acknowledgement;
  token: string;
  onDone(done: Acknowledgement): void;
  /** The link ceased to acknowledge while the page was open. */
  onExpired(): void;
}

/** By when it will be done, and a word about it: neither is needed. */
export function AcknowledgeForm({ acknowledgement, token, onDone, onExpired }: AcknowledgeFormProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [plan, setPlan] = useState('');
  const [comment, setComment] = useState('');
  // The server's sentence is in the language that was read then: turned to the other one, it is left out.
  const [told, setTold] = useState<{ mistake: string; language: string } | null>(null);
  const mistake = told?.language === i18n.language ? told.mistake : null;
  const setMistake = (sentence: string | null) => setTold(sentence === null ? null : { mistake: sentence, language: i18n.language });
  const { latestPlanOn, pauseWithoutPlanUntil } = acknowledgement;
  const send = useMutation({
    mutationFn: () =>
      api.send('acknowledgement.give', {
        params: { token },
        body: { planOn: plan.trim() === '' ? null : (parseTypedDate(plan) ?? plan), comment: comment.trim() || null },
      }),
    onSuccess: onDone,
    onError: (error) => {
      if (hasCode(error, 'link-expired')) onExpired();
      setMistake(error instanceof ApiProblem ? (error.fields['planOn'] ?? null) : null);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    const isUnreadable = plan.trim() !== '' && parseTypedDate(plan) === null;
    setMistake(isUnreadable ? t('acknowledge.planUnreadable') : null);
    if (isUnreadable) document.getElementById('plan-on')?.focus();
    else send.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      {send.isError && told === null && <SaveProblem problem={send.error} />}
      <DateField
        id="plan-on"
        label={t('acknowledge.planOn')}
        help={t('acknowledge.planHelp', { latest: format.longDate(latestPlanOn), until: format.longDate(pauseWithoutPlanUntil) })}
        value={plan}
        error={mistake}
        onChange={setPlan}
      />
      <Textarea
        label={t('acknowledge.comment')}
        description={t('acknowledge.commentHelp')}
        value={comment}
        maxLength={500}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" size="lg" className={submitClass} aria-disabled={send.isPending}>
        {t(send.isPending ? 'acknowledge.sending' : 'acknowledge.submit')}
      </Button>
    </form>
  );
}
