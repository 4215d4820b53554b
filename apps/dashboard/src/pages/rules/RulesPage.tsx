import type { RuleList } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { PageContent } from '../../parts/PageContent.js';
import { Panel } from '../../parts/Panel.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { rulesQuery } from '../../queries.js';
import { useMay } from '../../session.js';
import { ClosedDays } from './ClosedDays.js';
import type { RuleTask } from './rule-form.js';
import { groupRules } from './rule-groups.js';
import { RuleDrawer } from './RuleDrawer.js';
import { RuleTable } from './RuleTable.js';

/** Every rule with its value, since when, where it comes from and how sure it is. Administrators change them; a change is a new row. */
export function RulesPage() {
  const { t } = useTranslation();
  const mayRead = useMay('rules:read');
  const mayEdit = useMay('rules:edit');
  const asOf = useAsOf();
  const list = useQuery({ ...rulesQuery(asOf.time), enabled: mayRead });
  const [task, setTask] = useState<RuleTask | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const start = (next: RuleTask) => {
    setDone(null);
    setTask(next);
  };
  const finish = (sentence: string) => {
    setTask(null);
    setDone(sentence);
  };
  const rules = list.data?.rules.filter(({ applies }) => applies === 'now');
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
        below={mayEdit && <Link {...paths.ruleDrafts()}>{t('rules.drafts.link')}</Link>}
        isRefreshing={list.isFetching && !list.isPending}
      />
      <PageContent>
        {done && <Note tone="green" role="status" title={done} />}
        {!mayRead && <NoAccess />}
        {list.isError && <ErrorState what={t('rules.error')} error={list.error} onRetry={() => void list.refetch()} />}
        {mayRead && list.isPending && <TableSkeleton rows={12} columns={[34, 18, 12, 26, 10]} />}
        {list.data && <Rules list={list.data} onEdit={start} />}
      </PageContent>
      {task && list.data && <RuleDrawer task={task} programmes={list.data.programmes} onClose={() => setTask(null)} onDone={finish} />}
    </>
  );
}

function Rules({ list, onEdit }: { list: RuleList; onEdit(task: RuleTask): void }) {
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
        <RuleTable key={group.name} group={group} onEdit={onEdit} />
      ))}
      <Panel title={t('ladders.link')} aside={<Link {...paths.ladders()}>{t('ladders.open')}</Link>}>
        <p>{t('ladders.linkText')}</p>
      </Panel>
      <ClosedDays closedDays={list.closedDays} onEdit={onEdit} />
    </>
  );
}
