import type { Confidence } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import styles from './Certainty.module.css';
import { Icon, type ShapeName } from './Icon.js';

export type ConfidenceName = z.infer<typeof Confidence>;

const shapes: Record<ConfidenceName, ShapeName> = {
  sourced: 'sourced',
  partly: 'computed',
  assumption: 'assumed',
  illustrative: 'illustrative',
};
const order: ConfidenceName[] = ['sourced', 'partly', 'assumption', 'illustrative'];

/** How sure the date before it is: full, half, ring, broken ring. */
export function CertaintyDot({ confidence }: { confidence: ConfidenceName | null }) {
  const { t } = useTranslation();
  if (confidence === null) return null;
  return (
    <span className={styles['dot']} title={t(`terms.confidence.${confidence}`)}>
      <Icon name={shapes[confidence]} size={7} />
      <span className="sr"> ({t(`terms.confidence.${confidence}`)})</span>
    </span>
  );
}

/** The same with its word, where there is room: "kildebelagt", "antagelse". */
export function CertaintyTag({ confidence }: { confidence: ConfidenceName }) {
  const { t } = useTranslation();
  return (
    <span className={`${styles['tag']} ${confidence === 'illustrative' ? styles['dashed'] : ''}`}>
      <Icon name={shapes[confidence]} size={7} />
      {t(`terms.confidence.${confidence}`)}
    </span>
  );
}

/** What the dots mean; below every table that shows them. Children: further keys. */
export function CertaintyLegend({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <p className={styles['legend']}>
      {order.map((confidence) => (
        <span className={styles['key']} key={confidence}>
          <span className={styles['dot']}>
            <Icon name={shapes[confidence]} size={7} />
          </span>
          {t(`shell.certainty.${confidence}`)}
        </span>
      ))}
      {children}
    </p>
  );
}

/** One more key of the legend. */
export function LegendKey({ sign, children }: { sign: React.ReactNode; children: React.ReactNode }) {
  return (
    <span className={styles['key']}>
      {sign}
      {children}
    </span>
  );
}
