import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { paths } from '../../paths.js';
import { MyClusterFrame } from '../my-cluster/MyClusterFrame.js';
import { CalibrationLink } from '../calibration/CalibrationLink.js';
import { Indicators } from './Indicators.js';

/** The own cluster's indicators. Of the others nothing but medians without names. */
export function MyClusterIndicatorsPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/signed-in/my-cluster/$slug/indicators' });
  return (
    <MyClusterFrame
      slug={slug}
      head={(detail) => (
        <AnswerBand
          title={t('indicators.document')}
          lead={detail.row.name}
          above={<Link {...paths.myCluster(slug)}>{t('myCluster.document')}</Link>}
          withAsOf
          isAsOfQuiet
          dataRecordedAt={detail.dataRecordedAt}
        />
      )}
    >
      {() => (
        <>
          <Indicators slug={slug} />
          <CalibrationLink slug={slug} />
        </>
      )}
    </MyClusterFrame>
  );
}
