import type { Portfolio } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type TileName, tiles } from './portfolio-search.js';
import styles from './Tiles.module.css';

interface TilesProps {
  portfolio: Pick<Portfolio, 'totals' | 'horizonDays'>;
  chosen: TileName | undefined;
  onChoose(tile: TileName | undefined): void;
}

/** Four counts with their denominator, worst first; each filters the table. Zeros stay. */
export function Tiles({ portfolio, chosen, onChoose }: TilesProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['tiles']} role="group" aria-label={t('portfolio.tiles.label')}>
      {tiles.map((tile) => {
        const { count, title, detail } = tileWords(tile, portfolio, t);
        return (
          <button
            key={tile}
            type="button"
            className={`${styles['tile']} ${styles[tile]} ${count === 0 ? styles['zero'] : ''}`}
            aria-pressed={chosen === tile}
            onClick={() => onChoose(chosen === tile ? undefined : tile)}
          >
            <span className={styles['number']}>
              {count}
              <small>{t('portfolio.ofBound', { count: portfolio.totals.bound })}</small>
            </span>
            <span>
              <span className={styles['title']}>{title}</span>
              <span className={styles['detail']}>{detail}</span>
            </span>
          </button>
        );
      })}
    </div>
  );
}

interface TileWords {
  count: number;
  title: string;
  detail: string;
}

function tileWords(tile: TileName, { totals, horizonDays }: TilesProps['portfolio'], t: TFunction): TileWords {
  const none = t('portfolio.tiles.noneDetail');
  switch (tile) {
    case 'not-in-force': {
      const { count, renewable, byPlan, ended, exempt } = totals.notInForce;
      const others = t('portfolio.tiles.notInForceDetail', { renewable, byPlan, ended });
      const detail = exempt > 0 ? t('portfolio.tiles.alsoExempt', { others, count: exempt }) : others;
      return { count, title: t('portfolio.tiles.not-in-force'), detail: count === 0 ? none : detail };
    }
    case 'expiring': {
      const { count, withoutBooking } = totals.expiring;
      return {
        count,
        title: t('portfolio.tiles.expiring', { count: horizonDays }),
        detail: count === 0 ? none : t('portfolio.tiles.expiringDetail', { count: withoutBooking }),
      };
    }
    case 'unknown': {
      const { count } = totals.unknown;
      return {
        count,
        title: t('portfolio.tiles.unknown'),
        detail: totals.bound === 0 ? none : t('portfolio.tiles.unknownDetail', { count }),
      };
    }
    case 'in-force': {
      const { count } = totals.inForce;
      return {
        count,
        title: t('portfolio.tiles.in-force'),
        detail: count === 0 ? none : t('portfolio.tiles.inForceDetail', { count: horizonDays }),
      };
    }
  }
}
