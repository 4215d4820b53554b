import type { RecommendationList, RecommendationView } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { ActionButton } from '../ActionButton.js';
import { ErrorState } from '../ErrorState.js';
import { Panel } from '../Panel.js';
import { FollowUpForm } from './FollowUpForm.js';
import type { OpenedForm } from './opened-form.js';
import { RecommendationForm } from './RecommendationForm.js';
import { RecommendationItem } from './RecommendationItem.js';
import styles from './Recommendations.module.css';

/** What audits advised a cluster to do: open ones first, closed ones on demand. */
export function Recommendations({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const { time } = useAsOf();
  const [form, setForm] = useState<OpenedForm>();
  const query = useQuery({
    queryKey: ['cluster', slug, 'recommendations', time.on ?? null, time.known ?? null],
    queryFn: ({ signal }) => api.get('recommendation.list', { params: { slug }, query: time, signal }),
  });
  const list = query.data;
  const close = () => setForm(undefined);
  return (
    <Panel
      title={t('recommendations.title')}
      aside={
        list?.mayWrite && (
          <ActionButton permission="recommendation:write" size="sm" onClick={() => setForm({ kind: 'write', of: null })}>
            {t('recommendations.add')}
          </ActionButton>
        )
      }
    >
      {query.isError && <ErrorState what={t('recommendations.what')} error={query.error} onRetry={() => void query.refetch()} />}
      {list && <Lists list={list} onForm={setForm} />}
      {list && form?.kind === 'write' && <RecommendationForm slug={slug} list={list} of={form.of} onClose={close} />}
      {form && form.kind !== 'write' && <FollowUpForm slug={slug} form={form} onClose={close} />}
    </Panel>
  );
}

function Lists({ list: { recommendations }, onForm }: { list: RecommendationList; onForm(form: OpenedForm): void }) {
  const { t } = useTranslation();
  const isClosed = ({ state }: RecommendationView) => state === 'done' || state === 'dropped';
  const open = recommendations.filter((one) => !isClosed(one));
  const closed = recommendations.filter(isClosed);
  const items = (shown: readonly RecommendationView[]) => (
    <ul className={styles['list']}>
      {shown.map((one) => (
        <RecommendationItem key={one.id} recommendation={one} onForm={onForm} />
      ))}
    </ul>
  );
  return (
    <>
      {open.length === 0 ? <p className="muted">{t('recommendations.none')}</p> : items(open)}
      {closed.length > 0 && (
        <details className={styles['closed']}>
          <summary>{t('recommendations.closedOnes', { count: closed.length })}</summary>
          {items(closed)}
        </details>
      )}
    </>
  );
}
