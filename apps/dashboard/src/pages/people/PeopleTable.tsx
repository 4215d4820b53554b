import { KeyRound, Mail, UserCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { CardTable } from '../../parts/CardTable.js';
import styles from './People.module.css';
import type { Person } from './shown-people.js';

interface PeopleTableProps {
  people: readonly Person[];
  onEdit(person: Person): void;
  onInviteAgain(person: Person): void;
  onAbsence(person: Person): void;
  onLife(person: Person): void;
}

const columns = ['name', 'contact', 'role', 'clusters', 'account'] as const;

export function PeopleTable({ people, onEdit, onInviteAgain, onAbsence, onLife }: PeopleTableProps) {
  const { t } = useTranslation();
  const mayManage = useMay('people:manage');
  return (
    <CardTable caption={t('people.caption')} foldsAt="tablet" className={styles['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`people.columns.${column}`)}
            </th>
          ))}
          {mayManage && (
            <th scope="col">
              <span className="sr">{t('people.columns.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person}>
            {mayManage && (
              <td className={styles['actions']}>
                <ActionButton
                  permission="people:manage"
                  size="xs"
                  name={t('people.actions.editName', { name: person.name })}
                  onClick={() => onEdit(person)}
                >
                  {t('people.actions.edit')}
                </ActionButton>
                {person.role !== null && person.account !== 'active' && (
                  <ActionButton
                    permission="people:manage"
                    size="xs"
                    name={t(person.account === 'invited' ? 'people.actions.againName' : 'people.actions.firstName', { name: person.name })}
                    onClick={() => onInviteAgain(person)}
                  >
                    {t(person.account === 'invited' ? 'people.actions.again' : 'people.actions.first')}
                  </ActionButton>
                )}
                <ActionButton
                  permission="people:manage"
                  size="xs"
                  name={t('mailPreferences.absence.buttonName', { name: person.name })}
                  onClick={() => onAbsence(person)}
                >
                  {t('mailPreferences.absence.button')}
                </ActionButton>
                <ActionButton
                  permission="people:manage"
                  size="xs"
                  name={t('people.life.buttonName', { name: person.name })}
                  onClick={() => onLife(person)}
                >
                  {t('people.life.button')}
                </ActionButton>
              </td>
            )}
          </PersonRow>
        ))}
      </tbody>
    </CardTable>
  );
}

function PersonRow({ person, children }: { person: Person; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <span className={styles['name']}>
          {person.name}
          {person.isMe && <span className="muted">({t('people.me')})</span>}
          {person.illustrative && <IllustrativeTag />}
        </span>
        {person.title && <span className="fine">{person.title}</span>}
      </th>
      <td className={styles['contact']}>
        <a href={`mailto:${person.email}`}>{person.email}</a>
        <span className="fine">{[person.phone, t(`people.language.${person.language}`)].filter(Boolean).join(' · ')}</span>
      </td>
      <td>{person.role === null ? <span className="muted">{t('people.noRole')}</span> : t(`terms.role.${person.role}`)}</td>
      <td>
        <Clusters person={person} />
      </td>
      <td>
        <AccountSign account={person.account} />
      </td>
      {children}
    </tr>
  );
}

function Clusters({ person: { clusters, role } }: { person: Person }) {
  const { t } = useTranslation();
  if (clusters.length === 0) {
    const isAll = role === 'administrator' || role === 'officer' || role === 'reader';
    return <span className="muted">{isAll ? t('people.allClustersOf') : t('people.noClusters')}</span>;
  }
  return (
    <ul>
      {clusters.map((cluster) => (
        <li key={`${cluster.slug} ${cluster.role}`}>
          {t('people.clusterAs', { cluster: cluster.name, role: t(`terms.clusterRole.${cluster.role}`).toLowerCase() })}
        </li>
      ))}
    </ul>
  );
}

const signs: Record<Person['account'], [ReactNode, string | undefined]> = {
  active: [<UserCheck size={14} aria-hidden />, styles['active']],
  invited: [<Mail size={14} aria-hidden />, styles['invited']],
  none: [<KeyRound size={14} aria-hidden />, 'muted'],
};

function AccountSign({ account }: { account: Person['account'] }) {
  const { t } = useTranslation();
  const [sign, look] = signs[account];
  return (
    <span className={`${styles['sign']} ${look}`}>
      {sign}
      {t(`people.account.${account}`)}
    </span>
  );
}
