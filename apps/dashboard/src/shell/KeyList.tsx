import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { drawerBody, SideDrawer } from '../parts/SideDrawer.js';
import { useMe } from '../session.js';
import { goKeys } from './go-keys.js';
import { navigationFor } from './navigation.js';
import styles from './Palette.module.css';

/** Every key that does something, and how to switch them off. */
export default function KeyList({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const me = useMe();
  const isMac = navigator.platform.startsWith('Mac');
  const keys: [keys: string[], what: string][] = [
    [[isMac ? '⌘' : 'Ctrl', 'K'], t('palette.keys.palette')],
    [['?'], t('palette.keys.list')],
    // The portfolio is no page of a manager's menu.
    ...(me.role === 'manager' ? [] : [[['/'], t('palette.keys.find')] satisfies [string[], string]]),
    ...navigationFor(me).map(({ name, cluster }): [string[], string] => [
      ['g', goKeys[name]],
      t('palette.keys.go', { page: cluster ?? t(`shell.nav.${name}`) }),
    ]),
    [['Esc'], t('palette.keys.close')],
  ];
  return (
    <SideDrawer title={t('palette.keys.title')} opened onClose={onClose}>
      <div className={drawerBody}>
        <dl className={styles['keys']}>
          {keys.map(([names, what]) => (
            <Fragment key={what}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </Fragment>
          ))}
        </dl>
        <p className="small muted">{t('palette.keys.off')}</p>
      </div>
    </SideDrawer>
  );
}
