import type { CalendarDate } from '@klyngevagt/scoring';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from './session.js';

export interface AsOf {
  /** The day shown. */
  on: CalendarDate;
  today: CalendarDate;
  /** What to send as `on`: undefined for today, so that midnight moves an open page. */
  asked: CalendarDate | undefined;
  isLookingBack: boolean;
  isFuture: boolean;
  choose(day: CalendarDate | undefined): void;
}

/** The day in the address. */
export function useAsOf(): AsOf {
  const today = useMe().today;
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = search.on === today ? undefined : search.on;
  return {
    on: asked ?? today,
    today,
    asked,
    isLookingBack: asked !== undefined,
    isFuture: asked !== undefined && asked > today,
    choose: (day) => {
      const on = day === today ? undefined : day;
      void navigate({ to: '.', search: (before: object) => ({ ...before, on }) });
    },
  };
}

/** True while another day than today is shown: nothing can be changed then. */
export function useLookingBack(): boolean {
  return useAsOf().isLookingBack;
}
