import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';

/**
 * While something typed is not saved: leaving the page asks first, also backwards and by closing the tab. A session that ends in the middle
 * takes nothing away; saving then says that one has to sign in again.
 */
export function UnsavedGuard() {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && (next.pathname === paths.signIn().to || !confirm(t('shell.form.discard'))),
  });
  return null;
}
