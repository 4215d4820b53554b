import { useTranslation } from 'react-i18next';
import type { GroupShare } from './group-share.js';
import styles from './Indicators.module.css';

const size = 260;
const middle = size / 2;
const reach = 96;

/** One axis for each group, never one for each indicator. The table beside it says the same in words. */
export function GroupRadar({ groups, threshold }: { groups: readonly GroupShare[]; threshold: number }) {
  const { t } = useTranslation();
  const outline = (shareOf: (group: GroupShare) => number) =>
    groups.map((group, place) => at(place, groups.length, shareOf(group)).join(',')).join(' ');
  // A group with a missing answer has no share: drawn at nothing it would look like a zero.
  const isNow = groups.every(({ share }) => share !== null);
  const isBefore = groups.every(({ previous }) => previous !== null);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={`${styles['radar']} drawn`} role="img" aria-label={t('indicators.groups.picture')}>
      {[50, 100].map((ring) => (
        <polygon key={ring} points={outline(() => ring)} className={styles['ring']} />
      ))}
      <polygon points={outline(() => threshold)} className={styles['threshold']} />
      {groups.map(({ code }, place) => {
        const [x, y] = at(place, groups.length, 100);
        const [textX, textY] = at(place, groups.length, 116);
        return (
          <g key={code}>
            <line x1={middle} y1={middle} x2={x} y2={y} className={styles['axis']} />
            <text x={textX} y={textY} className={styles['axisText']}>
              {code}
            </text>
          </g>
        );
      })}
      {isBefore && <polygon points={outline(({ previous }) => previous ?? 0)} className={styles['radarBefore']} />}
      {isNow && <polygon points={outline(({ share }) => share ?? 0)} className={styles['radarNow']} />}
      {groups.map(({ code, share }, place) => {
        const [x, y] = at(place, groups.length, share ?? 0);
        return share !== null && <circle key={code} cx={x} cy={y} r="3.5" className={styles['radarDot']} />;
      })}
    </svg>
  );
}

function at(place: number, of: number, share: number): [number, number] {
  const angle = (2 * Math.PI * place) / of - Math.PI / 2;
  const length = (reach * share) / 100;
  return [Math.round((middle + length * Math.cos(angle)) * 10) / 10, Math.round((middle + length * Math.sin(angle)) * 10) / 10];
}
