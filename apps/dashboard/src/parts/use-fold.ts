import { type RefObject, useEffect, useRef, useState } from 'react';

export interface Fold<E extends HTMLElement> {
  isOpen: boolean;
  toggle(): void;
  close(): void;
  /** The element that holds both the button and what unfolds. */
  ref: RefObject<E | null>;
}

/** Something that unfolds below its button: Escape and a click elsewhere close it, and the button gets the focus back. */
export function useFold<E extends HTMLElement>(): Fold<E> {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<E>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      ref.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (!ref.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('keydown', onKey);
    addEventListener('pointerdown', onPress);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onPress);
    };
  }, [isOpen]);
  return { isOpen, toggle: () => setOpen((before) => !before), close: () => setOpen(false), ref };
}
