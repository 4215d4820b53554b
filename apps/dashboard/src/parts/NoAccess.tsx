import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { useMe } from '../session.js';
import { EmptyState } from './EmptyState.js';

/** The page exists, but not for this reader: whom to ask, and where to go. */
export function NoAccess() {
  const { t } = useTranslation();
  const me = useMe();
  const own = me.role === 'manager' ? me.clusters[0] : undefined;
  const action = own ? (
    <Link {...paths.myCluster(own.slug)}>{t('shell.noAccess.mine')}</Link>
  ) : (
    <Link {...paths.start()}>{t('shell.noAccess.start')}</Link>
  );
  return (
    <EmptyState title={t('shell.noAccess.title')} icon={Lock} action={action}>
      {t('shell.noAccess.text', { role: t(`terms.role.${me.role}`).toLowerCase() })}
    </EmptyState>
  );
}
