import type { ReactNode } from 'react';
import { Icon, type ShapeName } from './Icon.js';
import styles from './Banner.module.css';

interface BannerProps {
  tone: 'amber' | 'dark' | 'grey';
  title: string;
  children: ReactNode;
  action?: ReactNode;
  icon?: ShapeName | ReactNode;
}

/** One line across the page: what everything below it has to be read with. */
export function Banner({ tone, title, children, action, icon = 'soon' }: BannerProps) {
  return (
    <section className={`${styles['banner']} ${styles[tone]}`} aria-label={title}>
      <div className="wrap">
        {typeof icon === 'string' ? <Icon name={icon as ShapeName} size={14} /> : icon}
        <p className={styles['text']}>
          <strong className="strong">{title}</strong> {children}
        </p>
        {action}
      </div>
    </section>
  );
}
