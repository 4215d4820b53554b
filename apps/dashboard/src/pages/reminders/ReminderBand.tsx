import type { ReminderList } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { paths } from '../../paths.js';
import type { RemindersSearch } from './reminders-search.js';
import { useMay } from '../../session.js';
import { answerOf, nextRows, planBands } from './reminder-bands.js';
import { becauseOf } from './reminder-words.js';
import styles from './Reminders.module.css';

interface ReminderBandProps {
  list: ReminderList | undefined;
  search: RemindersSearch;
  isRefreshing: boolean;
}

/** The answer, the first one that needs somebody, and the tabs. */
export function ReminderBand({ list, search, isRefreshing }: ReminderBandProps) {
  const { t } = useTranslation();
  const answer = list && answerOf(list);
  const title = answer ? t(`reminders.title.${answer.kind}`, { count: answer.count }) : t('reminders.document');
  return (
    <>
      <AnswerBand
        title={title}
        documentTitle={answer ? title : t('reminders.document')}
        lead={list && <Lead list={list} />}
        withAsOf
        isRefreshing={isRefreshing}
      />
      <Tabs search={search} />
    </>
  );
}

function Lead({ list }: { list: ReminderList }) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = answerOf(list);
  const next = t('reminders.lead.next', { count: nextRows(list.reminders).length });
  const first = planBands(list.reminders)[0]?.rows[0];
  if (answer.kind === 'silent') return t('reminders.lead.silent');
  if (answer.kind === 'none') return t('reminders.lead.none');
  if (!first) return t('reminders.lead.nothing');
  const place = { cluster: first.clusterName, about: first.about, date: format.longDate(first.dueOn) };
  if (answer.kind === 'failed') {
    const what = first.recipient
      ? t('reminders.lead.failedTo', { recipient: first.recipient })
      : t('reminders.lead.failedToRole', { role: t(`terms.clusterRole.${first.role}`).toLowerCase() });
    return `${t('reminders.lead.firstFailed', { cluster: first.clusterName, because: what })} ${becauseOf(first, t) ?? ''} ${next}`;
  }
  return answer.kind === 'next' || answer.kind === 'noneSoon'
    ? t('reminders.lead.first', place)
    : `${t('reminders.lead.first', place)} ${next}`;
}

function Tabs({ search: { tab, cluster, on } }: { search: RemindersSearch }) {
  const { t } = useTranslation();
  const mayReadRules = useMay('rules:read');
  const tabs = [
    { name: 'plan', search: { cluster, on }, isCurrent: tab === undefined },
    { name: 'sent', search: { cluster, on, tab: 'sent' as const }, isCurrent: tab === 'sent' },
  ] as const;
  return (
    <nav className={styles['tabs']} aria-label={t('reminders.tabs.label')}>
      <div className="wrap">
        {tabs.map(({ name, search, isCurrent }) => (
          // The router would mark a link as current whatever further stands in the address.
          <Link
            key={name}
            {...paths.reminders(search)}
            activeProps={{}}
            aria-current={isCurrent ? 'page' : undefined}
            data-current={isCurrent}
          >
            {t(`reminders.tabs.${name}`)}
          </Link>
        ))}
        {mayReadRules && <Link {...paths.ladders()}>{t('ladders.link')}</Link>}
      </div>
    </nav>
  );
}
