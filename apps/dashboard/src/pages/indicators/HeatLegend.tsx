import { useTranslation } from 'react-i18next';
import styles from './Indicators.module.css';

const shades = [
  [1, 0, 20],
  [2, 21, 40],
  [3, 41, 60],
  [4, 61, 80],
  [5, 81, 100],
] as const;

export function HeatLegend({ hasMinimums }: { hasMinimums: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles['legend']}>
      <span>{t('heatMap.legend.title')}</span>
      <ul>
        {shades.map(([shade, from, to]) => (
          <li key={shade} className={styles[`shade${shade}`]}>
            {t('heatMap.legend.step', { from, to })}
          </li>
        ))}
      </ul>
      {hasMinimums && (
        <span>
          <strong className={styles['below']}>2</strong> {t('heatMap.legend.below')}
        </span>
      )}
      <span>
        <b>{t('heatMap.sign.unanswered')}</b> {t('heatMap.legend.unanswered')}
      </span>
      <span>
        <b>{t('heatMap.sign.not-asked')}</b> {t('heatMap.legend.notAsked')}
      </span>
      <span>{t('heatMap.legend.open')}</span>
    </div>
  );
}
