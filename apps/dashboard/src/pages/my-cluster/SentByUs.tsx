import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { Panel } from '../../parts/Panel.js';
import { PlanItem } from '../../parts/proposals/PlanItem.js';
import { useCorrectionLines } from '../../parts/use-correction-lines.js';
import { paths } from '../../paths.js';
import styles from './MyCluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

/** Bookings, plans and corrections that came from the cluster, and what became of them. */
export function SentByUs({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const audits = detail.audits.filter(({ reportedByCluster }) => reportedByCluster);
  const { plans, corrections } = detail;
  const isNothing = audits.length + plans.length + corrections.length === 0;
  return (
    <Panel
      title={t('myCluster.sent.title')}
      aside={
        <Link {...paths.myClusterHistory(detail.row.slug)} className="small">
          {t('myCluster.history.link')}
        </Link>
      }
    >
      {isNothing && <p className="muted">{t('myCluster.sent.none')}</p>}
      <ul className={styles['sent']}>
        {audits.map((audit) => (
          <SentItem
            key={audit.id}
            what={t('myCluster.sent.audit', { date: format.longDate(audit.firstDayOn) })}
            state={t(`cluster.audits.states.${audit.state}`)}
            on={format.date(audit.reportedOn)}
          />
        ))}
        {plans.map((plan) => (
          <PlanItem key={plan.id} plan={plan} openForm={openForm} />
        ))}
        {corrections.map((correction) => (
          <OwnCorrection key={correction.id} correction={correction} detail={detail} />
        ))}
      </ul>
      <div className={styles['buttons']}>
        <ActionButton permission="audit:report" onClick={() => openForm({ kind: 'audit' })}>
          {t('myCluster.sent.report')}
        </ActionButton>
        <ActionButton permission="plan:propose" onClick={() => openForm({ kind: 'plan' })}>
          {t('myCluster.action.plan')}
        </ActionButton>
      </div>
    </Panel>
  );
}

function SentItem({ what, state, on, children }: { what: string; state: string; on: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li>
      <div className={styles['sentHead']}>
        <b>{what}</b>
        <span className={styles['state']}>{state}</span>
      </div>
      <p className="small muted">{t('myCluster.sent.at', { date: on })}</p>
      {children && <p>{children}</p>}
    </li>
  );
}

function OwnCorrection({
  correction,
  detail,
}: {
  correction: ClusterPartProps['detail']['corrections'][number];
  detail: ClusterPartProps['detail'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = useCorrectionLines(detail, correction);
  return (
    <SentItem
      what={t('myCluster.sent.correction')}
      state={t(`cluster.corrections.states.${correction.state}`)}
      on={format.instant(correction.proposedAt)}
    >
      {lines.map(({ label, before, after }) => (
        <span key={label} className={styles['line']}>
          {label}: {correction.state === 'open' && `${before ?? t('shell.form.empty')} → `}
          <b>{after}</b>
        </span>
      ))}
      {correction.text}
      {correction.answer && <span className={styles['line']}>{t('myCluster.sent.answer', { answer: correction.answer })}</span>}
    </SentItem>
  );
}
