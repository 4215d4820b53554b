import type { ClusterDetail } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import { PersonLine } from '../../parts/PersonLine.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import styles from './Cluster.module.css';

/** Who is tied to the cluster and in which part. */
export function ClusterPeople({ detail }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  const mayManage = useMay('people:manage');
  return (
    <Panel
      title={t('cluster.people.title')}
      aside={
        mayManage && (
          <Link {...paths.people({ cluster: detail.row.slug })} className="small">
            {t('cluster.people.edit')}
          </Link>
        )
      }
    >
      {detail.people.length === 0 && <p className="muted">{t('cluster.people.none')}</p>}
      <ul className={styles['people']}>
        {detail.people.map((person) => (
          <li key={`${person.personId} ${person.role}`}>
            <PersonLine person={person} isFictional={detail.fictional} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
