import type { ReactNode } from 'react';
import styles from './CardTable.module.css';

interface CardTableProps {
  /** Said to screen readers before the rows. */
  caption: string;
  /** On which screens rows become cards: phones, or tablets too where the columns are many. */
  foldsAt?: 'phone' | 'tablet';
  /** Inside a panel without padding. */
  flush?: boolean;
  className?: string | undefined;
  /** `thead`, `tbody`, `tfoot`. On cards a cell says its `data-label` before its content, and an empty cell goes. */
  children: ReactNode;
}

/** A table whose rows become cards on a narrow screen. A page's own rules always win over those here. */
export function CardTable({ caption, foldsAt = 'phone', flush = false, className = '', children }: CardTableProps) {
  return (
    <table className={`${styles['table']} ${styles[foldsAt]} ${flush ? styles['flush'] : ''} ${className}`}>
      <caption className="sr">{caption}</caption>
      {children}
    </table>
  );
}
