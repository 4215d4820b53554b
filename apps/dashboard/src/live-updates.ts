import type { ChangeEvent } from '@klyngevagt/contracts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const gatherFor = 250;

/** Keeps open pages true: the server says what changed, and only that is fetched again. */
export function useLiveUpdates(isAllowed: boolean): void {
  const client = useQueryClient();
  useEffect(() => (isAllowed && typeof EventSource !== 'undefined' ? follow(client) : undefined), [client, isAllowed]);
}

function follow(client: QueryClient): () => void {
  const source = new EventSource('/api/v1/events');
  const changed = new Set<string | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  const refetch = () => {
    const slugs = [...changed];
    changed.clear();
    timer = undefined;
    refreshChanged(client, slugs);
  };
  const onChange = ({ data }: MessageEvent<string>) => {
    const event = readEvent(data);
    if (!event) return;
    changed.add(event.slug);
    timer ??= setTimeout(refetch, gatherFor);
  };
  source.addEventListener('message', onChange);
  source.addEventListener('change', onChange as EventListener);
  source.addEventListener('error', () => (wasLost = true));
  source.addEventListener('open', () => {
    // What happened while the line was down was not told.
    if (wasLost) void client.invalidateQueries();
    wasLost = false;
  });
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** `null` stands for rules and reminders, which the page of every cluster shows too. */
export function refreshChanged(client: QueryClient, slugs: readonly (string | null)[]): void {
  const touchesAll = slugs.includes(null);
  for (const key of ['portfolio', 'reminders', 'people', ...(touchesAll ? ['cluster', 'rules', 'me'] : [])]) {
    void client.invalidateQueries({ queryKey: [key] });
  }
  if (touchesAll) return;
  for (const slug of slugs) void client.invalidateQueries({ queryKey: ['cluster', slug] });
}

function readEvent(data: string): ChangeEvent | null {
  try {
    const event = JSON.parse(data) as ChangeEvent;
    return typeof event === 'object' && event !== null && 'slug' in event ? event : null;
  } catch {
    return null;
  }
}
