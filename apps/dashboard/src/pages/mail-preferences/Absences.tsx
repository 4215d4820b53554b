import type { AbsenceList } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { Note } from '../../parts/Note.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { AbsenceForm, type TypedAbsence } from './AbsenceForm.js';
import styles from './MailPreferences.module.css';

/** Whose absence it is; null: the reader's own, which needs no reason. */
export type AbsenceOf = { id: string; name: string } | null;
type Absence = AbsenceList['absences'][number];

const absencesQuery = (of: AbsenceOf) =>
  queryOptions({
    queryKey: ['absences', of?.id ?? null],
    queryFn: ({ signal }) => (of ? api.get('absence.list', { params: { id: of.id }, signal }) : api.get('own-absence.list', { signal })),
  });

/** Present and coming absences of a person, each with its end, and a form for another one. */
export function Absences({ of }: { of: AbsenceOf }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const periodOf = usePeriod();
  const [reason, setReason] = useState('');
  const [reasonMissing, setReasonMissing] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [recorded, setRecorded] = useState(0);
  const query = absencesQuery(of);
  const read = useQuery(query);
  const succeed = (sentence: string) => {
    setDone(sentence);
    setReason('');
    void client.invalidateQueries({ queryKey: query.queryKey });
  };
  const record = useMutation({
    mutationFn: (body: TypedAbsence) =>
      of
        ? api.send('absence.record', { params: { id: of.id }, body: { ...body, reason: reason.trim() } })
        : api.send('own-absence.record', { body }),
    onSuccess: (_, body) => {
      succeed(t('mailPreferences.absence.saved', { period: periodOf(body) }));
      setRecorded((count) => count + 1);
    },
  });
  const end = useMutation({
    mutationFn: ({ id, revision }: Absence) =>
      of
        ? api.send('absence.end', { params: { id: of.id, absence: id }, body: { revision, reason: reason.trim() } })
        : api.send('own-absence.end', { params: { id }, body: { revision } }),
    onSuccess: (_, absence) => succeed(t('mailPreferences.absence.ended', { period: periodOf(absence) })),
  });
  /** Whoever changes something for another says why, before anything else is looked at. */
  const withReason = (act: () => void) => {
    const isMissing = of !== null && !isReasonGiven(reason);
    setReasonMissing(isMissing);
    setDone(null);
    if (isMissing) document.getElementById('absence-reason')?.focus();
    else act();
  };
  const problem = read.isError && (
    <ErrorState what={t('mailPreferences.absence.error')} error={read.error} onRetry={() => void read.refetch()} />
  );
  if (!read.data) return problem || <PanelSkeleton count={1} />;
  return (
    <div className={styles['absence']}>
      {problem}
      <p>{of ? t('mailPreferences.absence.textOf', { name: of.name }) : t('mailPreferences.absence.text')}</p>
      {done && <Note tone="green" role="status" title={done} />}
      <SaveProblem problem={end.error} />
      <AbsenceRows list={read.data} onEnd={(absence) => withReason(() => end.mutate(absence))} />
      <AbsenceForm
        // Empty again once it is recorded, and only then: the list is fetched anew whenever somebody comes back to the window.
        key={recorded}
        list={read.data}
        problem={record.error}
        isSaving={record.isPending}
        onSave={(body) => withReason(() => record.mutate(body))}
      >
        {of && (
          <ReasonField
            id="absence-reason"
            value={reason}
            onChange={setReason}
            error={reasonMissing ? t('mailPreferences.absence.reasonFirst') : null}
          />
        )}
      </AbsenceForm>
    </div>
  );
}

function AbsenceRows({ list: { absences, standIns }, onEnd }: { list: AbsenceList; onEnd(absence: Absence): void }) {
  const { t } = useTranslation();
  const periodOf = usePeriod();
  if (absences.length === 0) return <p className="muted">{t('mailPreferences.absence.none')}</p>;
  const toWhom = ({ deputy }: Absence) => {
    if (deputy) return t('mailPreferences.absence.to', { name: deputy.name });
    return t(standIns.length > 0 ? 'mailPreferences.absence.toDeputies' : 'mailPreferences.absence.toNobody');
  };
  return (
    <ul className={styles['absences']}>
      {absences.map((absence) => {
        const period = periodOf(absence);
        return (
          <li key={absence.id}>
            <div>
              <span className="strong">{period}</span>
              <span className="small muted">
                {t(absence.isNow ? 'mailPreferences.absence.now' : 'mailPreferences.absence.coming')}. {toWhom(absence)}.
              </span>
            </div>
            <Button
              size="xs"
              aria-label={t(absence.isNow ? 'mailPreferences.absence.endName' : 'mailPreferences.absence.cancelName', { period })}
              onClick={() => onEnd(absence)}
            >
              {t(absence.isNow ? 'mailPreferences.absence.end' : 'mailPreferences.absence.cancel')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function usePeriod() {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
    t('mailPreferences.absence.period', { from: format.date(startsOn), to: format.date(endsOn) });
}
