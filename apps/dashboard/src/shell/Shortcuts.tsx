import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { loadAllSentences } from '../i18n.js';
import { useMe } from '../session.js';
import { goKeys } from './go-keys.js';
import { areKeysOn } from './key-settings.js';
import { navigationFor } from './navigation.js';

const Palette = lazy(async () => (await Promise.all([import('./Palette.js'), loadAllSentences()]))[0]);
const KeyList = lazy(async () => (await Promise.all([import('./KeyList.js'), loadAllSentences()]))[0]);

/** How long after `g` the second key may come. */
const secondKeyMs = 1500;

/** Ctrl or Cmd K finds everything, `?` lists the keys, `g` and a letter go to a page. What they open is fetched when it is asked for. */
export function Shortcuts() {
  const me = useMe();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const goAt = useRef(-Infinity);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, timeStamp } = event;
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') {
        event.preventDefault();
        return setOpen('palette');
      }
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, select, textarea, dialog, [contenteditable]') !== null;
      if (isTyping || ctrlKey || metaKey || altKey || !areKeysOn()) return undefined;
      const isSecond = timeStamp - goAt.current < secondKeyMs;
      goAt.current = key === 'g' && !isSecond ? timeStamp : -Infinity;
      if (key === '?') setOpen('keys');
      if (!isSecond) return undefined;
      const entry = navigationFor(me).find(({ name }) => goKeys[name] === key);
      if (entry) void navigate(entry.link);
      return undefined;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [me, navigate]);
  const close = () => setOpen(null);
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'keys' && <KeyList onClose={close} />}
    </Suspense>
  );
}
