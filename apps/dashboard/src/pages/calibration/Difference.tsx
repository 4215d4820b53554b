import { useTranslation } from 'react-i18next';
import { useFigures } from '../assessment/figures.js';

/** How far a self-test lay from the audit, in words. */
export function Difference({ value }: { value: number }) {
  const { t } = useTranslation();
  const figure = useFigures();
  if (value === 0) return <>{t('heatMap.calibration.same')}</>;
  return <>{t(value > 0 ? 'heatMap.calibration.over' : 'heatMap.calibration.under', { points: figure(Math.abs(value)) })}</>;
}
