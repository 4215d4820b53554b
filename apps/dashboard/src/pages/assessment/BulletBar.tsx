import styles from './Indicators.module.css';
import type { Indicator } from './sheet.js';
import type { BarValues } from './shown-assessment.js';

interface BulletBarProps {
  indicator: Indicator;
  values: BarValues;
  /** A score that is tried out. */
  tried: number | undefined;
  /** All of it in words. */
  label: string;
}

const height = 22;
const top = 7;
const thick = 10;

/** Blue: the score. Ink line: minimum. Triangle above: the previous round. Ring: median. Dashed: what is tried. Hatched: below the minimum. */
export function BulletBar({ indicator: { maximum }, values, tried, label }: BulletBarProps) {
  const at = (value: number) => `${(100 * value) / maximum}%`;
  const { score, minimum, previous, median, isBelow, toConfirm } = values;
  return (
    <svg className={`${styles['bullet']} drawn`} height={height} role="img" aria-label={label}>
      {score !== null && (
        <rect
          x="0"
          y={top}
          width={at(score)}
          height={thick}
          className={isBelow ? styles['barBelow'] : toConfirm ? styles['barCarried'] : styles['bar']}
        />
      )}
      {tried !== undefined && <rect x="0" y={top - 2} width={at(tried)} height={thick + 4} className={styles['barTried']} />}
      {minimum !== null && <line x1={at(minimum)} x2={at(minimum)} y1={top - 4} y2={top + thick + 4} className={styles['minimumLine']} />}
      {previous !== null && (
        <svg x={at(previous)} y="0" className={styles['mark']}>
          <path d="M-4 0h8l-4 6z" className={styles['previousMark']} />
        </svg>
      )}
      {median !== null && <circle cx={at(median)} cy={top + thick / 2} r="4" className={styles['medianMark']} />}
    </svg>
  );
}
