// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLiveUpdates } from './live-updates.js';

class PretendedEvents extends EventTarget {
  static opened: PretendedEvents[] = [];
  isClosed = false;
  constructor(readonly address: string) {
    super();
    PretendedEvents.opened.push(this);
  }
  close() {
    this.isClosed = true;
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data: typeof data === 'string' ? data : JSON.stringify(data) }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  PretendedEvents.opened = [];
  vi.stubGlobal('EventSource', PretendedEvents);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow(isAllowed = true) {
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
  const wrapper = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client }, children);
  const view = renderHook(() => useLiveUpdates(isAllowed), { wrapper });
  const keys = () => invalidate.mock.calls.map(([filter]) => JSON.stringify(filter?.queryKey ?? 'everything'));
  return { ...view, keys, source: PretendedEvents.opened[0] as PretendedEvents };
}

it('fetches again what a changed cluster shows, once for many changes in a moment', () => {
  const { source, keys } = follow();
  expect(source.address).toBe('/api/v1/events');
  for (const slug of ['made', 'made', 'clean']) source.say({ slug, version: '7' });
  act(() => void vi.advanceTimersByTime(1000));
  expect(keys()).toEqual(['["portfolio"]', '["reminders"]', '["people"]', '["cluster","made"]', '["cluster","clean"]']);
});

it('fetches rules, the count of failed reminders and every cluster again when none is named', () => {
  const { source, keys } = follow();
  source.say({ slug: null, version: '8' });
  act(() => void vi.advanceTimersByTime(1000));
  expect(keys()).toContain('["rules"]');
  expect(keys()).toContain('["me"]');
  // Reminders and rules stand on the pages of the clusters, too.
  expect(keys()).toContain('["cluster"]');
});

it('fetches everything again after the line was down, because nobody told what happened meanwhile', () => {
  const { source, keys } = follow();
  source.dispatchEvent(new Event('open'));
  expect(keys()).toEqual([]);
  source.dispatchEvent(new Event('error'));
  source.dispatchEvent(new Event('open'));
  expect(keys()).toEqual(['"everything"']);
});

it('lets rubbish pass, and closes with the page', () => {
  const { source, keys, unmount } = follow();
  source.say('not json');
  source.say('null');
  act(() => void vi.advanceTimersByTime(1000));
  expect(keys()).toEqual([]);
  unmount();
  expect(source.isClosed).toBe(true);
});

it('does not listen for those who may not', () => {
  follow(false);
  expect(PretendedEvents.opened).toEqual([]);
});
