import type { ChainReading } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { CardTable } from '../CardTable.js';
import { CertaintyTag } from '../Certainty.js';
import { ErrorState } from '../ErrorState.js';
import { Panel } from '../Panel.js';
import { PanelSkeleton } from '../Skeleton.js';
import { SourceText } from '../SourceText.js';
import styles from './Ahead.module.css';
import { AuditTrial } from './AuditTrial.js';
import { chainQuery } from './ahead-queries.js';

type Chain = NonNullable<ChainReading['chain']>;

/** Each step of the way with its slack and the assumption it rests on, and dates for the audit that are only tried. */
export function ChainDates({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { time } = useAsOf();
  const query = useQuery(chainQuery(slug, time));
  if (query.isError) return <ErrorState what={t('timeline.chain.error')} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <PanelSkeleton count={1} />;
  const { chain, on } = query.data;
  if (!chain) return null;
  const lead = t('timeline.chain.lead', { date: format.longDate(chain.anchorOn), on: format.longDate(on) });
  return (
    <Panel title={t('timeline.chain.title')} flush>
      <p className={`${styles['lead']} small muted`}>{lead}</p>
      <CardTable caption={t('timeline.chain.caption')} flush>
        <thead>
          <tr>
            {(['step', 'latestOn', 'slack', 'rule'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`timeline.chain.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chain.steps.map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </tbody>
      </CardTable>
      <AuditTrial slug={slug} lasts={chain.auditLasts} />
    </Panel>
  );
}

function Step({ step }: { step: Chain['steps'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { startsOn, latestOn, rolledBack, rule, binds, overdue } = step;
  const day = latestOn === null ? t('cluster.chain.notInCalendar') : format.date(latestOn);
  return (
    <tr className={binds ? styles['binds'] : undefined}>
      <th scope="row">{t(`cluster.chain.steps.${step.step}`)}</th>
      <td data-label={t('timeline.chain.columns.latestOn')}>
        <span className="nowrap">
          {startsOn && startsOn !== latestOn ? t('timeline.calendar.until', { from: format.date(startsOn), to: day }) : day}
        </span>
        {rolledBack && (
          <span className={`${styles['remark']} small muted`}>
            {t('timeline.chain.rolledBack', { date: format.date(rolledBack.from), because: rolledBack.because })}
          </span>
        )}
      </td>
      <td data-label={t('timeline.chain.columns.slack')} className={overdue ? 'loud' : styles['slack']}>
        <Slack step={step} />
      </td>
      <td data-label={t('timeline.chain.columns.rule')}>
        <span>
          {rule.label} <CertaintyTag confidence={rule.confidence} />
          {binds && (
            <strong className={styles['mark']} title={t('timeline.chain.bindsHint')}>
              {t('timeline.chain.binds')}
            </strong>
          )}
        </span>
        <span className={`${styles['remark']} small muted`}>
          <SourceText source={rule.source} />
        </span>
        {binds && <span className={`${styles['remark']} small`}>{t('timeline.chain.bindsHint')}</span>}
      </td>
    </tr>
  );
}

function Slack({ step: { slackWorkingDays: days, overdue } }: { step: Chain['steps'][number] }) {
  const { t } = useTranslation();
  if (days === null) return <>{t('timeline.chain.noSlack')}</>;
  const words =
    days === 0 ? t('timeline.chain.slackToday') : t(days > 0 ? 'timeline.chain.slack' : 'timeline.chain.passed', { count: Math.abs(days) });
  return <>{overdue ? `${words}, ${t('timeline.chain.overdue')}` : words}</>;
}
