import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SideDrawerForm.module.css';

interface SideDrawerProps {
  title: string;
  opened: boolean;
  /** Asked for by Escape, the cross or a click beside the drawer. */
  onClose(): void;
  children: ReactNode;
}

/** From the right, 432 wide; the page stays behind. The browser's own dialog keeps the focus inside; it goes back to where it came from. */
export function SideDrawer({ title, opened, onClose, children }: SideDrawerProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!opened || !dialog) return undefined;
    const openedFrom = document.activeElement;
    dialog.showModal();
    return () => {
      if (dialog.isConnected) dialog.close();
      if (openedFrom instanceof HTMLElement) openedFrom.focus();
    };
  }, [opened]);
  useEffect(() => {
    const dialog = ref.current;
    if (!opened || !dialog) return undefined;
    // Escape; the browser would close the dialog before the form could ask.
    const onCancel = (event: Event) => {
      event.preventDefault();
      onClose();
    };
    // A press beside the drawer lands on the dialog itself, which its content covers wholly.
    const onPress = (event: Event) => {
      if (event.target === dialog) onClose();
    };
    dialog.addEventListener('cancel', onCancel);
    dialog.addEventListener('click', onPress);
    return () => {
      dialog.removeEventListener('cancel', onCancel);
      dialog.removeEventListener('click', onPress);
    };
  }, [opened, onClose]);
  if (!opened) return null;
  return (
    <dialog ref={ref} className={styles['drawer']} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <h2 id={titleId}>{title}</h2>
        <button className={styles['close']} type="button" aria-label={t('shell.form.close')} onClick={onClose}>
          <X size={18} aria-hidden />
        </button>
      </div>
      {children}
    </dialog>
  );
}

export const drawerBody = styles['body'];
