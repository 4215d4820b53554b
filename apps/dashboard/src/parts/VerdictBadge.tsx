import type { PortfolioRow } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import styles from './Badge.module.css';
import { Icon, type ShapeName } from './Icon.js';

type Verdict = PortfolioRow['verdict'];
type Status = PortfolioRow['requiredStatus'];

const looks: Record<Verdict, [shape: ShapeName, look: string | undefined]> = {
  'not-bound': ['unbound', styles['gone']],
  met: ['valid', styles['quiet']],
  'at-risk': ['soon', styles['soon']],
  exempt: ['exempt', styles['note']],
  'by-plan': ['plan', styles['note']],
  renewable: ['expired', styles['expired']],
  unknown: ['unknown', styles['unknown']],
  breach: ['lapsed', styles['lapsed']],
};

/** The verdict on the duty, in the language of the status badge. */
export function VerdictBadge({ verdict, big = false }: { verdict: Verdict; big?: boolean }) {
  const { t } = useTranslation();
  const [shape, look] = looks[verdict];
  return (
    <span className={`${styles['badge']} ${look} ${big ? styles['big'] : ''}`}>
      <Icon name={shape} size={big ? 16 : 14} />
      {t(`terms.verdict.${verdict}`)}
    </span>
  );
}

const saidByStatus: Record<Status, readonly Verdict[]> = {
  'in-force': ['met'],
  expiring: ['met'],
  renewable: ['renewable'],
  lapsed: ['breach'],
  revoked: ['breach'],
  none: ['breach'],
  unknown: ['unknown'],
};

/** Whether the verdict says more than the status beside it. */
export function verdictDiffers(row: Pick<PortfolioRow, 'status' | 'verdict' | 'exitedOn'>): boolean {
  if (row.exitedOn !== null && row.verdict === 'not-bound') return false;
  return !saidByStatus[row.status].includes(row.verdict);
}
