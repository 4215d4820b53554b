import type { FrameworkComparison } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../parts/CardTable.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import { useFigures } from '../assessment/figures.js';
import { comparisonQuery } from './framework-queries.js';

/** What a version changes against the one before it: indicators, and the result of each cluster. */
export function FrameworkChanges({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(comparisonQuery(id));
  return (
    <Panel title={t('frameworks.compare.title')}>
      {query.isError && <ErrorState what={t('frameworks.what')} error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Changes comparison={query.data} />}
    </Panel>
  );
}

function Changes({ comparison: { from, to, changes, clusters } }: { comparison: FrameworkComparison }) {
  const { t } = useTranslation();
  if (from === null) return <p className="muted">{t('frameworks.compare.nothing')}</p>;
  return (
    <>
      <p>
        {t('frameworks.compare.against', { version: from.version })} {changes.length === 0 && t('frameworks.compare.same')}
      </p>
      {(from.shareOfTotal !== to.shareOfTotal || from.minimums !== to.minimums) && (
        <p>
          <b>{t('frameworks.compare.passRule', { before: from.shareOfTotal, after: to.shareOfTotal })}</b>{' '}
          {t('frameworks.compare.minimums', { before: from.minimums, after: to.minimums })}
        </p>
      )}
      {changes.length > 0 && (
        <ul aria-label={t('frameworks.compare.indicators')}>
          {changes.map(({ indicator, name, change, fields }) => (
            <li key={indicator}>
              {indicator} {name}: {t(`frameworks.compare.change.${change}`)}
              {fields.length > 0 && ` (${fields.map((field) => t(`frameworks.compare.field.${field}`)).join(', ')})`}
            </li>
          ))}
        </ul>
      )}
      {clusters.length === 0 ? <p className="muted">{t('frameworks.compare.noClusters')}</p> : <Clusters clusters={clusters} />}
    </>
  );
}

const columns = ['cluster', 'from', 'before', 'after', 'lost'] as const;

function Clusters({ clusters }: Pick<FrameworkComparison, 'clusters'>) {
  const { t } = useTranslation();
  return (
    <CardTable caption={t('frameworks.compare.clusters')}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`frameworks.compare.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {clusters.map(({ slug, name, kind, round, illustrative, before, after, lost }) => (
          <tr key={slug}>
            <th scope="row">
              <Link {...paths.clusterIndicators(slug)}>{name}</Link> {illustrative && <IllustrativeTag />}
            </th>
            <td data-label={t('frameworks.compare.from')}>{t('indicators.named', { kind: t(`indicators.kind.${kind}`), round })}</td>
            <td data-label={t('frameworks.compare.before')}>
              <Result {...before} />
            </td>
            <td data-label={t('frameworks.compare.after')}>
              <Result {...after} />
            </td>
            <td data-label={t('frameworks.compare.lost')}>{lost.length === 0 ? t('frameworks.compare.none') : lost.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}

function Result({ outcome, share }: FrameworkComparison['clusters'][number]['before']) {
  const { t } = useTranslation();
  const figure = useFigures();
  return (
    <>
      {t(`indicators.outcome.${outcome}`)}
      {share !== null && ` (${t('indicators.share', { share: figure(share) })})`}
    </>
  );
}
