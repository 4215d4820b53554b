import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';

export interface Option {
  value: string;
  label: string;
}

export function useLevelOptions(): Option[] {
  const { t } = useTranslation();
  return (['gold', 'silver', 'bronze'] as const).map((value) => ({ value, label: t(`terms.level.${value}`) }));
}

export function useConfidenceOptions(): Option[] {
  const { t } = useTranslation();
  return (['sourced', 'partly', 'assumption', 'illustrative'] as const).map((value) => ({
    value,
    label: t(`terms.confidence.${value}`),
  }));
}

export function useAnswerOptions(): Option[] {
  const { t } = useTranslation();
  return (['yes', 'no', 'not-known'] as const).map((value) => ({ value, label: t(`cluster.memberships.answers.${value}`) }));
}

export function programmeOptions(detail: ClusterDetail): Option[] {
  return detail.programmes.map(({ slug, name }) => ({ value: slug, label: name }));
}

/** The programme a new fact is most likely about: the one that decides, else the newest. */
export function likelyProgramme(detail: ClusterDetail): string {
  const newest = [...detail.programmes].sort((one, other) => other.startsOn.localeCompare(one.startsOn))[0];
  return detail.row.verdictProgramme ?? newest?.slug ?? '';
}
