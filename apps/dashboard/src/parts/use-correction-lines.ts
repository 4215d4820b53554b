import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import type { ChangedValue } from './form-fields.js';

type Correction = ClusterDetail['corrections'][number];

/** What a proposed correction would change: old and new value. */
export function useCorrectionLines(detail: ClusterDetail, correction: Correction): (ChangedValue & { label: string })[] {
  const { t } = useTranslation();
  const format = useFormat();
  const award = detail.awards.find(({ id }) => id === correction.awardId);
  const lines: (ChangedValue & { label: string })[] = [];
  if (correction.proposedLevel) {
    const before = award ? t(`terms.level.${award.level}`) : null;
    lines.push({ label: t('cluster.corrections.level'), before, after: t(`terms.level.${correction.proposedLevel}`) });
  }
  if (correction.proposedValidUntil) {
    const before = award?.validUntil ? format.date(award.validUntil) : null;
    lines.push({ label: t('cluster.corrections.validUntil'), before, after: format.date(correction.proposedValidUntil) });
  }
  return lines;
}
