import type { CalendarDate } from '@klyngevagt/scoring';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/da';
import { useTranslation } from 'react-i18next';
import styles from './CalendarHelp.module.css';

/** Default export, because it is loaded lazily. */
export default function CalendarHelp({ day, onChoose }: { day: CalendarDate | null; onChoose(day: CalendarDate): void }) {
  const { t, i18n } = useTranslation();
  return (
    <DatePicker
      className={styles['calendar'] ?? ''}
      locale={i18n.language}
      value={day}
      {...(day !== null && { defaultDate: day })}
      onChange={(chosen) => chosen && onChoose(chosen as CalendarDate)}
      hideOutsideDates
      firstDayOfWeek={1}
      ariaLabels={{
        previousMonth: t('shell.date.previousMonth'),
        nextMonth: t('shell.date.nextMonth'),
        previousYear: t('shell.date.previousYear'),
        nextYear: t('shell.date.nextYear'),
        previousDecade: t('shell.date.previousDecade'),
        nextDecade: t('shell.date.nextDecade'),
        monthLevelControl: t('shell.date.monthLevel'),
        yearLevelControl: t('shell.date.yearLevel'),
      }}
    />
  );
}
