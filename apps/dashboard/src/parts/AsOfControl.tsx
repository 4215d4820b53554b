import { Button } from '@mantine/core';
import { addMonths } from '@klyngevagt/scoring';
import { Calendar, ChevronLeft, ChevronRight } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of.js';
import { useFormat } from '../format.js';
import { Banner } from './Banner.js';
import { useFold } from './use-fold.js';
import styles from './AsOfControl.module.css';

const AsOfForm = lazy(() => import('./AsOfForm.js'));

/** "Pr. dato": a month back, the day, a month forward. The day stands in the address. */
export function AsOfControl() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const format = useFormat();
  const fold = useFold<HTMLDivElement>();
  return (
    <div className={styles['control']} ref={fold.ref} role="group" aria-label={t('shell.asOf.label')}>
      <span className={styles['label']} aria-hidden="true">
        {t('shell.asOf.label')}
      </span>
      <button
        className={styles['step']}
        type="button"
        aria-label={t('shell.asOf.back')}
        onClick={() => asOf.choose(addMonths(asOf.on, -1))}
      >
        <ChevronLeft size={14} aria-hidden />
      </button>
      <button
        className={styles['day']}
        type="button"
        aria-expanded={fold.isOpen}
        aria-label={t('shell.asOf.choose', { date: format.date(asOf.on) })}
        onClick={fold.toggle}
      >
        <Calendar size={14} aria-hidden />
        {format.date(asOf.on)}
        {!asOf.isLookingBack && <span className={styles['today']}>{t('shell.asOf.today')}</span>}
      </button>
      <button
        className={styles['step']}
        type="button"
        aria-label={t('shell.asOf.forward')}
        onClick={() => asOf.choose(addMonths(asOf.on, 1))}
      >
        <ChevronRight size={14} aria-hidden />
      </button>
      {fold.isOpen && (
        <Suspense fallback={null}>
          <AsOfForm onDone={fold.close} />
        </Suspense>
      )}
    </div>
  );
}

/** "Du ser status pr. ...", with the way back. */
export function AsOfBanner() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const format = useFormat();
  const sentence = () => {
    if (asOf.known === asOf.on) return t('shell.asOf.knownThen');
    if (asOf.known !== undefined) return t('shell.asOf.knownAt', { at: format.recordedTime(asOf.known) });
    return t(asOf.isFuture ? 'shell.asOf.future' : 'shell.asOf.past');
  };
  return (
    <div role="status">
      {asOf.isLookingBack && (
        <Banner
          tone="dark"
          title={t('shell.asOf.viewing', { date: format.longDate(asOf.on) })}
          icon={<Calendar size={14} aria-hidden />}
          action={
            <div className={styles['actions']}>
              {(asOf.hasEnded || asOf.known !== undefined) && <KnownSwitch />}
              <Button size="xs" onClick={() => asOf.choose(undefined)}>
                {t('shell.asOf.return')}
              </Button>
            </div>
          }
        >
          {sentence()}
        </Banner>
      )}
    </div>
  );
}

/** The second axis of time: the day by what is known today, or by what was known at its end. Stands in the address. */
function KnownSwitch() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const chosen = asOf.known === undefined ? 'today' : 'before';
  return (
    <div className={styles['known']} role="group" aria-label={t('shell.asOf.known.label')}>
      {(['today', 'before'] as const).map((when) => (
        <button
          key={when}
          type="button"
          aria-pressed={chosen === when}
          disabled={when === 'before' && chosen === 'today' && !asOf.hasEnded}
          onClick={() => asOf.know(when)}
        >
          {t(`shell.asOf.known.${when}`)}
        </button>
      ))}
    </div>
  );
}
