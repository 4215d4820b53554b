import { Button, TextInput } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../parts/Note.js';
import styles from './Webhooks.module.css';

/** A secret, shown once. It stays until somebody says that it is kept. */
export function SecretNote({ name, secret, onClose }: { name: string; secret: string; onClose(): void }) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  useEffect(() => ref.current?.focus(), []);
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied('copied'),
      () => setCopied('notCopied'),
    );
  const actions = (
    <>
      <Button
        leftSection={copied === 'copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        variant="filled"
        onClick={() => void copy()}
      >
        {t('webhooks.secret.copy')}
      </Button>
      <Button onClick={onClose}>{t('webhooks.secret.close')}</Button>
      <span role="status">{copied && t(`webhooks.secret.${copied}`)}</span>
    </>
  );
  return (
    <Note tone="amber" title={t('webhooks.secret.title', { name })} actions={actions} ref={ref}>
      <p>{t('webhooks.secret.text')}</p>
      <TextInput
        className={styles['secret']}
        label={t('webhooks.secret.label')}
        value={secret}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Note>
  );
}
