import type { HeatMapView } from '@klyngevagt/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../parts/Note.js';
import { ChosenColumn } from './ChosenColumn.js';
import { ClusterCards } from './ClusterCards.js';
import { inOrder } from './heat-cells.js';
import { HeatTable } from './HeatTable.js';
import { HeatTools } from './HeatTools.js';
import styles from './Indicators.module.css';
import type { IndicatorsSearch } from './indicators-search.js';
import { NameList } from './NameList.js';
import { WeakestIndicators } from './WeakestIndicators.js';

interface HeatMapProps {
  map: HeatMapView;
  search: IndicatorsSearch;
  onChange(part: Partial<IndicatorsSearch>): void;
}

/** The table with its legend and names; on narrow screens a list of clusters instead. */
export function HeatMap({ map, search, onChange }: HeatMapProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState<string>();
  const { columns, rows } = inOrder(map, search);
  const chosen = columns.find((column) => column.code === code) ?? columns[0];
  const assumed = map.framework?.assumed ?? 0;
  const isInvented = rows.some(({ assessment }) => assessment?.illustrative);
  return (
    <>
      {(assumed > 0 || isInvented) && (
        <Note
          tone="blue"
          title={assumed > 0 ? t('heatMap.assumed', { count: assumed, of: map.columns.length }) : t('heatMap.illustrative')}
        >
          {assumed > 0 && isInvented && t('heatMap.illustrative')}
        </Note>
      )}
      <HeatTools map={map} search={search} onChange={onChange} />
      <div className={styles['wide']}>
        <HeatTable
          map={map}
          columns={columns}
          rows={rows}
          chosen={chosen?.code}
          isGrouped={search.columns !== 'weakest'}
          onChoose={setCode}
        />
        {chosen && <ChosenColumn map={map} column={chosen} search={search} />}
      </div>
      <div className={styles['narrow']}>
        <ClusterCards map={map} columns={columns} rows={rows} />
      </div>
      <WeakestIndicators map={map} search={search} />
      <div className={styles['wide']}>
        <NameList map={map} chosen={chosen?.code} />
      </div>
    </>
  );
}
