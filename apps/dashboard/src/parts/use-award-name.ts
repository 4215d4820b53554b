import type { AwardView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';

/** "Guld fra 01.04.2024": tells the awards of a cluster apart, in lists and on buttons. */
export function useAwardName(): (award: Pick<AwardView, 'level' | 'validFrom' | 'approvedOn'>) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ level, validFrom, approvedOn }) => {
    const day = validFrom ?? approvedOn;
    const word = t(`terms.level.${level}`);
    return day ? t('cluster.awards.named', { level: word, date: format.date(day) }) : t('cluster.awards.namedWithout', { level: word });
  };
}

/** The same in the middle of a sentence; the names of months stay as they are. */
export function useAwardNameInSentence(): (award: Pick<AwardView, 'level' | 'validFrom' | 'approvedOn'>) => string {
  const nameOf = useAwardName();
  return (award) => {
    const name = nameOf(award);
    return name.charAt(0).toLowerCase() + name.slice(1);
  };
}
