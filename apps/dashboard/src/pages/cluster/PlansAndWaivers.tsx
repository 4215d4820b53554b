import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/ActionButton.js';
import { PlanItem } from '../../parts/proposals/PlanItem.js';
import { WaiverItem } from '../../parts/proposals/WaiverItem.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { Section } from './Section.js';

/** What counts instead of the label for a time: a plan to reach it, or an exemption from it. */
export function PlansAndWaivers({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const addPlan = (
    <ActionButton permission="plan:propose" size="sm" onClick={() => openForm({ kind: 'plan' })}>
      {t('cluster.plans.add')}
    </ActionButton>
  );
  const addWaiver = (
    <ActionButton permission="waiver:record" size="sm" onClick={() => openForm({ kind: 'waiver' })}>
      {t('cluster.waivers.add')}
    </ActionButton>
  );
  return (
    <div className={styles['twoSections']}>
      <Section title={t('cluster.plans.title')} aside={addPlan}>
        {detail.plans.length === 0 && <p className="muted">{t('cluster.plans.none')}</p>}
        <ul>
          {detail.plans.map((plan) => (
            <PlanItem key={plan.id} plan={plan} openForm={openForm} />
          ))}
        </ul>
      </Section>
      <Section title={t('cluster.waivers.title')} aside={addWaiver}>
        {detail.waivers.length === 0 && <p className="muted">{t('cluster.waivers.none')}</p>}
        <ul>
          {detail.waivers.map((waiver) => (
            <WaiverItem key={waiver.id} waiver={waiver} openForm={openForm} />
          ))}
        </ul>
      </Section>
    </div>
  );
}
