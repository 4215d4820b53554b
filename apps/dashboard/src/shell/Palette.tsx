import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { useAllClusters } from '../parts/use-all-clusters.js';
import { peopleQuery } from '../queries.js';
import { useMay, useMe } from '../session.js';
import type { NavigationName } from './navigation.js';
import { foundEntries, type PaletteEntry, paletteEntries } from './palette-entries.js';
import styles from './Palette.module.css';

/** Finds clusters, people and pages by a few letters. */
export default function Palette({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ref = useModal(onClose);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { entries, isLoading } = useEntries();
  const found = foundEntries(entries, typed);
  const chosen = Math.min(at, found.length - 1);
  const go = ({ link }: PaletteEntry) => {
    onClose();
    void navigate(link);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const entry = found[chosen];
    if (step === undefined && (event.key !== 'Enter' || !entry)) return;
    event.preventDefault();
    if (step === undefined) go(entry as PaletteEntry);
    else setAt((chosen + step + found.length) % Math.max(1, found.length));
  };
  return (
    <dialog ref={ref} className={styles['palette']} aria-label={t('palette.title')}>
      <input
        className={styles['field']}
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found[chosen] ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        autoComplete="off"
        maxLength={80}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('palette.found')} className={styles['list']}>
        {found.map((entry, index) => (
          // Keys go to the field, which names the chosen option; an option is only pointed at.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
          <div
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onPointerMove={() => setAt(index)}
            onClick={() => go(entry)}
          >
            <span>{entry.label}</span>
            <span className="small muted">{t(`palette.kind.${entry.kind}`)}</span>
          </div>
        ))}
      </div>
      <p className={styles['none']} role="status">
        {found.length > 0 ? (
          <span className="sr">{t('palette.count', { count: found.length })}</span>
        ) : (
          t(isLoading ? 'shell.loading' : 'palette.none')
        )}
      </p>
    </dialog>
  );
}

function useEntries(): { entries: PaletteEntry[]; isLoading: boolean } {
  const { t } = useTranslation();
  const me = useMe();
  const mayReadPeople = useMay('people:read');
  const all = useAllClusters();
  const people = useQuery({ ...peopleQuery, enabled: mayReadPeople });
  const pages = usePages();
  const nameOf = (name: NavigationName) => t(`shell.nav.${name}`);
  const entries = paletteEntries({
    me,
    clusters: all.clusters,
    people: mayReadPeople ? people.data?.people : undefined,
    pages,
    nameOf,
  });
  return { entries, isLoading: all.isLoading || (mayReadPeople && people.isPending) };
}

/** What the navigation does not name. */
function usePages(): { label: string; link: PaletteEntry['link'] }[] {
  const { t } = useTranslation();
  const { role, permissions } = useMe();
  const isOffice = role !== 'manager';
  const pages = [
    { label: t('inbox.document'), link: paths.inbox() },
    permissions.includes('news:read') && { label: t('shell.user.news'), link: paths.news() },
    permissions.includes('calendar:subscribe') && { label: t('shell.user.calendar'), link: paths.calendar() },
    { label: t('shell.user.mails'), link: paths.mailPreferences() },
    isOffice && permissions.includes('rules:read') && { label: t('ladders.document'), link: paths.ladders() },
    permissions.includes('rules:edit') && { label: t('rules.drafts.document'), link: paths.ruleDrafts() },
    isOffice && permissions.includes('framework:read') && { label: t('frameworks.document'), link: paths.frameworks() },
    permissions.includes('webhook:read') && { label: t('shell.user.webhooks'), link: paths.webhooks() },
    { label: t('shell.footer.dataSources'), link: paths.dataSources() },
    { label: t('shell.footer.privacy'), link: paths.privacy() },
    { label: t('information.retention.document'), link: paths.retention() },
    { label: t('shell.footer.accessibility'), link: paths.accessibility() },
    { label: t('shell.footer.contact'), link: paths.contact() },
  ];
  return pages.filter((page) => page !== false);
}

/** The browser's own dialog; Escape and a press beside it close it, and the focus goes back. */
function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const openedFrom = document.activeElement;
    dialog.showModal();
    const onCancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    const onPress = (event: Event) => {
      if (event.target === dialog) close.current();
    };
    dialog.addEventListener('cancel', onCancel);
    dialog.addEventListener('click', onPress);
    return () => {
      if (dialog.isConnected) dialog.close();
      if (openedFrom instanceof HTMLElement) openedFrom.focus();
    };
  }, []);
  return ref;
}
