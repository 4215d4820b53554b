import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';

export function MyClusterPage() {
  const { t } = useTranslation();
  return <AnswerBand title={t('shell.nav.myCluster')} withAsOf />;
}
