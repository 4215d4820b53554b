import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of.js';
import { NotFoundPage } from '../shell/NotFoundPage.js';
import { AnswerBand } from './AnswerBand.js';

/** No such cluster for this reader. Asked for what was known earlier the address is right: nothing was recorded of the cluster then. */
export function ClusterMissing() {
  const { t } = useTranslation();
  const { known } = useAsOf();
  if (known === undefined) return <NotFoundPage />;
  return <AnswerBand title={t('portfolio.none.known')} lead={t('portfolio.none.knownText')} withAsOf />;
}
