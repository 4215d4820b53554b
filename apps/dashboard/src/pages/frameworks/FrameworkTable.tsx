import type { FrameworkView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CardTable } from '../../parts/CardTable.js';
import { Panel } from '../../parts/Panel.js';
import { SourceText } from '../../parts/SourceText.js';

const columns = ['code', 'name', 'minimum', 'maximum', 'weight', 'values', 'confidence', 'source'] as const;

/** Every indicator of a version, with its figures and how sure they are. */
export function FrameworkTable({ document: { indicators } }: Pick<FrameworkView, 'document'>) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const label = (name: (typeof columns)[number]) => t(`frameworks.indicator.${name}`);
  return (
    <Panel title={t('frameworks.indicator.title')} flush>
      <CardTable caption={t('frameworks.indicator.caption')} foldsAt="tablet" flush>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {label(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ code, nameDa, nameEn, minimum, maximum, weight, valuesConfidence, confidence, source }) => (
            <tr key={code}>
              <td data-label={label('code')}>{code}</td>
              <th scope="row">{language === 'da' ? nameDa : nameEn}</th>
              <td data-label={label('minimum')}>{minimum ?? t('frameworks.indicator.unknown')}</td>
              <td data-label={label('maximum')}>{maximum}</td>
              <td data-label={label('weight')}>{weight}</td>
              <td data-label={label('values')}>{t(`terms.confidence.${valuesConfidence}`)}</td>
              <td data-label={label('confidence')}>{t(`terms.confidence.${confidence}`)}</td>
              <td data-label={label('source')}>
                <SourceText source={source} />
              </td>
            </tr>
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}
