import type { ClusterDetail } from '@klyngevagt/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLookingBack } from '../../as-of.js';
import { ChainDates } from '../../parts/ahead/ChainDates.js';
import { ClusterForecastPanel } from '../../parts/ahead/ClusterForecastPanel.js';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { DeadlineChain } from '../../parts/DeadlineChain.js';
import { Panel } from '../../parts/Panel.js';
import { Recommendations } from '../../parts/recommendations/Recommendations.js';
import { ReasonPanel } from '../../parts/ReasonPanel.js';
import { useMay } from '../../session.js';
import { HoldList } from '../reminders/HoldList.js';
import { Audits } from './Audits.js';
import { Awards } from './Awards.js';
import styles from './Cluster.module.css';
import { ClusterFacts } from './ClusterFacts.js';
import { ClusterNotes } from './ClusterNotes.js';
import { ClusterPeople } from './ClusterPeople.js';
import { ClusterReminders } from './ClusterReminders.js';
import { KeyFigures } from './KeyFigures.js';
import { Memberships } from './Memberships.js';
import { NextSteps } from './NextSteps.js';
import { OpenCorrections } from './OpenCorrections.js';
import { OpenProposals } from './OpenProposals.js';
import { PlansAndWaivers } from './PlansAndWaivers.js';
import { RecordConfirmation } from './RecordConfirmation.js';

/** Everything about a cluster on one day, the deciding things first. */
export function ClusterOverview({ detail, openForm }: ClusterPartProps) {
  const [startsOpen] = useState(() => matchMedia('(min-width: 68em)').matches);
  const { t } = useTranslation();
  const { row } = detail;
  const what = row.verdict === 'met' ? t(`terms.status.${row.status}`) : t(`terms.verdict.${row.verdict}`);
  return (
    <>
      <div className={styles['grid']}>
        <div className={styles['why']}>
          <h2 className="sr">{t('cluster.why')}</h2>
          <ReasonPanel what={what} explanation={detail.explanation} startsOpen={startsOpen} />
        </div>
        <div className={styles['main']}>
          <OpenProposals detail={detail} openForm={openForm} />
          <OpenCorrections detail={detail} openForm={openForm} />
          <KeyFigures detail={detail} />
          <RecordConfirmation detail={detail} openForm={openForm} />
          <Chain detail={detail} />
          <ChainDates slug={row.slug} />
          <ClusterForecastPanel slug={row.slug} />
          <NextSteps detail={detail} />
          <Awards detail={detail} openForm={openForm} />
          <Audits detail={detail} openForm={openForm} />
          <Memberships detail={detail} openForm={openForm} />
          <PlansAndWaivers detail={detail} openForm={openForm} />
          <Recommendations slug={row.slug} />
        </div>
      </div>
      <div className={styles['panels']}>
        <ClusterPeople detail={detail} />
        <div className={styles['reminders']}>
          <ClusterReminders detail={detail} />
          <Holds slug={row.slug} />
        </div>
        <ClusterNotes detail={detail} openForm={openForm} />
        <ClusterFacts detail={detail} openForm={openForm} />
      </div>
    </>
  );
}

/** What holds the cluster's reminders back; nothing where nothing does. */
function Holds({ slug }: { slug: string }) {
  const mayRead = useMay('reminder:read');
  const maySend = useMay('reminder:send');
  const isLookingBack = useLookingBack();
  return mayRead && <HoldList cluster={slug} mayEnd={maySend && !isLookingBack} />;
}

const countedFrom = {
  end: 'cluster.chain.ofEnd',
  'window-end': 'cluster.chain.ofWindow',
  'plan-due': 'cluster.chain.ofPlan',
  'level-due': 'cluster.chain.ofDue',
} as const;

function Chain({ detail: { chain, on, today, row } }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={chain ? t('cluster.chain.title') : t('cluster.chain.none')}
      aside={chain && <span className="small muted">{t(countedFrom[chain.anchor])}</span>}
      flush={chain !== null}
    >
      {chain ? (
        <DeadlineChain chain={chain} on={on} today={today} nextStep={row.nextStep} voice="cluster" />
      ) : (
        <p className="muted">{t('cluster.chain.noneText')}</p>
      )}
    </Panel>
  );
}
