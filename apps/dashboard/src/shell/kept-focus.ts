import { useEffect } from 'react';

/** What a reader knows as a place: a row, a list, a part of the page. */
const places = 'li, tr, section, article, form, fieldset, dialog, ul, ol, table, main, [role], [tabindex]';

/**
 * A change may take away what had the focus: a row that is done, a banner, a button that did its work. The focus would fall to the document,
 * where a screen reader begins from the top; it goes to the nearest place around it that is still there and says something.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: Element[] = [];
    const onFocus = ({ target }: FocusEvent) => {
      around = [];
      for (let one = target instanceof Element ? target : null; one && one !== document.body; one = one.parentElement) around.push(one);
    };
    const seek = () => {
      if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
      const place = around.find((one) => one.isConnected && one.matches(places) && one.textContent?.trim());
      around = [];
      if (!(place instanceof HTMLElement)) return;
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(seek);
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}
