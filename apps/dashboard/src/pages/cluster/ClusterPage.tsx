import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';

export function ClusterPage() {
  const { t } = useTranslation();
  return <AnswerBand title={t('shell.nav.myCluster')} withAsOf />;
}
