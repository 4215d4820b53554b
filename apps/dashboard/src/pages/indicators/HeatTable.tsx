import type { HeatMapView } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { useFigures } from '../assessment/figures.js';
import { HeatCell } from './HeatCell.js';
import type { Row, ShownColumn } from './heat-cells.js';
import { HeatFoot } from './HeatFoot.js';
import { HeatLegend } from './HeatLegend.js';
import { type Place, placeAfter } from './heat-walk.js';
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
  const assessed = rows.filter(({ assessment }) => assessment !== null);
  const [stopRow, setStopRow] = useState(0);
  const walk = useWalk({ rows: assessed.length, columns: columns.length });
  const stopAt = useCallback(
    (row: number, code: string) => {
      setStopRow(row);
      onChoose(code);
    },
    [onChoose],
  );
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
            <CodeRow columns={columns} chosen={chosen} onChoose={onChoose} onKeyDown={walk} />
          </thead>
          <tbody>
            {rows.map((row) => {
              const place = assessed.indexOf(row);
              return (
                <tr key={row.id} className={row.assessment ? '' : styles['unassessed']}>
                  <th scope="row">
                    <Link {...paths.clusterIndicators(row.slug)}>{row.shortName}</Link>
                    <RowOrigin row={row} />
                  </th>
                  <td className={styles['total']}>{row.share === null ? '–' : t('indicators.share', { share: figure(row.share) })}</td>
                  {row.assessment === null && <td colSpan={columns.length}>{t('heatMap.noAssessment')}</td>}
                  {row.assessment !== null &&
                    columns.map(({ code, at }, column) => (
                      <HeatCell
                        key={code}
                        cell={row.cells[at]}
                        isChosen={code === chosen}
                        isStop={code === chosen && place === Math.min(stopRow, assessed.length - 1)}
                        slug={row.slug}
                        assessmentId={row.assessment?.id ?? ''}
                        indicator={code}
                        row={place}
                        column={column}
                        onFocus={stopAt}
                        onKeyDown={walk}
                      />
                    ))}
                </tr>
              );
            })}
          </tbody>
          <HeatFoot columns={columns} hasMinimums={(map.framework?.minimums ?? 0) > 0} chosen={chosen} />
        </table>
      </div>
    </>
  );
}

/** Over fewer columns a group's name would be cut; it stands in the list of names below. */
const roomForName = 5;

function GroupRow({ map, columns }: Pick<HeatTableProps, 'map' | 'columns'>) {
  return (
    <tr className={styles['groups']}>
      <td colSpan={2} />
      {map.dimensions.map(({ code, name }) => {
        const count = columns.filter(({ dimension }) => dimension === code).length;
        return (
          <th key={code} scope="colgroup" colSpan={count} title={name}>
            <b>{code}</b> <span className={count < roomForName ? 'sr' : undefined}>{name}</span>
          </th>
        );
      })}
    </tr>
  );
}

/** Arrows walk over codes and cells; the focus goes along. */
function useWalk(size: { rows: number; columns: number }) {
  const { rows, columns } = size;
  return useCallback(
    (event: KeyboardEvent<HTMLElement>, from: Place) => {
      const next = placeAfter(event.key, from, { rows, columns });
      if (next === null) return;
      event.preventDefault();
      event.currentTarget.closest('table')?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
    },
    [rows, columns],
  );
}

interface CodeRowProps extends Pick<HeatTableProps, 'columns' | 'chosen' | 'onChoose'> {
  onKeyDown(event: KeyboardEvent<HTMLElement>, place: Place): void;
}

/** One stop of the tab key. */
function CodeRow({ columns, chosen, onChoose, onKeyDown }: CodeRowProps) {
  const { t } = useTranslation();
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
            data-place={`-1 ${at}`}
            aria-pressed={code === chosen}
            aria-label={t('heatMap.readColumn', { code, name })}
            title={name}
            tabIndex={code === chosen ? 0 : -1}
            onClick={() => onChoose(code)}
            onFocus={() => onChoose(code)}
            onKeyDown={(event) => onKeyDown(event, { row: -1, column: at })}
          >
            {code}
          </button>
        </th>
      ))}
    </tr>
  );
}
