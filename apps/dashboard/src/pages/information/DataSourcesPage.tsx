import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CertaintyTag } from '../../parts/Certainty.js';
import { paths } from '../../paths.js';
import { InformationPage, Points, Section, useContact } from './InformationPage.js';
import styles from './InformationPage.module.css';

const kinds = ['sourced', 'partly', 'assumption', 'illustrative'] as const;

/** What is sourced, what is assumed, what is invented for the example. */
export function DataSourcesPage() {
  const { t } = useTranslation();
  const { isDemo, isKnown } = useContact();
  return (
    <InformationPage title={t('information.dataSources.title')} lead={t('information.dataSources.lead')}>
      <Section title={t('information.dataSources.kinds')}>
        <dl className={styles['kinds']}>
          {kinds.map((kind) => (
            <div key={kind}>
              <dt>
                <CertaintyTag confidence={kind} />
              </dt>
              <dd>{t(`information.dataSources.kind.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('information.dataSources.from')}>
        <Points points={t('information.dataSources.fromPoints', { returnObjects: true })} />
      </Section>
      {isKnown && (
        <Section title={t('information.dataSources.illustrative')}>
          <p>{isDemo ? t('information.dataSources.illustrativeText') : t('information.dataSources.realCopy')}</p>
        </Section>
      )}
      <Section title={t('information.dataSources.unknown')}>
        <p>{t('information.dataSources.unknownText')}</p>
        <p>
          {t('information.dataSources.rules')} <Link {...paths.rules()}>{t('information.dataSources.rulesLink')}</Link>
        </p>
      </Section>
    </InformationPage>
  );
}
