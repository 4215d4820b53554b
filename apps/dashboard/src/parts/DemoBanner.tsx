import { Info, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from './Banner.js';

/** Example data: said on every page of a demonstration. */
export function DemoBanner() {
  const { t } = useTranslation();
  return (
    <Banner tone="amber" title={t('shell.demo.title')} icon={<Info size={14} aria-hidden />}>
      {t('shell.demo.text')}
    </Banner>
  );
}

/** An invented programme. */
export function FictionalBanner({ programme }: { programme: string }) {
  const { t } = useTranslation();
  return (
    <Banner tone="amber" title={t('shell.fictional.title', { programme })} icon={<Info size={14} aria-hidden />}>
      {t('shell.fictional.text')}
    </Banner>
  );
}

export function OfflineBanner() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(followLine, () => navigator.onLine);
  return (
    <div role="status">
      {!isOnline && (
        <Banner tone="grey" title={t('shell.offline.title')} icon={<WifiOff size={14} aria-hidden />}>
          {t('shell.offline.text')}
        </Banner>
      )}
    </div>
  );
}

function followLine(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}
