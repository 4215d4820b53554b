import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session.js';
import { IllustrativeTag } from './IllustrativeTag.js';
import styles from './PersonLine.module.css';

type Person = ClusterDetail['people'][number];

/** Name, part in the cluster, how to reach. Names stay hidden from those who may not see them. */
export function PersonLine({ person, isFictional = false }: { person: Person; isFictional?: boolean }) {
  const { t } = useTranslation();
  const isMe = useMe().id === person.personId;
  const name = person.name ?? t('cluster.people.hidden');
  const role = t(`terms.clusterRole.${person.role}`);
  return (
    <div className={styles['person']}>
      <span className={styles['initials']} aria-hidden="true">
        {person.name ? initialsOf(person.name) : '–'}
      </span>
      <div>
        <p>
          <b>{name}</b>
          {isMe && ` (${t('myCluster.people.you')})`} {person.illustrative && !isFictional && <IllustrativeTag />}
        </p>
        <p className="small muted">
          {[
            person.title,
            person.title === role ? null : person.title ? role.toLowerCase() : role,
            person.role !== 'officer' && t(`cluster.people.language.${person.language}`),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        {person.email && (
          <p className="small">
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </p>
        )}
        {person.phone && (
          <p className="small">
            <a href={`tel:${person.phone.replace(/\s/g, '')}`}>{person.phone}</a>
          </p>
        )}
      </div>
    </div>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
