import { createContext, useContext } from 'react';

/** Called after something was saved, so that it is said once the form has gone. */
export const SavedNotice = createContext<() => void>(() => undefined);

export function useSavedNotice(): () => void {
  return useContext(SavedNotice);
}
