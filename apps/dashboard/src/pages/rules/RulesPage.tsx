import type { RuleList } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { CertaintyTag } from '../../parts/Certainty.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Panel } from '../../parts/Panel.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { SourceText } from '../../parts/SourceText.js';
import { rulesQuery } from '../../queries.js';
import { useMay } from '../../session.js';
import { groupRules, type RuleGroup } from './rule-groups.js';
import styles from './Rules.module.css';

/** Every rule with its value, since when, where it comes from and how sure it is. Read only. */
export function RulesPage() {
  const { t } = useTranslation();
  const mayRead = useMay('rules:read');
  const asOf = useAsOf();
  const list = useQuery({ ...rulesQuery(asOf.time), enabled: mayRead });
  const rules = list.data?.rules;
  const assumptions = rules?.filter((rule) => rule.confidence === 'assumption').length ?? 0;
  const title = rules && rules.length > 0 ? t('rules.title', { count: rules.length }) : t('rules.document');
  const lead = rules && rules.length > 0 ? `${t('rules.assumptions', { count: assumptions })} ${t('rules.certificate')}` : undefined;
  return (
    <>
      <AnswerBand
        title={title}
        documentTitle={t('rules.document')}
        lead={lead}
        withAsOf={asOf.isLookingBack}
        isRefreshing={list.isFetching && !list.isPending}
      />
      <div className={`wrap ${styles['content']}`}>
        {!mayRead && <NoAccess />}
        {list.isError && <ErrorState what={t('rules.error')} error={list.error} onRetry={() => void list.refetch()} />}
        {mayRead && list.isPending && <TableSkeleton rows={12} columns={[34, 18, 12, 26, 10]} />}
        {list.data && <Rules list={list.data} />}
      </div>
    </>
  );
}

function Rules({ list }: { list: RuleList }) {
  const { t } = useTranslation();
  const groups = groupRules(list.rules);
  return (
    <>
      {groups.length === 0 && (
        <EmptyState title={t('rules.none.title')} icon={ScrollText}>
          {t('rules.none.text')}
        </EmptyState>
      )}
      {groups.map((group) => (
        <RuleTable key={group.name} group={group} />
      ))}
      <ClosedDays closedDays={list.closedDays} />
    </>
  );
}

function RuleTable({ group }: { group: RuleGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = ['label', 'value', 'effectiveFrom', 'source', 'confidence'] as const;
  return (
    <Panel title={t(`rules.groups.${group.name}`)} flush>
      <table className={styles['table']}>
        <caption className="sr">{t(`rules.groups.${group.name}`)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`rules.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">{rule.label}</th>
              <td className="strong">{rule.value}</td>
              <td data-label={t('rules.columns.effectiveFrom')} className="nowrap">
                {format.date(rule.effectiveFrom)}
              </td>
              <td data-label={t('rules.columns.source')} className={styles['source']}>
                <SourceText source={rule.source} />
              </td>
              <td>
                <CertaintyTag confidence={rule.confidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function ClosedDays({ closedDays }: { closedDays: RuleList['closedDays'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('rules.closed.title')}>
      <p className={styles['explain']}>
        {closedDays.from &&
          closedDays.to &&
          t('rules.closed.text', { from: format.longDate(closedDays.from), to: format.longDate(closedDays.to) })}
      </p>
      {closedDays.next.length === 0 && <p className="muted">{t('rules.closed.none')}</p>}
      <ul className={styles['days']}>
        {closedDays.next.map(({ on, name }) => (
          <li key={`${on} ${name}`}>
            <span className="strong nowrap">{format.date(on)}</span> {name}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
