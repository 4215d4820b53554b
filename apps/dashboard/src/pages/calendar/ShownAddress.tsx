import { Button, TextInput } from '@mantine/core';
import { CalendarPlus, Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../parts/Note.js';
import styles from './Calendar.module.css';

export interface MadeAddress {
  address: string;
}

/** The address, while it can be seen. It is kept nowhere, so leaving the page loses it. */
export function ShownAddress({ made: { address }, onDone }: { made: MadeAddress; onDone(): void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    field.current?.select();
    // Only a page of a secure address may write to the clipboard; elsewhere the text is chosen, ready to be copied by hand.
    await navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <Note
      tone="green"
      role="status"
      ref={box}
      title={t('calendar.shown.title')}
      actions={
        <>
          <Button
            variant="filled"
            leftSection={isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
            onClick={() => void copy()}
          >
            {t(isCopied ? 'calendar.shown.copied' : 'calendar.shown.copy')}
          </Button>
          <Button component="a" href={address.replace(/^https?:/, 'webcal:')} leftSection={<CalendarPlus size={16} aria-hidden />}>
            {t('calendar.shown.open')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('calendar.shown.done')}
          </Button>
        </>
      }
    >
      <p>{t('calendar.shown.once')}</p>
      <TextInput
        className={styles['address'] ?? ''}
        ref={field}
        label={t('calendar.shown.address')}
        value={address}
        readOnly
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
      />
    </Note>
  );
}
