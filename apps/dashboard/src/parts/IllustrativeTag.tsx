import { useTranslation } from 'react-i18next';
import styles from './Certainty.module.css';
import { Icon } from './Icon.js';

/** Marks what is invented for the demonstration. */
export function IllustrativeTag() {
  const { t } = useTranslation();
  return (
    <span className={`${styles['tag']} ${styles['dashed']}`}>
      <Icon name="illustrative" size={7} />
      {t('shell.illustrative')}
    </span>
  );
}
