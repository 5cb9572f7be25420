/** What a key does, wherever in the page it is pressed. */
export type PageKey = 'findings' | 'form' | 'preview' | 'open' | 'save' | 'export' | 'fixes';

const PANELS: Readonly<Record<string, PageKey>> = { Digit1: 'findings', Digit2: 'form', Digit3: 'preview' };

/**
 * What a key does; undefined for one that is none of ours. Panels have digits with Alt: those with Ctrl choose tabs of
 * the browser.
 */
export function pageKey({ code, key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): PageKey | undefined {
  if (altKey && !ctrlKey && !metaKey && !shiftKey) return key === 'Enter' ? 'fixes' : PANELS[code];
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'o') return shiftKey ? undefined : 'open';
  if (letter === 's') return shiftKey ? 'export' : 'save';
  return undefined;
}
