import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import type { Row } from './heat-cells.js';
import styles from './Indicators.module.css';

/** Which assessment a row shows, under which version, and whether it was invented. */
export function RowOrigin({ row: { assessment } }: { row: Pick<Row, 'assessment'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (assessment === null) return null;
  const { kind, round, closedOn, frameworkVersion: version, illustrative } = assessment;
  const from = t('heatMap.from', { kind: t(`indicators.kind.${kind}`), round, date: format.date(closedOn) });
  return (
    <span className={styles['origin']}>
      {from}, {t('heatMap.version', { version })} {illustrative && <IllustrativeTag />}
    </span>
  );
}
