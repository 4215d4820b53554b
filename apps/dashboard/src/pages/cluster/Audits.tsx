import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CertaintyDot } from '../../parts/Certainty.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { Section } from './Section.js';

type Audit = ClusterDetail['audits'][number];
type Decision = 'confirmed' | 'rejected' | 'cancelled' | 'held';

/** Booked audits: who reported them, whether the decision comes in time, and what may be done with them. */
export function Audits({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const add = (
    <ActionButton permission="audit:report" size="sm" onClick={() => openForm({ kind: 'audit' })}>
      {t('cluster.audits.add')}
    </ActionButton>
  );
  return (
    <Section title={t('cluster.audits.title')} aside={add}>
      {detail.audits.length === 0 && <p className="muted">{t('cluster.audits.none')}</p>}
      <ul className={styles['rows']}>
        {detail.audits.map((audit) => (
          <AuditItem key={audit.id} audit={audit} detail={detail} openForm={openForm} />
        ))}
      </ul>
    </Section>
  );
}

function AuditItem({ audit, detail, openForm }: ClusterPartProps & { audit: Audit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [from, to] = [format.date(audit.firstDayOn), format.date(audit.lastDayOn)];
  const booking = detail.chain?.booking?.auditId === audit.id ? detail.chain.booking : null;
  const date = format.longDate(audit.firstDayOn);
  return (
    <li>
      <div>
        <b>{from === to ? from : t('cluster.audits.days', { from, to })}</b>
        <CertaintyDot confidence={audit.confidence} /> <span>{t(`cluster.audits.states.${audit.state}`)}</span>
        <div className="small muted">
          {[
            t(`terms.level.${audit.level}`),
            t(`cluster.audits.mode.${audit.mode}`),
            audit.place,
            t(audit.reportedByCluster ? 'cluster.audits.byCluster' : 'cluster.audits.byOfficer', { date: format.date(audit.reportedOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {booking && (
          <div className={booking.inTime ? 'small' : 'small loud'}>
            {t(booking.inTime ? 'cluster.audits.inTime' : 'cluster.audits.late', { date: format.date(booking.projectedDecisionOn) })}
          </div>
        )}
      </div>
      <div className={styles['rowActions']}>
        {decisionsFor(audit, detail.on).map((state) => (
          <ActionButton
            key={state}
            permission="audit:decide"
            size="xs"
            name={t(`cluster.audits.actionsOne.${state}`, { date })}
            onClick={() => openForm({ kind: 'audit-decision', auditId: audit.id, state })}
          >
            {t(`cluster.audits.actions.${state}`)}
          </ActionButton>
        ))}
      </div>
    </li>
  );
}

/** What may still happen to a booking. It can be held only when its first day has come. */
function decisionsFor(audit: Audit, on: string): Decision[] {
  if (audit.state !== 'reported' && audit.state !== 'confirmed') return [];
  const heldToo: Decision[] = audit.firstDayOn <= on ? ['held'] : [];
  return audit.state === 'reported' ? ['confirmed', 'rejected', ...heldToo] : [...heldToo, 'cancelled'];
}
