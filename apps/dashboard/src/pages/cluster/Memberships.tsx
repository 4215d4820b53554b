import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CertaintyDot } from '../../parts/Certainty.js';
import { VerdictBadge } from '../../parts/VerdictBadge.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { Section } from './Section.js';

type Membership = ClusterDetail['memberships'][number];

/** Membership and duty in each programme. Nothing is inherited from one to the next. */
export function Memberships({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const add = (
    <ActionButton permission="membership:record" size="sm" onClick={() => openForm({ kind: 'membership', membershipId: null })}>
      {t('cluster.memberships.add')}
    </ActionButton>
  );
  return (
    <Section title={t('cluster.memberships.title')} aside={add}>
      {detail.memberships.length === 0 && <p className="muted">{t('cluster.memberships.none')}</p>}
      <ul className={styles['rows']}>
        {detail.memberships.map((membership) => (
          <MembershipItem key={membership.id} membership={membership} detail={detail} openForm={openForm} />
        ))}
      </ul>
    </Section>
  );
}

function MembershipItem({ membership, detail, openForm }: ClusterPartProps & { membership: Membership }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { startsOn, endsOn, levelDueOn, programmeName } = membership;
  const runs = startsOn <= detail.on && (endsOn === null || detail.on <= endsOn);
  const verdict = runs ? detail.verdicts.find(({ programme }) => programme === membership.programme) : undefined;
  const period = endsOn
    ? t('cluster.memberships.fromTo', { from: format.date(startsOn), to: format.date(endsOn) })
    : t('cluster.memberships.from', { date: format.date(startsOn) });
  const details = [
    `${t('cluster.memberships.member')}: ${t(`cluster.memberships.answers.${membership.member}`).toLowerCase()}`,
    `${t('cluster.memberships.bound')}: ${t(`cluster.memberships.answers.${membership.bound}`).toLowerCase()}`,
    membership.endDayAssumed ? `${period} (${t('cluster.memberships.dayAssumed')})` : period,
    levelDueOn && t('cluster.memberships.due', { date: format.date(levelDueOn) }),
    membership.exitReason,
  ];
  return (
    <li>
      <div>
        <b>{programmeName}</b>
        <CertaintyDot confidence={membership.confidence} />
        {verdict && (
          <span className={styles['verdict']}>
            <VerdictBadge verdict={verdict.code} />
          </span>
        )}
        <div className="small muted">{details.filter(Boolean).join(' · ')}</div>
        {verdict?.reasons.map((reason) => (
          <div className="small" key={reason.text}>
            {reason.text}
          </div>
        ))}
      </div>
      <div className={styles['rowActions']}>
        <ActionButton
          permission="membership:record"
          size="xs"
          variant="subtle"
          name={t('cluster.memberships.correctOne', { programme: programmeName })}
          onClick={() => openForm({ kind: 'membership', membershipId: membership.id })}
        >
          {t('cluster.awards.correct')}
        </ActionButton>
      </div>
    </li>
  );
}
