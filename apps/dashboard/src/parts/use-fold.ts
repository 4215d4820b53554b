import { type RefObject, useEffect, useRef, useState } from 'react';

export interface Fold<E extends HTMLElement> {
  isOpen: boolean;
  toggle(): void;
  close(): void;
  /** The element that holds both the button and what unfolds. */
  ref: RefObject<E | null>;
}

/** Something that unfolds below its button: Escape, leaving it and a press elsewhere close it. Where the focus would be lost, the button gets it back. */
export function useFold<E extends HTMLElement>(): Fold<E> {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<E>(null);
  const close = () => {
    giveBack(ref.current);
    setOpen(false);
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    const held = ref.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // A drawer around it stays open.
      event.preventDefault();
      giveBack(held);
      setOpen(false);
    };
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !held?.contains(relatedTarget)) setOpen(false);
    };
    const onPress = (event: PointerEvent) => {
      if (!ref.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('keydown', onKey);
    addEventListener('pointerdown', onPress);
    held?.addEventListener('focusout', onLeave);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onPress);
      held?.removeEventListener('focusout', onLeave);
    };
  }, [isOpen]);
  return { isOpen, toggle: () => setOpen((before) => !before), close, ref };
}

/** The button is the one that is unfolded; another one may lie beside it. */
function giveBack(held: HTMLElement | null): void {
  held?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
}
