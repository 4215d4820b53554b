import type { AuditTrialView } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import type { CalendarDate } from '@klyngevagt/scoring';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { parseTypedDate } from '../../typed-date.js';
import { DateField } from '../DateField.js';
import { ErrorState } from '../ErrorState.js';
import { Note } from '../Note.js';
import styles from './Ahead.module.css';
import { auditTrialQuery } from './ahead-queries.js';

type Trial = NonNullable<AuditTrialView['trial']>;
type Asked = { firstDayOn: CalendarDate; lastDayOn: CalendarDate | undefined };

/** "Hvis auditten var den …": what a date would mean, by the rules, without saving it. */
export function AuditTrial({ slug, lasts }: { slug: string; lasts: number }) {
  const { t } = useTranslation();
  const { time } = useAsOf();
  const [typed, setTyped] = useState({ first: '', last: '' });
  const [wrong, setWrong] = useState<{ first?: string; last?: string }>({});
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = useQuery({ ...auditTrialQuery(slug, { ...time, ...(asked ?? nothing) }), enabled: asked !== null });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const first = day(typed.first);
    const last = typed.last.trim() === '' ? undefined : day(typed.last);
    const isReversed = first !== null && last !== undefined && last !== null && last < first;
    const mistakes = {
      ...(first === null && { first: t('shell.date.wrong') }),
      ...((last === null || isReversed) && { last: t(isReversed ? 'timeline.trial.order' : 'shell.date.wrong') }),
    };
    setWrong(mistakes);
    if (first !== null && last !== null && !isReversed) setAsked({ firstDayOn: first, lastDayOn: last });
  };
  return (
    <section className={`${styles['trial']} ${asked === null ? 'no-print' : ''}`} aria-label={t('timeline.trial.title')}>
      <h3>{t('timeline.trial.title')}</h3>
      <p className="small muted">{t('timeline.trial.text')}</p>
      <form className={`${styles['fields']} no-print`} onSubmit={submit} noValidate>
        <DateField
          id="trial-first"
          label={t('timeline.trial.firstDayOn')}
          value={typed.first}
          onChange={(first) => setTyped({ ...typed, first })}
          error={wrong.first}
        />
        <DateField
          id="trial-last"
          label={t('timeline.trial.lastDayOn')}
          help={t('timeline.trial.lastDayHelp', { count: lasts })}
          value={typed.last}
          onChange={(last) => setTyped({ ...typed, last })}
          error={wrong.last}
        />
        <Button type="submit">{t('timeline.trial.try')}</Button>
      </form>
      {query.isError && <ErrorState what={t('timeline.trial.error')} error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (query.data.trial ? <Answer trial={query.data.trial} /> : <p role="status">{t('timeline.trial.none')}</p>)}
    </section>
  );
}

const nothing: Asked = { firstDayOn: '2000-01-01' as CalendarDate, lastDayOn: undefined };

function day(text: string): CalendarDate | null {
  const parsed = parseTypedDate(text);
  return parsed !== null && parsed >= '1990-01-01' && parsed <= '2099-12-31' ? parsed : null;
}

function Answer({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { inTime, daysToSpare, closed, orderBy, orderPassed, submitBy, validity } = trial;
  const words = {
    count: Math.abs(daysToSpare),
    decision: format.longDate(trial.projectedDecisionOn),
    anchor: format.longDate(trial.anchorOn),
  };
  const sentences = [
    ...closed.map(({ on, because }) => t('timeline.trial.closed', { date: format.date(on), because })),
    orderBy && t(orderPassed ? 'timeline.trial.orderPassed' : 'timeline.trial.orderBy', { date: format.longDate(orderBy) }),
    submitBy && t('timeline.trial.submitBy', { date: format.longDate(submitBy) }),
    validity?.validFrom &&
      t(validity.kind === 'renewal' ? 'timeline.trial.renewal' : 'timeline.trial.first', {
        from: format.date(validity.validFrom),
        to: format.date(validity.validUntil),
      }),
  ].filter((sentence) => typeof sentence === 'string');
  const isGood = inTime && closed.length === 0 && !orderPassed;
  return (
    <Note
      tone={isGood ? 'green' : inTime ? 'amber' : 'red'}
      role="status"
      title={
        <>
          {t(inTime ? 'timeline.trial.inTime' : 'timeline.trial.tooLate', words)}{' '}
          <span className={styles['mark']}>{t('timeline.trial.notSaved')}</span>
        </>
      }
    >
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Note>
  );
}
