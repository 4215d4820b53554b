import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';

/** The way from the own page to the self-test. */
export function OwnIndicators({ slug }: { slug: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('indicators.document')}>
      <p>{t('indicators.own.text')}</p>
      <Link {...paths.myClusterIndicators(slug)}>{t('indicators.own.link')}</Link>
    </Panel>
  );
}
