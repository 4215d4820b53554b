import type { PortfolioRow } from '@klyngevagt/contracts';
import styles from './PeriodBar.module.css';

type Kind = PortfolioRow['spans'][number]['kind'];

const looks: Record<Kind, string | undefined> = {
  'in-force': undefined,
  expiring: styles['expiring'],
  past: styles['past'],
  window: styles['window'],
  'window-open': styles['open'],
  unknown: styles['unknown'],
  'lower-level': styles['lower'],
};

/** How a period is drawn: by its kind, hatched on a future day, with a mark where it began before the axis. */
export function periodLook(kind: Kind, { isFuture = false, isCut = false } = {}): string {
  const isProjected = isFuture && (kind === 'in-force' || kind === 'expiring');
  const hasStart = kind !== 'window' && kind !== 'window-open' && kind !== 'unknown';
  return [styles['bar'], looks[kind], isProjected && styles['projected'], isCut && hasStart && styles['cut']].filter(Boolean).join(' ');
}
