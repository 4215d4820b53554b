import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentRows } from '../../documents/DocumentRows.js';
import { useDocuments } from '../../documents/documents-query.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';

/** What the cluster still owes, with the way to send it, and the way to everything else. */
export function OwnDocuments({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const mayRead = useMay('document:read');
  const { data } = useDocuments(slug, null, mayRead);
  if (!data) return null;
  const owed = data.documents.filter(({ state }) => state === 'missing' || state === 'returned');
  const all = <Link {...paths.myClusterDocuments(slug)}>{t('myCluster.documents.more', { count: data.documents.length })}</Link>;
  return (
    <Panel title={t('myCluster.documents.title')} aside={data.documents.length > 0 && <span className="small">{all}</span>}>
      <DocumentRows
        slug={slug}
        subject={{ kind: 'cluster', id: slug }}
        list={data}
        shown={owed}
        withSubject
        empty={<p className="muted">{t('myCluster.documents.none')}</p>}
      />
    </Panel>
  );
}
