import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useKeptFocus } from './kept-focus.js';

/** Around every page, with and without a session: where the focus stands when a page, or a part of it, makes way for another. */
export function RootFrame() {
  useKeptFocus();
  return (
    <>
      <Outlet />
      <PageAnnouncer />
    </>
  );
}

/** How long after a change of page its title may still become the one that is meant: it often holds what was asked for. */
const titleSettlesMs = 10_000;

/** A change of page is told to screen readers, and the focus goes to the top of the content. */
function PageAnnouncer() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef(path);
  const [title, setTitle] = useState('');
  useEffect(() => {
    if (path === undefined || last.current === undefined || last.current === path) {
      last.current = path;
      return undefined;
    }
    last.current = path;
    document.getElementById('content')?.focus({ preventScroll: true });
    const tell = () => setTitle(document.title);
    const timer = setTimeout(tell, 150);
    const watch = new MutationObserver(tell);
    watch.observe(document.head, { childList: true, subtree: true });
    const end = setTimeout(() => watch.disconnect(), titleSettlesMs);
    return () => {
      clearTimeout(timer);
      clearTimeout(end);
      watch.disconnect();
    };
  }, [path]);
  return (
    <p className="sr" role="status">
      {title}
    </p>
  );
}
