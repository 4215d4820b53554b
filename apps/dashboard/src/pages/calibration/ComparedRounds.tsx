import type { CalibrationView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CardTable } from '../../parts/CardTable.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Panel } from '../../parts/Panel.js';
import { useFigures } from '../assessment/figures.js';
import { Difference } from './Difference.js';

/** Shares of all points, the oldest round first. */
export function ComparedRounds({ rounds }: Pick<CalibrationView, 'rounds'>) {
  const { t } = useTranslation();
  const figure = useFigures();
  const format = useFormat();
  const says = (name: 'roundColumn' | 'closedOn' | 'version' | 'selfTest' | 'agreed' | 'difference') => t(`heatMap.calibration.${name}`);
  return (
    <Panel title={t('heatMap.calibration.rounds')} flush>
      <CardTable caption={t('heatMap.calibration.rounds')} flush>
        <thead>
          <tr>
            {(['roundColumn', 'closedOn', 'version', 'selfTest', 'agreed', 'difference'] as const).map((name) => (
              <th key={name} scope="col">
                {says(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ round, closedOn, frameworkVersion, illustrative, shares }) => (
            <tr key={round}>
              <th scope="row">
                {t('heatMap.calibration.round', { round })} {illustrative && <IllustrativeTag />}
              </th>
              <td data-label={says('closedOn')}>{format.date(closedOn)}</td>
              <td data-label={says('version')}>{frameworkVersion}</td>
              <td data-label={says('selfTest')}>{shares ? t('indicators.share', { share: figure(shares.selfTest) }) : '–'}</td>
              <td data-label={says('agreed')}>{shares ? t('indicators.share', { share: figure(shares.agreed) }) : '–'}</td>
              <td data-label={says('difference')}>
                {shares ? <Difference value={shares.difference} isShare /> : t('heatMap.calibration.open')}
              </td>
            </tr>
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}
