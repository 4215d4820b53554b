import type { AuditTrail } from '@klyngevagt/contracts';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import styles from './AuditTrail.module.css';

/** Whether the chain of hashes reaches up to now. */
export function SealLine({ seal }: { seal: AuditTrail['seal'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = seal.sealedAt === null ? '' : format.instant(seal.sealedAt);
  const isAlarming = seal.state === 'stalled' || seal.state === 'never';
  const Sign = isAlarming ? ShieldAlert : ShieldCheck;
  const state = seal.state === 'stalled' && seal.sealedAt === null ? 'never' : seal.state;
  return (
    <span
      className={`${styles['seal']} ${isAlarming ? styles['alarming'] : ''}`}
      title={seal.head === null ? undefined : t('auditTrail.seal.head', { head: seal.head })}
    >
      <Sign size={14} aria-hidden />
      {t(`auditTrail.seal.${state}`, { at, count: seal.waiting })}
    </span>
  );
}
