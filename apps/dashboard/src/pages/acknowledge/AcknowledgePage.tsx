import type { Acknowledgement } from '@klyngevagt/contracts';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import styles from './Acknowledge.module.css';
import { AcknowledgeForm } from './AcknowledgeForm.js';
import { AnswerHeading } from '../sign-in/SignInFrame.js';
import { LinkPage, LinkProblem, SignInLink, useLanguageOfMail } from './link-page.js';

const acknowledgementQuery = (token: string) =>
  queryOptions({
    queryKey: ['acknowledgement', token],
    queryFn: ({ signal }) => api.get('acknowledgement.read', { params: { token }, signal }),
  });

/** Where the link of a reminder leads: what it acknowledges, and one button. */
export function AcknowledgePage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/acknowledge/$token' });
  const client = useQueryClient();
  const query = acknowledgementQuery(token);
  const read = useQuery(query);
  useLanguageOfMail(read.data?.language);
  return (
    <LinkPage title={t('acknowledge.document')}>
      {read.isPending && <PanelSkeleton count={1} />}
      {read.isError && <LinkProblem error={read.error} what={t('acknowledge.what')} onRetry={() => void read.refetch()} />}
      {read.data && (
        <Content
          acknowledgement={read.data}
          token={token}
          onDone={(done) => client.setQueryData(query.queryKey, done)}
          onExpired={() => void read.refetch()}
        />
      )}
    </LinkPage>
  );
}

interface ContentProps {
  acknowledgement: Acknowledgement;
  token: string;
  onDone(done: Acknowledgement): void;
  onExpired(): void;
}

function Content({ acknowledgement, token, onDone, onExpired }: ContentProps) {
  const { t } = useTranslation();
  const { state, sentToRole } = acknowledgement;
  if (state === 'expired') return <Expired acknowledgement={acknowledgement} />;
  if (state === 'acknowledged') return <Done acknowledgement={acknowledgement} />;
  return (
    <>
      <div>
        <h1>{t(state === 'final' ? 'acknowledge.finalTitle' : 'acknowledge.title')}</h1>
        {state === 'open' && sentToRole && <p className="muted">{t('acknowledge.lead', { role: t(`acknowledge.role.${sentToRole}`) })}</p>}
      </div>
      <Deadlines acknowledgement={acknowledgement} />
      {state === 'open' ? (
        <AcknowledgeForm acknowledgement={acknowledgement} token={token} onDone={onDone} onExpired={onExpired} />
      ) : (
        <>
          <p>{t('acknowledge.finalText')}</p>
          <SignInLink />
        </>
      )}
    </>
  );
}

function Done({ acknowledgement }: { acknowledgement: Acknowledgement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { acknowledgedAt, planOn } = acknowledgement;
  return (
    <>
      <div role="status">
        <AnswerHeading>{t('acknowledge.done')}</AnswerHeading>
        <p className="muted">{acknowledgedAt && t('acknowledge.doneLead', { at: format.instant(acknowledgedAt) })}</p>
      </div>
      <p>{planOn ? t('acknowledge.doneWithPlan', { date: format.longDate(planOn) }) : t('acknowledge.doneWithoutPlan')}</p>
      <Deadlines acknowledgement={acknowledgement} />
      <p className="small muted">{t('acknowledge.doneOnce')}</p>
      <SignInLink />
    </>
  );
}

function Expired({ acknowledgement: { expiredBecause, linkExpiresOn } }: { acknowledgement: Acknowledgement }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <h1>{t('acknowledge.expired')}</h1>
      <p>{expiredBecause && t(`acknowledge.expiredBecause.${expiredBecause}`, { date: format.longDate(linkExpiresOn) })}</p>
      <p>{t('acknowledge.expiredText')}</p>
      <SignInLink />
    </>
  );
}

function Deadlines({ acknowledgement: { deadlines, illustrative } }: { acknowledgement: Acknowledgement }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <ul className={styles['deadlines']} aria-label={t('acknowledge.deadlines')}>
        {deadlines.map(({ clusterName, event, step, deadlineOn, isFinal, finalOn, pausedUntil }) => (
          <li key={`${clusterName} ${event} ${step} ${deadlineOn}`}>
            <span className="small muted">{clusterName}</span>
            <span className="strong">{t(step ? `acknowledge.step.${step}` : `acknowledge.event.${event}`)}</span>
            <span>{format.longDate(deadlineOn)}</span>
            {pausedUntil && <span className="small">{t('acknowledge.pausedUntil', { date: format.longDate(pausedUntil) })}</span>}
            {isFinal && <span className="small">{t('acknowledge.final')}</span>}
            {finalOn && <span className="small">{t('acknowledge.finalOn', { date: format.longDate(finalOn) })}</span>}
          </li>
        ))}
      </ul>
      {illustrative && (
        <p className="small muted">
          <IllustrativeTag /> {t('acknowledge.illustrative')}
        </p>
      )}
    </div>
  );
}
