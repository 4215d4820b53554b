import type { AssessmentView } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';

/** "Selvtest, runde 2". */
export function nameOf({ kind, round }: Pick<AssessmentView, 'kind' | 'round'>, t: TFunction): string {
  return t('indicators.named', { kind: t(`indicators.kind.${kind}`), round });
}
