import type { MailDuty } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import styles from './MailPreferences.module.css';

/** What is sent whatever somebody chose, and why. */
export function Duties({ duties }: { duties: readonly MailDuty[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('mailPreferences.dutiesText')}</p>
      <ul className={styles['duties']}>
        {duties.map((duty) => (
          <li key={duty}>{t(`mailPreferences.duty.${duty}`)}</li>
        ))}
      </ul>
    </>
  );
}
