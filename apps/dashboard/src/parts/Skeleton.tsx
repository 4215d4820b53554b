import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Skeleton.module.css';

const patience = 200;

/** Shows its content only when waiting takes longer than a blink. */
export function AfterAWhile({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div aria-busy="true">
      <span className="sr" role="status">
        {t('shell.loading')}
      </span>
      {children}
    </div>
  );
}

/** A table in its true shape: rows of 36 with one grey line for each column, as wide as given (in per cent). */
export function TableSkeleton({ rows, columns }: { rows: number; columns: readonly number[] }) {
  return (
    <AfterAWhile>
      <table className={styles['table']} aria-hidden="true">
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {columns.map((width, column) => (
                <td key={column} style={{ width: `${width}%` }}>
                  <span className={styles['line']} style={{ width: `${55 + ((row * 17 + column * 29) % 40)}%` }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </AfterAWhile>
  );
}

/** Panels that are still on their way. */
export function PanelSkeleton({ count = 2 }: { count?: number }) {
  return (
    <AfterAWhile>
      <div className={styles['blocks']} aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <div className={styles['block']} key={index}>
            {[30, 80, 65, 72].map((width) => (
              <span className={styles['line']} key={width} style={{ width: `${width}%` }} />
            ))}
          </div>
        ))}
      </div>
    </AfterAWhile>
  );
}
