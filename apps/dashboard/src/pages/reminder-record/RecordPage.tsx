import { Button } from '@mantine/core';
import type { ReminderRecord } from '@klyngevagt/contracts';
import { formatExactInstant } from '@klyngevagt/messages/exact-instant';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Panel } from '../../parts/Panel.js';
import { Note } from '../../parts/Note.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { hasCode } from '../../queries.js';
import { useMay, useMe } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { CycleSection } from './CycleSection.js';
import { RecordPeriod } from './RecordPeriod.js';
import { RecordStamp } from './RecordStamp.js';
import styles from './RecordPage.module.css';
import { type RecordAsked, recordQuery } from './record-query.js';
import { useRecordDocument } from './use-record-document.js';

const route = getRouteApi('/signed-in/clusters/$slug/reminder-record');

/** What a cluster was told, when, by which message and about which day. The same page for the office and for the cluster itself. */
export function RecordPage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const { from, to } = route.useSearch();
  const { known, isLookingBack } = useAsOf();
  const format = useFormat();
  const navigate = useNavigate();
  const mayRead = useMay('reminder:read');
  const asked: RecordAsked = { from, to, known };
  const query = useQuery({ ...recordQuery(slug, asked), enabled: mayRead });
  const record = query.data;
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  const isRefused = !mayRead || hasCode(query.error, 'not-allowed');
  const since = record && format.instant(record.stamp.readAt);
  const choose = (period: Pick<RecordAsked, 'from' | 'to'>) =>
    void navigate({ ...paths.reminderRecord(slug), search: (before) => ({ ...before, ...period }), replace: true, resetScroll: false });
  return (
    <>
      <AnswerBand
        title={record ? t('reminderRecord.title', { cluster: record.clusterName }) : t('reminderRecord.document')}
        above={<Crumbs slug={slug} />}
        lead={record?.summary}
        withAsOf={isLookingBack}
        isRefreshing={query.isFetching && query.isPlaceholderData}
      />
      <div className={`wrap ${styles['page']}`}>
        {isRefused && <NoAccess />}
        {!isRefused && query.isError && (
          <ErrorState what={t('reminderRecord.what')} error={query.error} onRetry={() => void query.refetch()} shownSince={since} />
        )}
        {mayRead && query.isPending && <TableSkeleton rows={9} columns={[12, 38, 18, 32]} />}
        {record && !isRefused && <Content record={record} asked={asked} onPeriod={choose} />}
      </div>
    </>
  );
}

function Crumbs({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const own = useMe().role === 'manager' ? paths.myCluster(slug) : paths.cluster(slug);
  return <Link {...own}>{t('reminderRecord.toCluster')}</Link>;
}

interface ContentProps {
  record: ReminderRecord;
  asked: RecordAsked;
  onPeriod(period: Pick<RecordAsked, 'from' | 'to'>): void;
}

function Content({ record, asked, onPeriod }: ContentProps) {
  const { t } = useTranslation();
  const isWhole = asked.from === undefined && asked.to === undefined;
  const { cycles, holds, letters, marking } = record;
  if (record.total === 0 && isWhole) return <EmptyState title={t('reminderRecord.none.title')}>{t('reminderRecord.none.text')}</EmptyState>;
  return (
    <>
      {marking && <Note tone="amber" title={t(`reminderRecord.marking.head.${marking}`)} />}
      <div className={styles['tools']}>
        <RecordPeriod key={`${asked.from} ${asked.to}`} from={asked.from} to={asked.to} onChange={onPeriod} />
        <DocumentButton slug={record.slug} asked={asked} />
      </div>
      {cycles.length === 0 ? (
        <EmptyState
          title={t('reminderRecord.none.match')}
          action={<Button onClick={() => onPeriod({ from: undefined, to: undefined })}>{t('reminderRecord.period.whole')}</Button>}
        >
          {t('reminderRecord.none.matchText')}
        </EmptyState>
      ) : (
        cycles.map((cycle, index) => <CycleSection key={cycle.key} cycle={cycle} letters={letters} isNewest={index === 0} />)
      )}
      {holds.length > 0 && <Holds holds={holds} />}
      <RecordStamp record={record} />
    </>
  );
}

function Holds({ holds }: Pick<ReminderRecord, 'holds'>) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <Panel title={t('reminderRecord.holds.title')}>
      <ol className={styles['entries']}>
        {holds.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <span className="muted">{formatExactInstant(at, language)}: </span>
            {text}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function DocumentButton({ slug, asked }: { slug: string; asked: RecordAsked }) {
  const { t } = useTranslation();
  const { state, fetchDocument } = useRecordDocument(slug, asked);
  const isMaking = state.kind === 'making';
  return (
    <div className={`${styles['document']} no-print`}>
      <Button
        variant="filled"
        leftSection={<FileDown size={16} aria-hidden />}
        aria-disabled={isMaking}
        onClick={() => !isMaking && void fetchDocument()}
      >
        {t(isMaking ? 'reminderRecord.pdf.making' : 'reminderRecord.pdf.get')}
      </Button>
      <p role="status" className="small muted">
        {isMaking && <span className="sr">{t('reminderRecord.pdf.making')}</span>}
        {state.kind === 'done' && t('reminderRecord.pdf.done', { name: state.name })}
      </p>
      {state.kind === 'failed' && (
        <ErrorState what={t('reminderRecord.pdf.what')} error={state.error} onRetry={() => void fetchDocument()} />
      )}
    </div>
  );
}
