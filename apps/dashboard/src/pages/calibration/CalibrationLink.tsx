import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { useMay, useMe } from '../../session.js';
import styles from './Calibration.module.css';

/** From a cluster's indicators to the comparison of its self-tests with the audits. */
export function CalibrationLink({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const isManager = useMe().role === 'manager';
  if (!useMay('calibration:read')) return null;
  return (
    <p className={`${styles['link']} no-print`}>
      <Link {...(isManager ? paths.myClusterCalibration(slug) : paths.clusterCalibration(slug))}>{t('heatMap.calibration.link')}</Link>
    </p>
  );
}
