import { Button } from '@mantine/core';
import type { CalendarDate } from '@klyngevagt/scoring';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../parts/DateField.js';
import { parseTypedDate, typedDate } from '../../typed-date.js';
import styles from './DaysWithout.module.css';
import { type Period, usualPeriods } from './period.js';

interface PeriodFormProps extends Period {
  today: CalendarDate;
  onChange(period: Period): void;
}

/** The two days of the period, both included. What is shown stands in the address. */
export function PeriodForm({ from, to, today, onChange }: PeriodFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ from: typedDate(from), to: typedDate(to) });
  const [wrong, setWrong] = useState<{ from?: string; to?: string }>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const start = day(typed.from);
    const end = day(typed.to);
    if (start === null || end === null) {
      return setWrong({ ...(start === null && { from: t('shell.date.wrong') }), ...(end === null && { to: t('shell.date.wrong') }) });
    }
    if (end < start) return setWrong({ to: t('daysWithout.period.order') });
    if (start > today) return setWrong({ from: t('daysWithout.period.notCome') });
    setWrong({});
    onChange({ from: start, to: end });
  };
  return (
    <form className={`${styles['period']} no-print`} onSubmit={submit} noValidate aria-label={t('daysWithout.period.legend')}>
      <DateField
        label={t('daysWithout.period.from')}
        value={typed.from}
        onChange={(text) => setTyped({ ...typed, from: text })}
        error={wrong.from}
      />
      <DateField
        label={t('daysWithout.period.to')}
        value={typed.to}
        onChange={(text) => setTyped({ ...typed, to: text })}
        error={wrong.to}
      />
      <Button type="submit" variant="filled">
        {t('daysWithout.period.show')}
      </Button>
      {Object.entries(usualPeriods(today)).map(([name, period]) => (
        <Button key={name} onClick={() => onChange(period)}>
          {t(`daysWithout.period.${name as 'lastYear' | 'thisYear'}`)}
        </Button>
      ))}
    </form>
  );
}

function day(text: string): CalendarDate | null {
  const parsed = parseTypedDate(text);
  return parsed !== null && parsed >= '1990-01-01' && parsed <= '2099-12-31' ? parsed : null;
}
