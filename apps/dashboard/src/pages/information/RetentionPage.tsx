import type { Retention, RuleList } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { CertaintyTag } from '../../parts/Certainty.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { SourceText } from '../../parts/SourceText.js';
import { paths } from '../../paths.js';
import { meQuery, retentionQuery, rulesQuery } from '../../queries.js';
import { Section } from './InformationPage.js';
import { CardTable } from '../../parts/CardTable.js';
import styles from './InformationPage.module.css';

type Rule = RuleList['rules'][number];

/** What is kept, for how long, by which rule, and how it goes. */
export function RetentionPage() {
  const { t } = useTranslation();
  const rules = useQuery(rulesQuery({}));
  return (
    <>
      <AnswerBand
        title={t('information.retention.title')}
        documentTitle={t('information.retention.document')}
        lead={t('information.retention.lead')}
      />
      <div className="wrap">
        <div className={`${styles['text']} ${styles['last']}`}>
          <Section title={t('information.retention.kept')}>
            {rules.isError && <ErrorState what={t('rules.error')} error={rules.error} onRetry={() => void rules.refetch()} />}
            {rules.isPending && <TableSkeleton rows={6} columns={[30, 20, 30, 20]} />}
            {rules.data && <KeptTable rules={rules.data.rules} />}
          </Section>
          <Section title={t('information.retention.runs.title')}>
            <Runs />
          </Section>
          <Section title={t('information.retention.how')}>
            <p>{t('information.retention.howText')}</p>
            <p>
              <Link {...paths.rules()}>{t('information.retention.toRules')}</Link>{' '}
              <Link {...paths.privacy()}>{t('information.retention.toPrivacy')}</Link>
            </p>
          </Section>
        </div>
      </div>
    </>
  );
}

/** When it was last erased, and how much. */
function Runs() {
  const { t } = useTranslation();
  const retention = useQuery(retentionQuery);
  const { data: me } = useQuery(meQuery);
  if (retention.isError) {
    return <ErrorState what={t('information.retention.runs.error')} error={retention.error} onRetry={() => void retention.refetch()} />;
  }
  if (retention.isPending) return <TableSkeleton rows={2} columns={[40, 60]} />;
  return (
    <>
      <RunList retention={retention.data} />
      {retention.data.lastErased && me?.permissions.includes('audit-trail:read') && (
        <p>
          <Link {...paths.auditTrail({ entity: 'retention_run' })}>{t('information.retention.runs.toTrail')}</Link>
        </p>
      )}
    </>
  );
}

function RunList({ retention: { lastRun, nextRunAt, lastErased, total } }: { retention: Retention }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = ({ people, mails, texts }: Retention['total']) =>
    [
      t('information.retention.runs.people', { count: people }),
      t('information.retention.runs.mails', { count: mails }),
      t('information.retention.runs.texts', { count: texts }),
    ].join(', ');
  const never = t('information.retention.runs.never');
  const runAt = lastRun && format.instant(lastRun.at);
  const rows = [
    ['lastRun', !lastRun ? never : lastRun.isFailed ? t('information.retention.runs.failed', { at: runAt }) : runAt],
    ['nextRun', nextRunAt ? format.instant(nextRunAt) : t('information.retention.runs.unknown')],
    ['lastErased', lastErased ? `${format.date(lastErased.on)}: ${counted(lastErased)}` : never],
    ['total', counted(total)],
  ] as const;
  return (
    <dl className={styles['kinds']}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`information.retention.runs.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const columns = ['what', 'howLong', 'rule', 'how'] as const;

function KeptTable({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const rows = t('information.retention.rows', { returnObjects: true });
  const ruleOf = (key: string) => rules.find((rule) => rule.key === key && rule.applies === 'now');
  return (
    <CardTable caption={t('information.retention.kept')} className={styles['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`information.retention.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, howLong, rule: key, basis, how }) => {
          const rule = key === '' ? undefined : ruleOf(key);
          return (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-label={t('information.retention.columns.howLong')}>
                {key === '' ? howLong : rule ? `${rule.value} ${howLong}` : t('information.retention.notSet')}
              </td>
              <td data-label={t('information.retention.columns.rule')}>
                {rule ? (
                  <>
                    <SourceText source={rule.source} /> <CertaintyTag confidence={rule.confidence} />
                  </>
                ) : (
                  basis
                )}
              </td>
              <td data-label={t('information.retention.columns.how')}>{how}</td>
            </tr>
          );
        })}
      </tbody>
    </CardTable>
  );
}
