const storageKey = 'klyngevagt.keys';

/** Single keys as shortcuts can be switched off on this machine (WCAG 2.1.4). Ctrl or Cmd K always works: it is no single key. */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function switchKeys(isOn: boolean): void {
  try {
    localStorage.setItem(storageKey, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
}
