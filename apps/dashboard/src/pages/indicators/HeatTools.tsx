import type { HeatMapView } from '@klyngevagt/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { saveBytes } from '../../parts/save-file.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import styles from './Indicators.module.css';
import type { IndicatorsSearch } from './indicators-search.js';

const kinds = ['agreed', 'self-test', 'expert-a', 'expert-b'] as const;

interface HeatToolsProps {
  map: HeatMapView;
  search: IndicatorsSearch;
  onChange(part: Partial<IndicatorsSearch>): void;
}

/** What is shown, in which order, and as a file. All of it stands in the address. */
export function HeatTools({ map, search, onChange }: HeatToolsProps) {
  const { t } = useTranslation();
  const weakest = t((map.framework?.minimums ?? 0) > 0 ? 'heatMap.sort.weakest' : 'heatMap.sort.lowest');
  return (
    <div className={`${styles['tools']} no-print`}>
      <NativeSelect
        size="sm"
        label={t('heatMap.which.label')}
        value={search.kind ?? ''}
        data={[
          { value: '', label: t('heatMap.which.speaking') },
          ...kinds.map((kind) => ({ value: kind, label: t(`indicators.kind.${kind}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ kind: kinds.find((kind) => kind === value) })}
      />
      <NativeSelect
        size="sm"
        className={styles['wideOnly'] ?? ''}
        label={t('heatMap.sort.columns')}
        value={search.columns ?? ''}
        data={[
          { value: '', label: t('heatMap.sort.byGroup') },
          { value: 'weakest', label: weakest },
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ columns: value === 'weakest' ? 'weakest' : undefined })}
      />
      <NativeSelect
        size="sm"
        label={t('heatMap.sort.rows')}
        value={search.rows ?? ''}
        data={[
          { value: '', label: t('heatMap.sort.byName') },
          { value: 'weakest', label: weakest },
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ rows: value === 'weakest' ? 'weakest' : undefined })}
      />
      <Downloads search={search} />
    </div>
  );
}

function Downloads({ search: { programme, kind } }: { search: IndicatorsSearch }) {
  const { t } = useTranslation();
  const { time } = useAsOf();
  const fetchFile = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => api.get('indicator.file', { query: { ...time, programme, kind, level: 'gold', format } }),
    onSuccess: saveBytes,
  });
  return (
    <div className={styles['downloads']} role="group" aria-label={t('heatMap.export.label')}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} size="sm" leftSection={<Download size={14} aria-hidden />} onClick={() => fetchFile.mutate(format)}>
          {t(`heatMap.export.${format}`)}
        </Button>
      ))}
      <SaveProblem problem={fetchFile.error} />
    </div>
  );
}
