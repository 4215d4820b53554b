import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { paths } from '../../paths.js';
import { MyClusterFrame } from '../my-cluster/MyClusterFrame.js';
import { Calibration } from './Calibration.js';

/** Self-test and audit of the own cluster. */
export function MyClusterCalibrationPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/signed-in/my-cluster/$slug/calibration' });
  return (
    <MyClusterFrame
      slug={slug}
      head={(detail) => (
        <AnswerBand
          title={t('heatMap.calibration.title')}
          lead={detail.row.name}
          above={<Link {...paths.myClusterIndicators(slug)}>{t('heatMap.calibration.back')}</Link>}
          withAsOf
          isAsOfQuiet
          dataRecordedAt={detail.dataRecordedAt}
        />
      )}
    >
      {() => <Calibration slug={slug} />}
    </MyClusterFrame>
  );
}
