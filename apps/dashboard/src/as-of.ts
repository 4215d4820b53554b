import type { CalendarDate } from '@klyngevagt/scoring';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AsOfSearch } from './search-params.js';
import { useMe } from './session.js';

export interface AsOf {
  /** The day shown. */
  on: CalendarDate;
  today: CalendarDate;
  /** What to send as `on`: undefined for today, so that midnight moves an open page. */
  asked: CalendarDate | undefined;
  /** What to send as `known`: a recorded time, or undefined for what is known today. */
  known: string | undefined;
  /** Both axes, as requests take them. */
  time: { on: CalendarDate | undefined; known: string | undefined };
  isLookingBack: boolean;
  isFuture: boolean;
  /** The day is over: what was known at its end can be asked for. */
  hasEnded: boolean;
  choose(day: CalendarDate | undefined): void;
  /** Shows the day as it was known at its end, or as it is known today. */
  know(when: 'before' | 'today'): void;
}

/** The day in the address. */
export function useAsOf(): AsOf {
  const today = useMe().today;
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = search.on === today ? undefined : search.on;
  const known = search.known;
  const shown = asked ?? today;
  const go = (change: AsOfSearch) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...change }) });
  return {
    on: shown,
    today,
    asked,
    known,
    time: { on: asked, known },
    isLookingBack: asked !== undefined || known !== undefined,
    isFuture: shown > today,
    hasEnded: shown < today,
    choose: (day) => {
      const on = day === today ? undefined : day;
      // Who looks at what was known then keeps doing so on the next day, as long as that day has ended.
      go({ on, known: known !== undefined && on !== undefined && on < today ? on : undefined });
    },
    know: (when) => go({ known: when === 'before' ? shown : undefined }),
  };
}

/** True while another day than today, or what was known then, is shown: nothing can be changed then. */
export function useLookingBack(): boolean {
  return useAsOf().isLookingBack;
}
