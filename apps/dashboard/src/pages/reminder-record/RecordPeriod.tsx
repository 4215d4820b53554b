import { Button } from '@mantine/core';
import type { CalendarDate } from '@klyngevagt/scoring';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../parts/DateField.js';
import { parseTypedDate, typedDate } from '../../typed-date.js';
import styles from './RecordPage.module.css';

interface Period {
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
}

interface RecordPeriodProps extends Period {
  onChange(period: Period): void;
}

/** The two days of the period, both included; an empty one is open. What is shown stands in the address. */
export function RecordPeriod({ from, to, onChange }: RecordPeriodProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ from: from ? typedDate(from) : '', to: to ? typedDate(to) : '' });
  const [wrong, setWrong] = useState<{ from?: string; to?: string }>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const start = dayIn(typed.from);
    const end = dayIn(typed.to);
    if (start === null || end === null) {
      return setWrong({ ...(start === null && { from: t('shell.date.wrong') }), ...(end === null && { to: t('shell.date.wrong') }) });
    }
    if (start && end && end < start) return setWrong({ to: t('reminderRecord.period.order') });
    setWrong({});
    return onChange({ from: start, to: end });
  };
  return (
    <form className={`${styles['period']} no-print`} onSubmit={submit} noValidate aria-label={t('reminderRecord.period.legend')}>
      <DateField
        label={t('reminderRecord.period.fromField')}
        value={typed.from}
        onChange={(text) => setTyped({ ...typed, from: text })}
        error={wrong.from}
      />
      <DateField
        label={t('reminderRecord.period.toField')}
        value={typed.to}
        onChange={(text) => setTyped({ ...typed, to: text })}
        error={wrong.to}
      />
      <Button type="submit">{t('reminderRecord.period.show')}</Button>
      {(from || to) && <Button onClick={() => onChange({ from: undefined, to: undefined })}>{t('reminderRecord.period.whole')}</Button>}
    </form>
  );
}

/** Undefined for an open end, null for what is no day. */
function dayIn(text: string): CalendarDate | undefined | null {
  if (text.trim() === '') return undefined;
  const parsed = parseTypedDate(text);
  return parsed !== null && parsed >= '1990-01-01' && parsed <= '2099-12-31' ? parsed : null;
}
