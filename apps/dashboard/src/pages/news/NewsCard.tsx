import type { News } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { paths } from '../../paths.js';
import { newsQuery, useMarkLooked } from './news-query.js';
import styles from './NewsCard.module.css';

/** What is new, at the foot of the window until it is marked as seen. It says nothing where nothing is new, and nothing where it could not be fetched: the page goes on without it. */
export function NewsCard() {
  const { data } = useQuery(newsQuery);
  return data && data.items.length > 0 ? <Card news={data} /> : null;
}

function Card({ news }: { news: News }) {
  const { t } = useTranslation();
  const format = useFormat();
  const looked = useMarkLooked(news);
  const title = t('news.card.title', { count: news.items.length, since: format.instant(news.since) });
  return (
    <section className={styles['card']} aria-label={title}>
      <p className={styles['title']}>
        <Bell size={16} aria-hidden />
        {title}
      </p>
      <p className={styles['counts']}>{news.counts.map(({ text }) => text).join(' · ')}</p>
      <div className={styles['actions']}>
        <Link {...paths.news()}>{t('news.card.open')}</Link>
        <Button size="xs" loading={looked.isPending} onClick={() => looked.mutate()}>
          {t('news.card.looked')}
        </Button>
      </div>
    </section>
  );
}
