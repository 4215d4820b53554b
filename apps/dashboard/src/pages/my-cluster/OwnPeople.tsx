import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import { PersonLine } from '../../parts/PersonLine.js';
import styles from './MyCluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

/** Whom to ask, and who gets the reminders. */
export function OwnPeople({ detail }: Pick<ClusterPartProps, 'detail'>) {
  const { t } = useTranslation();
  const officers = detail.people.filter(({ role }) => role === 'officer');
  const own = detail.people.filter(({ role }) => role !== 'officer');
  const list = (people: typeof own) => (
    <ul className={styles['people']}>
      {people.map((person) => (
        <li key={`${person.personId} ${person.role}`}>
          <PersonLine person={person} isFictional={detail.fictional} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Panel title={t('myCluster.contact.title')}>
        {officers.length === 0 ? <p className="muted">{t('myCluster.contact.none')}</p> : list(officers)}
      </Panel>
      <Panel title={t('myCluster.people.title')}>
        {own.length === 0 ? <p className="muted">{t('myCluster.people.none')}</p> : list(own)}
      </Panel>
    </>
  );
}
