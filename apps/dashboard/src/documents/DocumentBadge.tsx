import type { DocumentView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import badge from '../parts/Badge.module.css';
import { Icon, type ShapeName } from '../parts/Icon.js';

const looks: Record<DocumentView['state'], [shape: ShapeName, look: string | undefined]> = {
  missing: ['none', badge['none']],
  returned: ['soon', badge['soon']],
  received: ['plan', badge['note']],
  approved: ['valid', badge['quiet']],
};

/** State of a document by word, shape and colour. One that has expired says so instead of that it was approved. */
export function DocumentBadge({ document: { state, expired } }: { document: Pick<DocumentView, 'state' | 'expired'> }) {
  const { t } = useTranslation();
  const hasExpired = expired && state === 'approved';
  const [shape, look] = hasExpired ? (['expired', badge['expired']] as const) : looks[state];
  return (
    <span className={`${badge['badge']} ${look}`}>
      <Icon name={shape} size={14} />
      {hasExpired ? t('documents.expired') : t(`documents.state.${state}`)}
    </span>
  );
}
