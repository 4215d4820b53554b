import type { CalibrationView } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../parts/CardTable.js';
import { Panel } from '../../parts/Panel.js';
import { Difference } from './Difference.js';
import { useCalibrationExport } from './use-calibration-export.js';

/** Self-test and audit for each indicator, a column for each round. */
export function ComparedIndicators({ calibration }: { calibration: CalibrationView }) {
  const { t } = useTranslation();
  const save = useCalibrationExport(calibration);
  const { rounds, indicators } = calibration;
  return (
    <Panel
      title={t('heatMap.calibration.indicators')}
      aside={
        <Button size="sm" leftSection={<Download size={14} aria-hidden />} onClick={() => void save()}>
          {t('heatMap.calibration.export')}
        </Button>
      }
      flush
    >
      <CardTable caption={t('heatMap.calibration.caption')} flush>
        <thead>
          <tr>
            <th scope="col">{t('heatMap.calibration.indicator')}</th>
            <th scope="col">{t('heatMap.calibration.tendency')}</th>
            {rounds.map(({ round }) => (
              <th key={round} scope="col">
                {t('heatMap.calibration.round', { round })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ code, name, tendency, rounds: compared }) => (
            <tr key={code}>
              <th scope="row">
                {code} {name}
              </th>
              <td data-label={t('heatMap.calibration.tendency')}>{t(`heatMap.calibration.tendencies.${tendency}`)}</td>
              {rounds.map(({ round }) => {
                const one = compared.find((each) => each.round === round);
                return (
                  <td key={round} data-label={t('heatMap.calibration.round', { round })}>
                    {one ? (
                      <>
                        <Difference value={one.difference} />{' '}
                        <span className="small muted">{t('heatMap.calibration.pair', { selfTest: one.selfTest, agreed: one.agreed })}</span>
                      </>
                    ) : (
                      t('heatMap.calibration.tendencies.not-compared')
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}
