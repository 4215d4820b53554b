import type { PortfolioRow } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import styles from './Badge.module.css';
import { Icon, type ShapeName } from './Icon.js';

type Status = PortfolioRow['status'];

const looks: Record<Status, [shape: ShapeName, look: string | undefined]> = {
  'in-force': ['valid', styles['quiet']],
  expiring: ['soon', styles['soon']],
  renewable: ['expired', styles['expired']],
  lapsed: ['lapsed', styles['lapsed']],
  revoked: ['lapsed', styles['lapsed']],
  none: ['none', styles['none']],
  unknown: ['unknown', styles['unknown']],
};

/** Status by word, shape and colour. A cluster that left shows that instead: it owes nothing any more. */
export function StatusBadge({ status, exited = false, big = false }: { status: Status; exited?: boolean; big?: boolean }) {
  const { t } = useTranslation();
  const [shape, look] = exited ? (['left', styles['gone']] as const) : looks[status];
  return (
    <span className={`${styles['badge']} ${look} ${big ? styles['big'] : ''}`}>
      <Icon name={shape} size={big ? 16 : 14} />
      {exited ? t('portfolio.exited') : t(`terms.status.${status}`)}
    </span>
  );
}
