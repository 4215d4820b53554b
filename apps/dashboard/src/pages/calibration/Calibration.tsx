import type { CalibrationView } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { hasCode } from '../../queries.js';
import { useMay } from '../../session.js';
import { useFigures } from '../assessment/figures.js';
import styles from './Calibration.module.css';
import { ComparedIndicators } from './ComparedIndicators.js';
import { ComparedRounds } from './ComparedRounds.js';

/** What a cluster thought of itself against what the audits agreed on. Of the past only. */
export function Calibration({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const { time } = useAsOf();
  const mayRead = useMay('calibration:read');
  const query = useQuery({
    queryKey: ['cluster', slug, 'calibration', time.on ?? null, time.known ?? null],
    queryFn: ({ signal }) => api.get('calibration.read', { params: { slug }, query: time, signal }),
    enabled: mayRead,
  });
  if (!mayRead || hasCode(query.error, 'not-allowed')) return <NoAccess />;
  if (query.isError) return <ErrorState what={t('heatMap.calibration.what')} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <PanelSkeleton count={2} />;
  if (query.data.rounds.length === 0) {
    return <EmptyState title={t('heatMap.calibration.none.title')}>{t('heatMap.calibration.none.text')}</EmptyState>;
  }
  return <Answer calibration={query.data} />;
}

function Answer({ calibration }: { calibration: CalibrationView }) {
  const { t } = useTranslation();
  const figure = useFigures();
  const { lastTime, indicators, rounds } = calibration;
  const count = (tendency: string) => indicators.filter((one) => one.tendency === tendency).length;
  const sentence =
    lastTime &&
    (lastTime.difference === 0
      ? t('heatMap.calibration.lastSame')
      : t(lastTime.difference > 0 ? 'heatMap.calibration.lastBelow' : 'heatMap.calibration.lastAbove', {
          points: figure(Math.abs(lastTime.difference)),
        }));
  return (
    <div className={styles['page']}>
      {sentence && (
        <Note tone="blue" title={sentence}>
          {t('heatMap.calibration.past')}
        </Note>
      )}
      <p>
        {t('heatMap.calibration.counts', { optimist: count('optimist'), pessimist: count('pessimist'), even: count('even') })}{' '}
        {rounds.some(({ illustrative }) => illustrative) && t('heatMap.calibration.illustrative')}
      </p>
      <ComparedRounds rounds={rounds} />
      <ComparedIndicators calibration={calibration} />
    </div>
  );
}
