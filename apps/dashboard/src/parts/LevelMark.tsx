import type { PortfolioRow } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.js';
import styles from './LevelMark.module.css';

/** Three, two or one dot, and the word. */
export function LevelMark({ level }: { level: PortfolioRow['level'] }) {
  const { t } = useTranslation();
  if (level === null) return <span className={`${styles['level']} muted`}>{t('terms.level.none')}</span>;
  return (
    <span className={styles['level']}>
      <Icon name={level} className={styles[level]} />
      {t(`terms.level.${level}`)}
    </span>
  );
}
