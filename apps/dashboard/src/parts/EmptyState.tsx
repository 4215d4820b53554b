import { Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** What is so. */
  title: string;
  /** What to do. */
  children: ReactNode;
  /** One button or link. */
  action?: ReactNode;
  icon?: LucideIcon;
}

/** Nothing yet, nothing matches, or not for you: sign, what is so, what to do, one button. */
export function EmptyState({ title, children, action, icon: Sign = Inbox }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <Sign size={20} strokeWidth={1.6} aria-hidden />
      <h2>{title}</h2>
      <div className="muted">{children}</div>
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
