import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import styles from './Calendar.module.css';

const programs = ['outlook', 'google', 'apple'] as const;

/** Where the address goes in the three programs that nearly everybody has. */
export function CalendarHelp() {
  const { t } = useTranslation();
  return (
    <Panel title={t('calendar.help.title')}>
      <dl className={styles['help']}>
        {programs.map((program) => (
          <div key={program}>
            <dt>{t(`calendar.help.${program}`)}</dt>
            <dd>{t(`calendar.help.${program}Text`)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
