import type { News, NewsItem, NewsKind } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import type { AsOfSearch } from '../../search-params.js';
import { useMe } from '../../session.js';
import { CardTable } from '../../parts/CardTable.js';
import styles from './News.module.css';

const columns = ['cluster', 'what', 'before', 'after', 'why'] as const;

interface NewsTableProps {
  kind: NewsKind;
  items: readonly NewsItem[];
  since: Pick<News, 'since' | 'sinceOn'>;
}

/** News of one kind: which cluster, before and now, and whether anybody did it. */
export function NewsTable({ kind, items, since }: NewsTableProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t(`news.kinds.${kind}`)} flush>
      <CardTable caption={t(`news.kinds.${kind}`)} flush className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`news.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <NewsRow key={item.key} item={item} since={since} />
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}

function NewsRow({ item, since }: { item: NewsItem; since: NewsTableProps['since'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cluster, what, before, after } = item;
  const me = useMe();
  const page = me.role === 'manager' ? paths.myCluster(cluster.slug) : paths.cluster(cluster.slug);
  const asThen: AsOfSearch = { on: since.sinceOn, known: since.since };
  return (
    <tr>
      <th scope="row">
        <Link {...page}>{cluster.name}</Link> {cluster.illustrative && <IllustrativeTag />}
      </th>
      <td>{what}</td>
      <td data-label={t('news.columns.before')}>
        {before !== null && (
          <Link {...page} search={asThen} title={t('news.asThen', { on: format.longDate(since.sinceOn) })}>
            {before}
          </Link>
        )}
      </td>
      <td data-label={t('news.columns.after')} className="strong">
        {after}
      </td>
      <td className={styles['why']}>
        <Why item={item} />
      </td>
    </tr>
  );
}

function Why({ item: { byTimeAlone, at, by, kind } }: { item: NewsItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (byTimeAlone) {
    return (
      <>
        <Hourglass size={14} aria-hidden /> {t('news.byTimeAlone')}
      </>
    );
  }
  if (at === null) return kind === 'cluster' ? null : t('news.byRecording');
  const name = by?.name ?? t(by?.isSystem ? 'news.system' : 'news.someone');
  return (
    <time dateTime={at} title={`${at.slice(0, 19).replace('T', ' ')} UTC`}>
      {t('news.recorded', { by: name, at: format.instant(at) })}
    </time>
  );
}
