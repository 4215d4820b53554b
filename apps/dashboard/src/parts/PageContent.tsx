import type { ReactNode } from 'react';
import styles from './PageContent.module.css';

/** What stands below the answer of a page: parts one below the other. */
export function PageContent({ children }: { children: ReactNode }) {
  return <div className={`wrap ${styles['content']}`}>{children}</div>;
}
