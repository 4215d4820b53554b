import type { ReactNode, Ref } from 'react';
import { Icon, type ShapeName } from './Icon.js';
import styles from './Note.module.css';

export type NoteTone = 'red' | 'amber' | 'blue' | 'green';
const shapes: Record<NoteTone, ShapeName> = { red: 'expired', amber: 'soon', blue: 'exempt', green: 'valid' };

interface NoteProps {
  tone: NoteTone;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` for what just went wrong, `status` for what just went well. */
  role?: 'alert' | 'status';
  ref?: Ref<HTMLDivElement>;
}

/** A box that says what is the matter and what to do. */
export function Note({ tone, title, children, actions, role, ref }: NoteProps) {
  return (
    <div className={`${styles['note']} ${styles[tone]}`} role={role} ref={ref} tabIndex={ref ? -1 : undefined}>
      <Icon name={shapes[tone]} size={16} />
      <div className={styles['text']}>
        <p className={styles['title']}>{title}</p>
        {children && <div>{children}</div>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  );
}
