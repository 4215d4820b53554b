import type { AwardView } from '@klyngevagt/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../format.js';
import { CardTable } from './CardTable.js';
import styles from './AwardTable.module.css';
import { CertaintyDot, CertaintyLegend } from './Certainty.js';
import { LevelMark } from './LevelMark.js';
import { SourceText } from './SourceText.js';

interface AwardTableProps {
  awards: readonly AwardView[];
  caption: string;
  /** Buttons at the end of a row; without it the column is left out. */
  actions?: (award: AwardView) => ReactNode;
}

/** Every label the cluster was ever given, newest first, with how sure each date is and where it stands. Cards on a phone. */
export function AwardTable({ awards, caption, actions }: AwardTableProps) {
  const { t } = useTranslation();
  return (
    <>
      <CardTable caption={caption} className={styles['table']}>
        <thead>
          <tr>
            {(['level', 'kind', 'from', 'until', 'state', 'source'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`cluster.awards.${column}`)}
              </th>
            ))}
            {actions && (
              <th scope="col">
                <span className="sr">{t('cluster.awards.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {awards.map((award) => (
            <AwardRow key={award.id} award={award} actions={actions} />
          ))}
        </tbody>
      </CardTable>
      <CertaintyLegend />
    </>
  );
}

function AwardRow({ award, actions }: { award: AwardView; actions: AwardTableProps['actions'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = (column: 'kind' | 'from' | 'until' | 'source') => t(`cluster.awards.${column}`);
  return (
    <tr>
      <th scope="row">
        <LevelMark level={award.level} />
      </th>
      <td data-label={label('kind')}>{t(`terms.kind.${award.kind}`)}</td>
      <td data-label={label('from')}>
        <AwardDay day={award.validFrom} award={award} />
      </td>
      <td data-label={label('until')}>
        <AwardDay day={award.validUntil} award={award} />
        <ProposedEnd award={award} format={format} />
      </td>
      <td className={award.state === 'in-force' ? 'strong' : 'muted'}>
        {t(`cluster.awards.states.${award.state}`, { date: award.revokedOn ? format.date(award.revokedOn) : '' }).trim()}
      </td>
      <td data-label={label('source')}>
        {award.source ? <SourceText source={award.source} /> : t('cluster.awards.noSource')}
        <AwardNotes award={award} />
      </td>
      {actions && <td className={styles['actions']}>{actions(award)}</td>}
    </tr>
  );
}

function AwardDay({ day, award }: { day: string | null; award: AwardView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (day === null) return <span className="muted">{t('cluster.figures.notKnown')}</span>;
  return (
    <span className="nowrap">
      {format.date(day)}
      <CertaintyDot confidence={award.confidence} />
    </span>
  );
}

/** What the rule would say where the end is unknown: never used for a status until a person saves it. */
function ProposedEnd({ award: { proposal }, format }: { award: AwardView; format: Format }) {
  const { t } = useTranslation();
  if (!proposal) return null;
  return (
    <div className={styles['proposal']}>
      <span className={styles['tag']}>{t('cluster.awards.proposal')}</span>
      <span>{t('cluster.awards.proposalText', { from: format.date(proposal.validFrom), until: format.date(proposal.validUntil) })}</span>
    </div>
  );
}

function AwardNotes({ award }: { award: AwardView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notes = [
    t(`cluster.awards.basis.${award.validUntilBasis}`),
    award.approvedOn && t('cluster.awards.approved', { date: format.date(award.approvedOn) }),
    award.assessedOn && t('cluster.awards.assessed', { date: format.date(award.assessedOn) }),
    award.score && t('cluster.awards.score', { score: award.score }),
    award.note,
  ];
  return <div className={styles['small']}>{notes.filter(Boolean).join(' · ')}</div>;
}
