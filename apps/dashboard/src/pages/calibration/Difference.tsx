import { useTranslation } from 'react-i18next';
import { useFigures } from '../assessment/figures.js';

/** How far a self-test lay from the audit, in words: in steps of a scale, or as shares in percentage points. */
export function Difference({ value, isShare = false }: { value: number; isShare?: boolean }) {
  const { t } = useTranslation();
  const figure = useFigures();
  if (value === 0) return <>{t('heatMap.calibration.same')}</>;
  const [over, under] = isShare ? (['overPoints', 'underPoints'] as const) : (['over', 'under'] as const);
  return <>{t(`heatMap.calibration.${value > 0 ? over : under}`, { points: figure(Math.abs(value)) })}</>;
}
