import type { AwardView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/ActionButton.js';
import { Certificates } from '../../documents/Certificates.js';
import { AwardTable } from '../../parts/AwardTable.js';
import { useAwardNameInSentence } from '../../parts/use-award-name.js';
import { useMay } from '../../session.js';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { Section } from './Section.js';

/** Every label ever given, with where each date comes from. */
export function Awards({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const mayRecord = useMay('award:record');
  const { awards } = detail;
  const add = (
    <ActionButton permission="award:record" size="sm" onClick={() => openForm({ kind: 'award', awardId: null })}>
      {t('cluster.awards.add')}
    </ActionButton>
  );
  return (
    <Section title={t('cluster.awards.title')} aside={add}>
      {awards.length === 0 ? (
        <p className="muted">
          <b>{t('cluster.awards.none')}.</b> {t('cluster.awards.noneText')}
        </p>
      ) : (
        <>
          <AwardTable
            awards={awards}
            caption={t('cluster.awards.title')}
            {...(mayRecord && { actions: (award: AwardView) => <AwardActions award={award} openForm={openForm} /> })}
          />
          <Certificates slug={detail.row.slug} awards={awards} />
        </>
      )}
    </Section>
  );
}

function AwardActions({ award, openForm }: { award: AwardView; openForm: ClusterPartProps['openForm'] }) {
  const { t } = useTranslation();
  const named = { award: useAwardNameInSentence()(award) };
  return (
    <div>
      {award.proposal && (
        <ActionButton
          permission="award:record"
          size="xs"
          name={t('cluster.awards.saveProposalOf', named)}
          onClick={() => openForm({ kind: 'award', awardId: award.id, withProposal: true })}
        >
          {t('cluster.awards.saveProposal')}
        </ActionButton>
      )}
      <ActionButton
        permission="award:record"
        size="xs"
        variant="subtle"
        name={t('cluster.awards.correctOne', named)}
        onClick={() => openForm({ kind: 'award', awardId: award.id })}
      >
        {t('cluster.awards.correct')}
      </ActionButton>
      {award.revokedOn === null && (
        <ActionButton
          permission="award:record"
          size="xs"
          variant="subtle"
          name={t('cluster.awards.revokeOne', named)}
          onClick={() => openForm({ kind: 'revocation', awardId: award.id })}
        >
          {t('cluster.awards.revoke')}
        </ActionButton>
      )}
    </div>
  );
}
