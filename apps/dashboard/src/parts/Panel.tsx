import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

interface PanelProps {
  title: ReactNode;
  /** Right of the title: a link, a button, a short remark. */
  aside?: ReactNode;
  /** Without space around the content, for lists and tables that reach the edges. */
  flush?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A bordered box with a heading; a region with that name. */
export function Panel({ title, aside, flush = false, className = '', children }: PanelProps) {
  const id = useId();
  return (
    <section className={`${styles['panel']} ${className}`} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {aside && <div>{aside}</div>}
      </div>
      <div className={flush ? undefined : styles['body']}>{children}</div>
    </section>
  );
}
