import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MyClusterFrame } from '../pages/my-cluster/MyClusterFrame.js';
import { AnswerBand } from '../parts/AnswerBand.js';
import { paths } from '../paths.js';
import { AllDocuments } from './AllDocuments.js';

/** The own documents: what is to be sent, what became of what was. */
export function MyClusterDocumentsPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/signed-in/my-cluster/$slug/documents' });
  return (
    <MyClusterFrame
      slug={slug}
      head={(detail) => (
        <AnswerBand
          title={t('myCluster.documents.page', { cluster: detail.row.name })}
          above={<Link {...paths.myCluster(slug)}>{t('myCluster.document')}</Link>}
          withAsOf
          isAsOfQuiet
          dataRecordedAt={detail.dataRecordedAt}
        />
      )}
    >
      {() => <AllDocuments slug={slug} />}
    </MyClusterFrame>
  );
}
