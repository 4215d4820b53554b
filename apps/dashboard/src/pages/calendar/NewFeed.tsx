import { Button, NativeSelect } from '@mantine/core';
import type { CalendarFeedList } from '@klyngevagt/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLookingBack } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { Panel } from '../../parts/Panel.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import styles from './Calendar.module.css';
import type { MadeAddress } from './ShownAddress.js';
import { useNewFeed } from './use-new-feed.js';

const everything = '';

/** What the link shall show, and in which language. Nothing is offered that a link shows already. */
export function NewFeed({ list: { feeds, clusters }, onMade }: { list: CalendarFeedList; onMade(made: MadeAddress): void }) {
  const { t } = useTranslation();
  const { language: own } = useFormat();
  const isLookingBack = useLookingBack();
  const [chosen, setChosen] = useState(everything);
  const [language, setLanguage] = useState(own);
  const create = useNewFeed(onMade);
  const taken = new Set(feeds.map(({ cluster }) => cluster?.slug ?? everything));
  const options = [
    { value: everything, label: t('calendar.add.everything') },
    ...clusters.map(({ slug, name }) => ({ value: slug, label: name })),
  ];
  const free = options.filter(({ value }) => !taken.has(value));
  const reach = free.some(({ value }) => value === chosen) ? chosen : free[0]?.value;
  if (reach === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!create.isPending) create.mutate({ cluster: reach === everything ? null : reach, language });
  };
  return (
    <Panel title={t('calendar.add.title')}>
      {isLookingBack ? (
        <p className="muted">{t('calendar.lookingBack')}</p>
      ) : (
        <form className={styles['form']} onSubmit={submit}>
          <NativeSelect
            label={t('calendar.add.reach')}
            value={reach}
            data={free}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('calendar.add.language')}
            value={language}
            data={(['da', 'en'] as const).map((value) => ({ value, label: t(`calendar.add.${value}`) }))}
            onChange={(event) => setLanguage(event.currentTarget.value === 'en' ? 'en' : 'da')}
          />
          <Button type="submit" variant="filled" aria-disabled={create.isPending}>
            {t('calendar.add.submit')}
          </Button>
        </form>
      )}
      <SaveProblem problem={create.error} />
    </Panel>
  );
}
