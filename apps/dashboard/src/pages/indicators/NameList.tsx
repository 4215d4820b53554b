import type { HeatMapView } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import styles from './Indicators.module.css';

/** Codes and names, by group. */
export function NameList({ map: { dimensions, columns }, chosen }: { map: HeatMapView; chosen: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('heatMap.names')} aside={<Link {...paths.frameworks()}>{t('frameworks.document')}</Link>}>
      <div className={styles['names']}>
        {dimensions.map(({ code: group, name }) => (
          <section key={group}>
            <h3>
              {group} {name}
            </h3>
            <ul>
              {columns
                .filter(({ dimension }) => dimension === group)
                .map((column) => (
                  <li key={column.code} className={column.code === chosen ? 'strong' : ''}>
                    <span>{column.code}</span>
                    <span>{column.name}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
