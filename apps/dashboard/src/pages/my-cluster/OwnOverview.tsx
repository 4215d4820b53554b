import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { Certificates } from '../../documents/Certificates.js';
import { ChainDates } from '../../parts/ahead/ChainDates.js';
import { ClusterForecastPanel } from '../../parts/ahead/ClusterForecastPanel.js';
import { AwardTable } from '../../parts/AwardTable.js';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { DeadlineChain } from '../../parts/DeadlineChain.js';
import { Panel } from '../../parts/Panel.js';
import { Recommendations } from '../../parts/recommendations/Recommendations.js';
import { ReasonPanel } from '../../parts/ReasonPanel.js';
import styles from './MyCluster.module.css';
import { IsThisRight } from './IsThisRight.js';
import { OwnCalendar } from './OwnCalendar.js';
import { OwnChecklist } from './OwnChecklist.js';
import { OwnDocuments } from './OwnDocuments.js';
import { OwnIndicators } from '../assessment/OwnIndicators.js';
import { OwnPeople } from './OwnPeople.js';
import { OwnReminders } from './OwnReminders.js';
import { SentByUs } from './SentByUs.js';

/** The way to the label, the tasks, what is recorded, whom to ask. */
export function OwnOverview({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const { awards, row } = detail;
  const what = row.verdict === 'met' ? t(`terms.status.${row.status}`) : t(`terms.verdict.${row.verdict}`);
  return (
    <div className={styles['grid']}>
      <div className={styles['main']}>
        <OwnChain detail={detail} />
        <OwnChecklist detail={detail} openForm={openForm} />
        <OwnDocuments slug={row.slug} />
        <Recommendations slug={row.slug} />
        <IsThisRight detail={detail} openForm={openForm} />
        <div id="why">
          <ReasonPanel what={what} explanation={detail.explanation} />
        </div>
        <ChainDates slug={row.slug} />
        <ClusterForecastPanel slug={row.slug} />
        <SentByUs detail={detail} openForm={openForm} />
        <Panel title={t('myCluster.awards.title')}>
          {awards.length === 0 ? (
            <p className="muted">{t('myCluster.awards.none')}</p>
          ) : (
            <>
              <AwardTable awards={awards} caption={t('myCluster.awards.title')} />
              <Certificates slug={row.slug} awards={awards} />
            </>
          )}
        </Panel>
      </div>
      <aside className={styles['side']}>
        <OwnIndicators slug={row.slug} />
        <OwnPeople detail={detail} />
        <OwnReminders detail={detail} />
        <OwnCalendar slug={row.slug} />
      </aside>
    </div>
  );
}

function OwnChain({ detail: { chain, on, today, row } }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  if (!chain) return null;
  const level = t(`myCluster.level.${chain.level}`);
  return (
    <Panel
      title={t(`myCluster.chain.${chain.kind}`, { level })}
      aside={
        <a className="small" href="#why" onClick={openWhy}>
          {t('myCluster.chain.why')}
        </a>
      }
      flush
    >
      <DeadlineChain chain={chain} on={on} today={today} nextStep={row.nextStep} voice="you" />
    </Panel>
  );
}

/** The link leads to the explanation, and opens it. */
function openWhy(): void {
  document.querySelector<HTMLDetailsElement>('#why details')?.setAttribute('open', '');
}
