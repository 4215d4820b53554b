import type { HeatMapView } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { useFigures } from '../assessment/figures.js';
import { HeatCell } from './HeatCell.js';
import type { Row, ShownColumn } from './heat-cells.js';
import { HeatFoot } from './HeatFoot.js';
import { HeatLegend } from './HeatLegend.js';
import styles from './Indicators.module.css';
import { RowOrigin } from './RowOrigin.js';

interface HeatTableProps {
  map: HeatMapView;
  columns: readonly ShownColumn[];
  rows: readonly Row[];
  /** Code of the column that is read. */
  chosen: string | undefined;
  /** Columns stand by their groups. */
  isGrouped: boolean;
  onChoose(code: string): void;
}

/** Clusters by indicators. Wider than the window it scrolls by itself, with the clusters' names held. */
export function HeatTable({ map, columns, rows, chosen, isGrouped, onChoose }: HeatTableProps) {
  const { t } = useTranslation();
  const figure = useFigures();
  const caption = t('heatMap.caption', { rows: rows.length, columns: columns.length });
  return (
    <>
      <HeatLegend hasMinimums={(map.framework?.minimums ?? 0) > 0} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <div className={styles['scroll']} role="region" aria-label={caption} tabIndex={0}>
        <table className={styles['heat']}>
          <caption className="sr">{caption}</caption>
          <colgroup>
            <col className={styles['nameColumn']} />
            <col className={styles['totalColumn']} />
            <col span={columns.length} />
          </colgroup>
          <thead>
            {isGrouped && <GroupRow map={map} columns={columns} />}
            <CodeRow columns={columns} chosen={chosen} onChoose={onChoose} />
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={row.assessment ? '' : styles['unassessed']}>
                <th scope="row">
                  <Link {...paths.clusterIndicators(row.slug)}>{row.shortName}</Link>
                  <RowOrigin row={row} />
                </th>
                <td className={styles['total']}>{row.share === null ? '–' : t('indicators.share', { share: figure(row.share) })}</td>
                {row.assessment === null && <td colSpan={columns.length}>{t('heatMap.noAssessment')}</td>}
                {row.assessment !== null &&
                  columns.map(({ code, at }) => <HeatCell key={code} cell={row.cells[at]} isChosen={code === chosen} />)}
              </tr>
            ))}
          </tbody>
          <HeatFoot columns={columns} hasMinimums={(map.framework?.minimums ?? 0) > 0} chosen={chosen} />
        </table>
      </div>
    </>
  );
}

function GroupRow({ map, columns }: Pick<HeatTableProps, 'map' | 'columns'>) {
  return (
    <tr className={styles['groups']}>
      <td colSpan={2} />
      {map.dimensions.map(({ code, name }) => {
        const count = columns.filter(({ dimension }) => dimension === code).length;
        return (
          <th key={code} scope="colgroup" colSpan={count} title={name}>
            <b>{code}</b> {name}
          </th>
        );
      })}
    </tr>
  );
}

/** One stop of the tab key; arrows walk along the columns. */
function CodeRow({ columns, chosen, onChoose }: Pick<HeatTableProps, 'columns' | 'chosen' | 'onChoose'>) {
  const { t } = useTranslation();
  const walk = (event: KeyboardEvent<HTMLButtonElement>, at: number) => {
    const steps: Partial<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: columns.length - 1 };
    const next = columns[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    onChoose(next.code);
    event.currentTarget.closest('tr')?.querySelector<HTMLButtonElement>(`[data-code="${next.code}"]`)?.focus();
  };
  return (
    <tr className={styles['codes']}>
      <th scope="col">{t('heatMap.cluster')}</th>
      <th scope="col" title={t('heatMap.totalHint')} className={styles['total']}>
        {t('heatMap.total')}
      </th>
      {columns.map(({ code, name }, at) => (
        <th key={code} scope="col">
          <button
            type="button"
            data-code={code}
            aria-pressed={code === chosen}
            aria-label={t('heatMap.readColumn', { code, name })}
            title={name}
            tabIndex={code === chosen ? 0 : -1}
            onClick={() => onChoose(code)}
            onFocus={() => onChoose(code)}
            onKeyDown={(event) => walk(event, at)}
          >
            {code}
          </button>
        </th>
      ))}
    </tr>
  );
}
